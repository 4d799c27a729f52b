//! Cookies and everything else stored on or read from a device.

use super::{Activity, ConsentHow, CookieKind, CookiePurpose, DataCategory, OurselvesOrRecipient, SystemOrRecipient};
use crate::decode::{AnyRef, Citation, Either, Excerpt, Lifetime, List, Ref, Text, Url};
use crate::table;

table! {
    /// Anything stored on or read from a device.
    pub struct Cookie = "cookie", "entries of `cookies:`; the id is the name on the device" {
        /// Name, where the id is none
        name: Option<Text> [public; default "the id"; gdpr "ePrivacy 5(3)"],
        /// Several names of one purpose
        names: List<Excerpt> [public; default "the id"; gdpr "ePrivacy 5(3)"],
        /// Technique
        kind: Option<CookieKind> [public; default "cookie"; gdpr "ePrivacy 5(3)"],
        /// Group
        group as "for": Option<CookiePurpose> [required; asked "PR903"; public; gdpr "ePrivacy 5(3)"],
        /// Who sets or reads it
        set_by: Option<AnyRef<OurselvesOrRecipient>> [required; asked "PR903"; public; gdpr "ePrivacy 5(3)"],
        /// Lifetime
        lasts: Option<Lifetime> [required; asked "PR903"; public; gdpr "ePrivacy 5(3)"],
        /// What it does
        text: Option<Text> [required; asked "PR903"; public; gdpr "ePrivacy 5(3)"],
        /// Set only after consent
        consent: Option<Either<bool, Box<CookieConsent>>> [when "for is not necessary and exempt is absent"; asked "PR901"; public; gdpr "ePrivacy 5(3)"],
        /// Provision, where a text names it
        law: List<Citation> [public; default "from country"; gdpr "ePrivacy 5(3)"],
        /// Only on this occasion
        when: Option<Text> [public; gdpr "ePrivacy 5(3)"],
        /// Personal data collected with it
        data_categories: List<Ref<DataCategory>> [public; gdpr "13"],
        /// Activity that uses the data
        activity: Option<Ref<Activity>> [public; gdpr "6"],
        /// Sites
        sites: List<Url> [public; default "organisation.website"],
        /// Separate way to object
        opt_out: Option<Text> [public],
        /// What does not work without it
        if_refused: Option<Text> [public; gdpr "7(4)"],
        /// National exemption relied on
        exempt: Option<Text> [gdpr "ePrivacy 5(3)"],
    }
}

table! {
    /// Own way of consent.
    pub struct CookieConsent = "cookie_consent", "`consent` of a cookie" {
        /// Way
        how: Option<ConsentHow> [required; public; gdpr "7"],
        /// How to withdraw
        withdraw: Option<Text> [public; default "cookie_banner.withdraw"; gdpr "7(3)"],
        /// Log
        record: Option<Either<AnyRef<SystemOrRecipient>, Excerpt>> [default "cookie_banner.record"; gdpr "7(1)"],
    }
}
