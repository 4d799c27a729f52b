### Fixed sentences of privacy notices. Whole sentences, never glued fragments.

## Frame
title = How { $org } uses your personal data
title-cookies = Cookies and similar technology used by { $org }
description = What { $org } uses personal data for, on which legal basis, for how long, who receives them, and your rights.
description-cookies = The cookies that { $org } uses, what they do, who sets them and how long they last.
version = Version { $version }
in-force = In force from { $date }
what-changed = What changed
draft = Draft. Not for publication.
toc = On this page
contents = Contents
skip = Skip to content
languages = Languages
fingerprint = Register { $hash }

## Lists and values
and = { $first } and { $last }
and-apart = { $first }, and { $last }
none = None
yes = Yes
no = No
quoted = “{ $text }”
colon = { $label }: { $text }
measure = { $name } ({ $includes })
date = { $day } { $month } { $year }
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    }
seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
    }
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
    }
hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
    }
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
    }
weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
    }
months = { $n ->
    [one] { $n } month
   *[other] { $n } months
    }
years = { $n ->
    [one] { $n } year
   *[other] { $n } years
    }
or = { $first } or { $last }
or-apart = { $first }, or { $last }

## Audience
for-groups = This notice is for: { $groups }.
not-for = It is not for you in one case: { $text }
processor-role = Do you use one of our services through an organisation? Then that organisation decides how your data is used there, and we follow its instructions. Please ask it for its notice. Here we tell you about the uses we answer for ourselves.

## Key facts
key-facts = Key facts
key-controller = Who is responsible
key-controller-text = { $org }, { $country }. Write to { $contact }.
key-controller-text-no-contact = { $org }, { $country }.
key-purposes = Why we use your data
key-purposes-consent = If you say yes: { $purposes }.
key-purposes-consent-more = If you say yes: { $purposes }, and more.
key-purposes-more = { $purposes }, and more.
key-purposes-all = { $purposes }.
key-surprise = Worth knowing
key-retention = How long we keep it
key-rights = Your rights
key-rights-text = you can see, correct, delete or limit your data.
key-rights-move = You can also move some of it.
key-object = You can object.
key-withdraw = You can withdraw a consent at any time.
key-complain = You can complain to { $authority }.
surprise-automated = a computer decides some matters on its own: { $what }.
surprise-special = we use sensitive data: { $data }.
surprise-transfer = some data is kept or seen outside the EEA: { $countries }.
surprise-controllers = some recipients decide for themselves how they use your data: { $names }.
surprise-others = some data comes from others: { $sources }.
surprise-tracking = our website asks before it uses cookies that are not necessary.
surprise-cookies = our website uses cookies that are not necessary.
keep-shortest-longest = from { $shortest } ({ $first }) to { $longest } ({ $last }).
keep-session-longest = until the session ends ({ $first }), at most { $longest } ({ $last }).
keep-one = { $longest } ({ $last }).
keep-see = see each use below.
keep-see-data = By kind of data, listed below

## Who we are
controller = Who we are
controller-text = { $org }, { $address }, is the controller. That means we decide how and why your data is used.
controller-text-number = { $org } (org. no. { $number }), { $address }, is the controller. That means we decide how and why your data is used.
controller-trade-names = You know us as { $names }.
controller-group = We belong to { $group }.
controller-group-parent = We belong to { $group }, whose parent company is { $parent }.
controller-represented = { $org } is represented by { $name }.
controller-websites = { $count ->
        [1] Our website: { $sites }.
       *[other] Our websites: { $sites }.
    }
contact = Questions about privacy go to { $contact }.
contact-activity = { $activity }: { $contact }
dpo = Data protection officer
dpo-named = Our data protection officer is { $name }. Write to { $contact } in confidence.
dpo-unnamed = We have a data protection officer. Write to { $contact } in confidence.
representative = Our representative in the EEA is { $name }, { $contact }.
joint = We decide together with { $partners } about: { $activities }. { $essence }
joint-contact = You can turn to either of us. Contact: { $contact }
joint-either = You can turn to either of us.

## Work for customers
processor = When we work for our customers
processor-text = In these services our customer is the controller. We are its processor and act on its behalf, as it has instructed us.
processor-data = Personal data
processor-people = About
processor-work = What we do
processor-instruction = Instruction
processor-contract = Agreement: we have a data processing agreement with the customer.
processor-contract-document = Agreement: { $document }.
processor-end = At the end
processor-sub = We use sub-processors: { $names }.
processor-security = Security

## Purposes
purposes = What we use your data for
purposes-caption = Our uses, the data, the legal basis and how long we keep it
col-why = Why we use it
col-what = What we use
col-basis = Legal basis (GDPR)
col-keep = How long we keep it
about-people = About: { $people }
basis-consent = Your consent, Art. 6(1)(a)
basis-contract = Our contract with you, Art. 6(1)(b)
basis-contract-named = Our contract with you ({ $contract }), Art. 6(1)(b)
basis-before-contract = Steps you ask for before a contract, Art. 6(1)(b)
basis-legal-obligation = Legal duty, Art. 6(1)(c): { $law }
basis-vital-interests = To protect someone's life, Art. 6(1)(d)
basis-public-task = Task in the public interest, Art. 6(1)(e): { $law }
basis-legitimate-interests = Our legitimate interest, Art. 6(1)(f)
basis-soft-opt-in = E-mail to customers on similar products, { $law }
basis-soft-opt-in-directive = Art. 13(2) of Directive 2002/58/EC
basis-with-law = { $basis } ({ $law })
basis-case = { $case }: { $basis }
basis-art9 = Sensitive data: { $condition }
basis-art9-law = Sensitive data: { $condition } ({ $law })
basis-unstated = Not stated
keep-unstated = Not stated
art9-explicit-consent = your explicit consent, Art. 9(2)(a)
art9-employment-law = employment and social law, Art. 9(2)(b)
art9-vital-interests = to protect life, Art. 9(2)(c)
art9-non-profit = our members, Art. 9(2)(d)
art9-made-public = you have made them public, Art. 9(2)(e)
art9-legal-claims = legal claims, Art. 9(2)(f)
art9-substantial-public-interest = substantial public interest, Art. 9(2)(g)
art9-health-care = health care, Art. 9(2)(h)
art9-public-health = public health, Art. 9(2)(i)
art9-research = archiving, research or statistics, Art. 9(2)(j)
art9-other = { $condition }
secrecy = This is done under a duty of secrecy.
purpose-optional-off = { $by ->
    [person] Off until you switch it on.
    [us] Off until we switch it on.
   *[organisation-admin] Off until an administrator of your organisation switches it on.
    }
purpose-optional-on = { $by ->
    [person] On until you switch it off.
    [us] On until we switch it off.
   *[organisation-admin] On until an administrator of your organisation switches it off.
    }
purpose-optional-scope = The choice holds for: { $scope }.
purpose-optional-disabled = When it is off: { $text }
purpose-channels = We reach you { $channels }.
purpose-id-ground = Why we need the identity number: { $why }
purpose-further = The data was collected for another purpose.
purpose-parent = Below the age of { $age } a parent consents.
purpose-recipients = Goes to: { $names }

## The data
data = The data, and how long we keep them
data-kept = Kept: { $keep }
data-stated = More on the periods:
data-examples = { $name }, for example { $items }
data-about = also about { $people }
data-free-text = you write what you like
data-when = { $name } ({ $when })
data-temporary = held only while the task runs
data-only = { $name }: only { $items }
data-of = { $people }: { $name }

## Interests, sensitive data
interests = Our legitimate interests
interests-weighed = We have weighed each of these interests against yours.
interests-on-request = Ask us, and we will send you the assessment.
interest = { $purpose }: { $interest }
special = Sensitive data
special-row = { $purpose }: { $data }
criminal-row = { $purpose }: { $data } (criminal convictions and offences)

## Sources
sources = Where we get the data
sources-self = Some of it comes from you.
source-row = { $source }
source-data = { $source }: { $data }
source-correct = { $source }, to correct: { $data }
source-verify = { $source }, to verify: { $data }
source-public = Open to the public.
source-mixed = Sources that cannot be told apart: { $kinds }
collection = When we collect data
collection-from = From: { $sources }.
collection-from-you = Where nothing else stands here, you give us the data yourself.
collection-data = Data: { $data }.
source-activity = our activity { $activity }

## Required
required = Do you have to give us the data?
required-contract = { $purpose }: we need the data for the contract. { $otherwise }
required-law = { $purpose }: the law requires the data. { $otherwise }
required-enter = { $purpose }: we need the data to enter into a contract. { $otherwise }
required-needed = { $purpose }: we need the data. { $otherwise }
required-voluntary = { $purpose }: you need not give the data. { $otherwise }
required-consequence = { $purpose }: { $otherwise }
required-free = Everything else is up to you. If you do not share it, nothing else changes for you.
required-all-free = You choose what you share. If you do not share it, nothing else changes for you.
required-free-some = You need not give the data for: { $purposes }. If you do not, nothing else changes for you.

## Recipients
recipients = Who receives the data
recipients-caption = Who receives your data
col-who = Who
col-does = What they do
col-where = Where
recipients-none = We share your data with no one.
recipients-processors = Those marked “working for us” can use the data only as we tell them to.
recipient-controller = in charge of how the data is used there
recipient-authority = public authority
recipient-group = company of our group, in charge of how the data is used there
recipient-joint = deciding together with us
recipient-processor = working for us
recipient-processor-agreement = working for us under a data processing agreement
recipient-buyer = buying or selling a business
recipient-private-person = private person
recipient-public = can see what we publish
recipient-internal = part of our organisation
recipient-no-access = supplier without access to the data
recipient-unknown = role not stated
recipient-also = for part of the data also: { $role }
recipient-own-purposes = Also uses the data for its own purposes: { $purposes }.
recipient-notice = Notice: { $url }
recipient-entity = { $name } ({ $country })
recipient-former = { $service } (no longer in use)
recipient-planned = { $service } (planned)
recipient-by-agreement = { $service } (where agreed with the customer)
recipient-no-access-service = { $service } (without access to the data)
recipient-unless = Unless otherwise agreed: { $document }.
recipient-sub = Uses: { $names }
recipient-since = Since { $date }.
recipient-law = Duty to hand over: { $law }.
recipient-data = Gets: { $data }.
recipient-people = About: { $people }.
recipient-activity = For: { $activities }.
occasion-legal-duty = when the law or an authority demands it
occasion-legal-claims = to establish or defend legal claims
occasion-business-transfer = when a business is bought or sold
occasion-fraud = to prevent fraud or credit risk
occasion-request = when you ask for it
occasion-condition = on a condition
where-stored = data stored in { $places }
where-seen = looked at from { $places }
where-seen-by = looked at from { $place } by { $who }
where-sees = what can be seen: { $what }
place-eu = the EU
place-eea = the EEA
place-europe = Europe
place-international-organisation = international organisation
place-chosen-by-person = where you choose
place-unknown = not stated
place-varies = varies
place-worldwide = worldwide
place-non-eea = outside the EEA

## Transfers
transfers = Transfers outside the EEA
transfers-none = Your data stays in the EEA.
transfers-home = We are established { $where }, outside the EEA.
transfers-own = We ourselves keep data { $where }.
transfer-from = { $name } has or sees data { $where }.
transfer-through = { $other } has or sees data { $where }, for { $name }.
transfer-what = Which data: { $what }
decision-ec = { $number }/EC
transfer-adequacy = The European Commission has decided that personal data is protected well enough there (adequacy decision { $decision }, Art. 45).
transfer-dpf = We rely on the EU-US Data Privacy Framework. The European Commission has decided that companies certified under it protect personal data well enough (adequacy decision (EU) 2023/1795, Art. 45).
transfer-dpf-entity = { $entity } is certified under the EU-US Data Privacy Framework, last checked { $date }. The European Commission has decided that such companies protect personal data well enough (adequacy decision (EU) 2023/1795, Art. 45).
transfer-dpf-also = { $entity } is also certified under the EU-US Data Privacy Framework, last checked { $date }.
transfer-no-decision = There is no adequacy decision for this transfer.
transfer-not-relied = We do not rely on an adequacy decision for this transfer.
transfer-sccs = The EU's standard contractual clauses have been signed (Art. 46(2)(c)): { $modules }.
transfer-sccs-plain = The EU's standard contractual clauses have been signed (Art. 46(2)(c)).
transfer-sccs-open = It is to rest on the EU's standard contractual clauses (Art. 46(2)(c)): { $modules }.
transfer-sccs-open-plain = It is to rest on the EU's standard contractual clauses (Art. 46(2)(c)).
transfer-other = It rests on: { $mechanism }.
transfer-other-named = It rests on: { $mechanism } ({ $name }).
transfer-derogation = It rests on an exception for single cases, Art. 49(1): { $ground }.
transfer-derogation-law = It rests on an exception for single cases, Art. 49(1): { $ground } ({ $law }).
transfer-not = We see no transfer in the sense of the law in it: { $why }
transfer-invalid = The text names { $mechanism }.
transfer-unstated = No mechanism is stated.
transfer-standby = If that ends, this applies instead: { $mechanism }.
transfer-measures = Further protection: { $measures }.
transfer-risks = Risks: { $text }
transfer-withdraw = How to withdraw your consent to this transfer: { $how }
transfer-copy = To get a copy of the safeguards: { $how }
module = { $number ->
    [1] module 1 (controller to controller)
    [2] module 2 (controller to processor)
    [3] module 3 (processor to processor)
   *[4] module 4 (processor to controller)
    }

## Retention
keep-after = { $time } after { $event }
keep-until = until { $event }
keep-at-most = at most { $time } after { $event }
keep-at-most-until = at most until { $event }
keep-at-least = at least { $time } after { $event }
keep-not-kept = not kept
keep-session = until the session ends
keep-permanent = kept for good
keep-criterion = { $criterion }
keep-criterion-review = { $criterion } (we check every { $interval })
keep-law = { $keep } ({ $law })
keep-exception = Longer: { $when }
keep-exception-period = Longer, { $period }: { $when }
keep-exception-data = only { $data }
keep-backups = In backups: { $period }.
keep-on-request = Earlier if you ask us.
keep-then-anonymise = Then made anonymous.
keep-then-archive = Then archived.
keep-then-return = Then returned.
keep-category = { $category }: { $keep }
keep-for = { $category } (for: { $purpose })
keep-statute = { $time } after { $event } ({ $law })
keep-temporary = only while the task runs

## Automated decisions and AI
automated = Automated decisions and AI
automated-alone = A computer decides on its own: { $what }
automated-human = { $what }: a person decides.
automated-open = { $what }: whether a person decides is not stated.
automated-none = No computer decides alone about you.
automated-effect-legal = The decision has legal effect.
automated-effect-significant = The decision affects you significantly.
automated-logic = What it looks at: { $logic }
automated-consequences = What it means for you: { $consequences }
automated-contest = You can ask for a person, say what you think and contest the decision: { $contest }
automated-ground = Ground: { $ground }
profiling = We build profiles for: { $activities }.
ai-provider = { $activity }: AI runs at { $provider }.
ai-us = { $activity }: we run AI ourselves.
ai-unstated = { $activity }: AI is used. Who runs it is not stated.
ai-uses = It { $uses }.
ai-data = What goes in: { $data }.
ai-trains-no = Your data does not train the models.
ai-trains-yes = Your data trains our models.
ai-trains-provider = Your data trains the provider's models.
ai-trains-unknown = Whether your data trains models is not stated.
ai-prompts = What you write and the answers are kept: { $period }.
ai-prompts-unknown = How long what you write and the answers are kept is not stated.
ai-disclosed = You are told: { $text }
ai-decides-no = It decides nothing about you.
ai-decides-assists = It prepares decisions that people take.
ai-decides-yes = It takes decisions.
ai-measures = Protection: { $measures }.

## Rights
rights = Your rights
right-object = You can object.
right-object-text = Do you not want us to use your data for an interest of ours? Tell us why. We will stop, unless we have reasons that weigh more heavily, or need the data for a legal claim. This holds for: { $purposes }.
right-object-task = Do you not want us to use your data for a task in the public interest? Tell us why. We will stop, unless we have reasons that weigh more heavily, or need the data for a legal claim. This holds for: { $purposes }.
right-object-text-all = Do you not want us to use your data for an interest of ours? Tell us why. We will stop, unless we have reasons that weigh more heavily, or need the data for a legal claim. This holds for each use above that rests on our legitimate interest.
right-object-task-all = Do you not want us to use your data for a task in the public interest? Tell us why. We will stop, unless we have reasons that weigh more heavily, or need the data for a legal claim. This holds for each use above that rests on such a task.
right-object-marketing = You can say no to marketing at any time. Then we stop. You need not give a reason. { $how }
right-access = Access
right-access-text = ask what we have about you, and get a copy.
right-rectification = Correct
right-rectification-text = ask us to fix what is wrong or missing.
right-erasure = Delete
right-erasure-text = ask us to delete your data.
right-erasure-limit = We must keep what the law demands for as long as it says. This holds for: { $data }.
right-erasure-limit-all = We must keep what the law demands for as long as it says.
right-restriction = Limit
right-restriction-text = ask us to put our use on hold, for instance while we check an error.
right-portability = Move
right-portability-text = get the data you gave us for { $purposes } as a file you can reuse.
right-portability-text-all = get the data you gave us, where the use above rests on your consent or a contract with you, as a file you can reuse.
right-withdraw = Change your mind
right-withdraw-text = take back your consent at any time. What we did before stays lawful.
right-withdraw-how = { $purpose }: { $how }
right-human = Ask for a person
right-human-text = where a computer decides on its own, ask a person to look at it, say what you think and contest the decision.
right-no-automated = Not decided by a computer alone
right-no-automated-text = you need not accept such a decision where it has legal or similar effects for you.
right-granted = We also grant this where the law does not demand it.
right-local-name = { $name } ({ $local })
right-except = Restricted by law for { $activity }: { $law }.
right-not-identifiable = For { $activity } we cannot tell who you are. You can use these rights if you give us details by which we can find you.
rights-how = How
rights-how-text = write to { $contact }.
rights-free = It is free.
rights-deadline = We answer within { $deadline }, or tell you within one month why it takes longer.
rights-doubt = If we are unsure who you are, we may ask.
rights-identity = How we check who you are: { $how }
rights-requires = We ask for: { $demands }.
complaint = Not happy?
complaint-first = Please write to us first, so that we can put it right.
complaint-text = You can complain to { $authority }.
complaint-elsewhere = If you live or work in another EEA country, you can complain there instead.
complaint-elsewhere-eea = If you live or work in an EEA country, you can complain there instead.
complaint-mediation = Help with a complaint: { $text }
complaint-bodies = You can also turn to: { $names }.
breaches = If something goes wrong
breaches-authority = Where the law asks for it, we tell the authority within { $time }.

## Cookies
cookies = Cookies
cookies-list = Cookies, what they do and how long they last
col-cookie = Name
col-cookie-does = What it does
col-cookie-group = Group
col-cookie-by = Set by
col-cookie-lasts = Lasts
cookies-text = Only what is strictly necessary is stored without asking you ({ $law }).
cookies-text-plain = Only what is strictly necessary is stored without asking you.
cookies-consent = We ask for your consent first: { $how }.
cookies-consent-some = For those marked “After your consent” we ask you first: { $how }.
cookies-banner = banner
cookies-withdraw = To change your choice: { $how }
cookies-refused = If you say no: { $text }
cookies-refused-none = If you say no, nothing else changes.
cookies-refused-limited = If you say no, part of the service does not work.
cookies-refused-no-access = If you say no, you cannot use the service.
cookies-alternative = Instead you can choose: { $text }
cookie-consent = After your consent.
cookie-no-consent = Without asking.
cookie-consent-unstated = Whether we ask you first is not stated.
cookie-consent-how = After your consent: { $how }.
cookie-data = Data: { $data }.
cookie-opt-out = To object: { $how }
cookie-if-refused = Without it: { $text }
cookie-us = us
cookie-lasts-at-most = at most { $time }
cookie-session = until you close the browser
cookie-persistent = stays on your device
cookie-until-logout = until you log out

## Security, promises, changes
security = How we protect the data
commitments = What we promise
commitment-unless = Exception: { $text }
changes = When this notice changes
changes-told = We tell you { $channels } before a change that matters to you.
changes-told-ahead = We tell you { $channels } at least { $time } before a change that matters to you.
changes-material = What matters: { $text }
changes-caption = Versions of this notice
col-version = Version
col-in-force = In force
col-change = What changed
archived = You are reading an old version.

## Short notice
short-contact = { $org } uses { $data } for this: { $purpose }.
short-basis = Why we may: { $basis }.
short-more = How we use your data: { $link }
