//! Coded values of the format. A value that a rule always reports exists so that a text can be recorded as published.

use crate::values;

values! {
    pub enum OrganisationKind = "organisation_kind" {
        Company = "company", "Company";
        SoleTrader = "sole-trader", "Sole trader";
        NonProfit = "non-profit", "Association, foundation or other non-profit body";
        PublicAuthority = "public-authority", "Public authority or body";
        Court = "court", "Court in its judicial capacity";
    }
}

values! {
    pub enum NonProfitAim = "non_profit_aim" {
        Political = "political", "Political";
        Philosophical = "philosophical", "Philosophical";
        Religious = "religious", "Religious";
        TradeUnion = "trade-union", "Trade union";
        Other = "other", "Other";
    }
}

values! {
    pub enum ActsAs = "acts_as" {
        Controller = "controller", "Controller";
        Processor = "processor", "Processor";
    }
}

values! {
    pub enum RequestDemand = "request_demand" {
        Signature = "signature", "Signature", reported "PR707";
        Paper = "paper", "On paper", reported "PR707";
        Letter = "letter", "By letter", reported "PR707";
        FormOnly = "form-only", "Only by our form", reported "PR707";
        IdCopy = "id-copy", "Copy of an identity document", reported "PR707";
        Notarised = "notarised", "Notarised request", reported "PR707";
        Fee = "fee", "Fee", reported "PR707";
        Login = "login", "Logging in";
    }
}

values! {
    pub enum Level = "level" {
        Off = "off", "Not checked";
        Note = "note", "Note";
        Warning = "warning", "Warning";
        Error = "error", "Error";
    }
}

values! {
    pub enum FailLevel = "fail_level" {
        Note = "note", "Note";
        Warning = "warning", "Warning";
        Error = "error", "Error";
        Never = "never", "Never";
    }
}

values! {
    pub enum Status = "status" {
        Planned = "planned", "Planned";
        Active = "active", "Active";
        Ended = "ended", "Ended";
    }
}

values! {
    pub enum Scale = "scale" {
        Small = "small", "Small";
        Large = "large", "Large";
    }
}

values! {
    pub enum Risk = "risk" {
        Scoring = "scoring", "Evaluation or scoring";
        AutomatedDecision = "automated-decision", "Automated decision with legal or similar effect";
        SystematicMonitoring = "systematic-monitoring", "Systematic monitoring";
        SensitiveData = "sensitive-data", "Sensitive or highly personal data";
        LargeScale = "large-scale", "Large scale";
        Matching = "matching", "Matching or combining data sets";
        VulnerablePeople = "vulnerable-people", "Vulnerable people";
        InnovativeTechnology = "innovative-technology", "New use of technology";
        Blocking = "blocking", "Keeps people from a right, service or contract";
    }
}

values! {
    pub enum LegalBasis = "legal_basis" {
        Consent = "consent", "Consent, Art. 6(1)(a)", also ["6(1)(a)", "samtykke", "samtycke"];
        Contract = "contract", "Contract, Art. 6(1)(b)", also ["6(1)(b)", "avtale", "avtal", "kontrakt", "aftale"];
        LegalObligation = "legal-obligation", "Legal obligation, Art. 6(1)(c)", also ["6(1)(c)", "rettslig forpliktelse", "rättslig förpliktelse", "retlig forpligtelse"];
        VitalInterests = "vital-interests", "Vital interests, Art. 6(1)(d)", also ["6(1)(d)", "vitale interesser", "grundläggande intressen", "vitale interesse"];
        PublicTask = "public-task", "Task in the public interest, Art. 6(1)(e)", also ["6(1)(e)", "allmenn interesse", "allmänt intresse", "samfundets interesse"];
        LegitimateInterests = "legitimate-interests", "Legitimate interests, Art. 6(1)(f)", also ["6(1)(f)", "berettiget interesse", "berettigede interesser", "berättigat intresse", "legitim interesse"];
        SoftOptIn = "soft-opt-in", "E-mail to customers, Art. 13(2) Directive 2002/58/EC";
    }
}

values! {
    pub enum Art9 = "art9" {
        ExplicitConsent = "explicit-consent", "Explicit consent, Art. 9(2)(a)";
        EmploymentLaw = "employment-law", "Employment and social security law, (b)";
        VitalInterests = "vital-interests", "Vital interests, (c)";
        NonProfit = "non-profit", "Members of a non-profit body, (d)";
        MadePublic = "made-public", "Made public by the person, (e)";
        LegalClaims = "legal-claims", "Legal claims, (f)";
        SubstantialPublicInterest = "substantial-public-interest", "Substantial public interest, (g)";
        HealthCare = "health-care", "Health or social care, (h)";
        PublicHealth = "public-health", "Public health, (i)";
        Research = "research", "Archiving, research, statistics, (j)";
        LegitimateInterests = "legitimate-interests", "No condition", reported "PR302";
        Contract = "contract", "No condition", reported "PR302";
    }
}

values! {
    pub enum Required = "required" {
        No = "no", "Voluntary, and nothing else changes without it";
        Yes = "yes", "Follows from the legal basis";
        ByLaw = "by-law", "Required by law";
        ByContract = "by-contract", "Required by contract";
        ToEnterContract = "to-enter-contract", "Needed to enter into a contract";
    }
}

values! {
    pub enum SourceUsage = "source_use" {
        Collect = "collect", "Gives data";
        Correct = "correct", "Used to correct data";
        CollectAndCorrect = "collect-and-correct", "Both";
        Verify = "verify", "Used to verify data";
    }
}

values! {
    pub enum InformWhen = "inform_when" {
        FirstContact = "first-contact", "At the first contact";
        FirstDisclosure = "first-disclosure", "At the first disclosure";
        WithinAMonth = "within-a-month", "Within a month";
        AtCollection = "at-collection", "When collected";
    }
}

values! {
    pub enum Channel = "channel" {
        Email = "email", "E-mail";
        Sms = "sms", "Text message";
        Push = "push", "Push message";
        AutoCall = "auto-call", "Automated call";
        Phone = "phone", "Telephone call";
        Post = "post", "Letter";
        Service = "service", "In the service";
        Web = "web", "On the website";
        SocialMedia = "social-media", "Social media";
        InPerson = "in-person", "In person";
    }
}

values! {
    pub enum ConsentHow = "consent_how" {
        Form = "form", "Ticked in a form";
        Button = "button", "Button";
        Banner = "banner", "Banner with equal choices";
        Signature = "signature", "Signature";
        Oral = "oral", "Spoken and logged";
        Email = "email", "By e-mail";
        DevicePrompt = "device-prompt", "Prompt of the device";
        Contract = "contract", "By entering into the contract", reported "PR210";
        Terms = "terms", "By accepting terms", reported "PR210";
        Use = "use", "By use", reported "PR211";
        Submission = "submission", "By handing over data", reported "PR211";
        Silence = "silence", "By silence", reported "PR211";
        Scrolling = "scrolling", "By scrolling", reported "PR211";
        PreTicked = "pre-ticked", "Pre-ticked box", reported "PR211";
        BrowserSettings = "browser-settings", "Browser settings", reported "PR904";
        AdminSwitch = "admin-switch", "Switch of an administrator", reported "PR212";
    }
}

values! {
    pub enum ConsentBy = "consent_by" {
        Person = "person", "The person";
        Parent = "parent", "Holder of parental responsibility";
        Guardian = "guardian", "Guardian of an adult";
        Organisation = "organisation", "The person's organisation", reported "PR212";
        Customer = "customer", "The customer", reported "PR212";
        Employer = "employer", "The employer", reported "PR212";
        Admin = "admin", "An administrator", reported "PR212";
    }
}

values! {
    pub enum IfRefused = "if_refused" {
        NoDifference = "no-difference", "Nothing changes";
        Limited = "limited", "Part of the service does not work", reported "PR905";
        NoAccess = "no-access", "No access", reported "PR905";
    }
}

values! {
    pub enum OnOff = "on_off" {
        On = "on", "On";
        Off = "off", "Off";
    }
}

values! {
    pub enum EnabledBy = "enabled_by" {
        Person = "person", "The person";
        OrganisationAdmin = "organisation-admin", "Administrator of the customer";
        Us = "us", "Us";
    }
}

values! {
    pub enum Special = "special" {
        Health = "health", "Health";
        Biometric = "biometric", "Biometric, for identification";
        Genetic = "genetic", "Genetic";
        Ethnic = "ethnic", "Racial or ethnic origin";
        Political = "political", "Political opinions";
        Religion = "religion", "Religious or philosophical beliefs";
        TradeUnion = "trade-union", "Trade union membership";
        SexLife = "sex-life", "Sex life or sexual orientation";
        Unspecified = "unspecified", "Sensitive data of no stated kind";
        No = "no", "None, although the name suggests it";
    }
}

values! {
    pub enum Identifies = "identifies" {
        Direct = "direct", "Names or points to the person";
        Indirect = "indirect", "Singles out with further data";
        No = "no", "Not personal data";
    }
}

values! {
    pub enum Then = "then" {
        Delete = "delete", "Deleted";
        Anonymise = "anonymise", "Anonymised";
        Archive = "archive", "Archived";
        Return = "return", "Returned";
    }
}

values! {
    pub enum Method = "method" {
        Automatic = "automatic", "By the system";
        Manual = "manual", "By hand";
    }
}

values! {
    pub enum SourceKind = "source_kind" {
        Person = "person", "The person";
        Device = "device", "Use of a service or device";
        Organisation = "organisation", "Company or other organisation";
        Employer = "employer", "Employer";
        PublicRegister = "public-register", "Public register";
        Directory = "directory", "Directory";
        PublicWeb = "public-web", "Public web page";
        SocialMedia = "social-media", "Social media";
        Inferred = "inferred", "Derived by us";
        Other = "other", "Other";
    }
}

values! {
    pub enum Role = "role" {
        Processor = "processor", "Processor";
        Controller = "controller", "Separate controller";
        JointController = "joint-controller", "Joint controller";
        Authority = "authority", "Public authority";
        Group = "group", "Company of the same group";
        Buyer = "buyer", "Buyer or seller of a business";
        Internal = "internal", "Unit of the organisation itself; in the record only, no contract and no transfer";
        PrivatePerson = "private-person", "Private person, such as next of kin";
        NoAccess = "no-access", "Supplier without access to data";
        Unknown = "unknown", "Not recorded", reported "PR503";
    }
}

values! {
    pub enum ServiceStatus = "service_status" {
        Current = "current", "In use";
        Former = "former", "No longer in use";
        ByAgreement = "by-agreement", "Where agreed with the customer";
        Planned = "planned", "Planned";
    }
}

values! {
    pub enum Occasion = "occasion" {
        Always = "always", "As part of the activity";
        LegalDuty = "legal-duty", "When the law or an authority demands it";
        LegalClaims = "legal-claims", "To establish or defend claims";
        BusinessTransfer = "business-transfer", "When a business is bought or sold";
        Fraud = "fraud", "To prevent fraud or credit risk";
        Request = "request", "When the person asks for it";
        Condition = "condition", "On the condition in `when`";
    }
}

values! {
    pub enum Sector = "sector" {
        Commercial = "commercial", "Commercial";
        Bank = "bank", "Bank";
        Insurer = "insurer", "Insurance";
        TelecomCarrier = "telecom-carrier", "Telecom carrier";
        Airline = "airline", "Airline";
        Public = "public", "Public body";
        NonProfit = "non-profit", "Non-profit";
        Health = "health", "Health";
        Education = "education", "Education";
        CreditReference = "credit-reference", "Credit reference";
    }
}

values! {
    pub enum Subprocessing = "subprocessing" {
        Specific = "specific", "Specific authorisation";
        General = "general", "General authorisation";
        None = "none", "Not allowed";
    }
}

values! {
    pub enum DpfStatus = "dpf_status" {
        Active = "active", "Active";
        ActiveUnderReview = "active-under-review", "Active, re-certification under review";
        Inactive = "inactive", "Inactive", reported "PR605";
        Unknown = "unknown", "Not looked up", reported "PR605";
    }
}

values! {
    pub enum DpfCovers = "dpf_covers" {
        Hr = "hr", "HR data";
        NonHr = "non-hr", "Non-HR data";
    }
}

values! {
    pub enum Mechanism = "mechanism" {
        Adequacy = "adequacy", "Adequacy decision, Art. 45";
        Dpf = "dpf", "EU-US Data Privacy Framework, Art. 45, Decision (EU) 2023/1795";
        Sccs = "sccs", "Standard contractual clauses of the Commission, Art. 46(2)(c)";
        SaClauses = "sa-clauses", "Standard clauses of a supervisory authority, Art. 46(2)(d)";
        AdHocClauses = "ad-hoc-clauses", "Own clauses with authorisation, Art. 46(3)(a)";
        Bcr = "bcr", "Binding corporate rules, Art. 46(2)(b), 47";
        CodeOfConduct = "code-of-conduct", "Approved code of conduct, Art. 46(2)(e)";
        Certification = "certification", "Approved certification, Art. 46(2)(f)";
        PublicInstrument = "public-instrument", "Binding instrument between public bodies, Art. 46(2)(a)";
        PublicArrangement = "public-arrangement", "Administrative arrangement, Art. 46(3)(b)";
        LegacyAuthorisation = "legacy-authorisation", "Authorisation from before 25 May 2018, Art. 46(5)";
        Derogation = "derogation", "Derogation, Art. 49, with `ground`";
        NotATransfer = "not-a-transfer", "No transfer, with `why`";
        PrivacyShield = "privacy-shield", "EU-US Privacy Shield", reported "PR607";
        SafeHarbor = "safe-harbor", "EU-US Safe Harbour", reported "PR607";
        SwissUsPrivacyShield = "swiss-us-privacy-shield", "Swiss-US Privacy Shield", reported "PR607";
        SwissUsSafeHarbor = "swiss-us-safe-harbor", "Swiss-US Safe Harbour", reported "PR607";
        SwissUsDpf = "swiss-us-dpf", "Swiss-US Data Privacy Framework", reported "PR607";
        UkIdta = "uk-idta", "UK International Data Transfer Agreement", reported "PR607";
        UkAddendum = "uk-addendum", "UK Addendum to the EU clauses", reported "PR607";
        UkDataBridge = "uk-data-bridge", "UK Extension to the Data Privacy Framework", reported "PR607";
        UkBridge = "uk-bridge", "UK bridging period", reported "PR607";
        Art48Order = "art-48-order", "Judgment or order of a third country", reported "PR607";
        ProcessingAgreement = "processing-agreement", "Art. 28(7) clauses (EU) 2021/915", reported "PR607";
        Unspecified = "unspecified", "Text names no mechanism in particular", reported "PR601";
    }
}

values! {
    pub enum SccSet = "scc_set" {
        S2021 = "2021/914", "Clauses of 4 June 2021";
        S2010 = "2010/87", "Controller to processor, 2010", reported "PR608";
        S2004 = "2004/915", "Controller to controller, 2004", reported "PR608";
        S2002 = "2002/16", "Controller to processor, 2001", reported "PR608";
        S2001 = "2001/497", "Controller to controller, 2001", reported "PR608";
    }
}

values! {
    pub enum SccModule = "scc_module" {
        One = "1", "Controller to controller";
        Two = "2", "Controller to processor";
        Three = "3", "Processor to processor";
        Four = "4", "Processor to controller";
    }
}

values! {
    pub enum DerogationGround = "derogation_ground" {
        ExplicitConsent = "explicit-consent", "Explicit consent, Art. 49(1)(a)";
        Contract = "contract", "Contract with the person, (b)";
        ContractInInterest = "contract-in-interest", "Contract in the person's interest, (c)";
        PublicInterest = "public-interest", "Public interest, (d)";
        LegalClaims = "legal-claims", "Legal claims, (e)";
        VitalInterests = "vital-interests", "Vital interests, (f)";
        PublicRegister = "public-register", "Public register, (g)";
        CompellingInterests = "compelling-interests", "Compelling legitimate interests, second subparagraph";
    }
}

values! {
    pub enum Frequency = "frequency" {
        Occasional = "occasional", "Occasional";
        Regular = "regular", "Regular";
        PerRequest = "per-request", "At each request of a person";
    }
}

values! {
    pub enum CookieKind = "cookie_kind" {
        Cookie = "cookie", "Cookie";
        LocalStorage = "local-storage", "Local storage";
        SessionStorage = "session-storage", "Session storage";
        IndexedDb = "indexed-db", "Browser database";
        Pixel = "pixel", "Pixel";
        Sdk = "sdk", "Software kit in an app";
        Fingerprint = "fingerprint", "Fingerprint";
        Other = "other", "Other";
    }
}

values! {
    pub enum CookiePurpose = "cookie_purpose" {
        Necessary = "necessary", "Strictly necessary";
        Preferences = "preferences", "Preferences";
        Statistics = "statistics", "Statistics";
        Marketing = "marketing", "Marketing";
    }
}

values! {
    pub enum Effect = "effect" {
        None = "none", "No effect";
        Significant = "significant", "Significant effect";
        Legal = "legal", "Legal effect";
    }
}

values! {
    pub enum DecisionGround = "decision_ground" {
        Contract = "contract", "Contract, Art. 22(2)(a)";
        Law = "law", "Law, Art. 22(2)(b)";
        ExplicitConsent = "explicit-consent", "Explicit consent, Art. 22(2)(c)";
        LegitimateInterests = "legitimate-interests", "No ground", reported "PR806";
    }
}

values! {
    pub enum AiUse = "ai_use" {
        TextSuggestions = "text-suggestions", "Suggests texts";
        Summaries = "summaries", "Summarises";
        SearchAndAnswers = "search-and-answers", "Searches and answers questions";
        PatternDetection = "pattern-detection", "Finds patterns";
        Chat = "chat", "Talks with people";
        Transcription = "transcription", "Transcribes speech";
        MeetingTranscription = "meeting-transcription", "Transcribes meetings";
        Translation = "translation", "Translates";
        ImageGeneration = "image-generation", "Makes images";
        CodeAssistance = "code-assistance", "Helps to write code";
        SpamFiltering = "spam-filtering", "Filters messages";
        Routing = "routing", "Sorts and routes cases";
        Recommendation = "recommendation", "Recommends";
        Forecasting = "forecasting", "Forecasts";
        FraudDetection = "fraud-detection", "Finds fraud";
        RecruitmentScreening = "recruitment-screening", "Screens applicants";
        EmployeeEvaluation = "employee-evaluation", "Evaluates employees";
        CreditScoring = "credit-scoring", "Scores credit";
        InsurancePricing = "insurance-pricing", "Prices life or health insurance";
        EducationGrading = "education-grading", "Grades or admits pupils and students";
        BenefitEligibility = "benefit-eligibility", "Decides on benefits";
        BiometricIdentification = "biometric-identification", "Identifies by biometrics";
        EmergencyTriage = "emergency-triage", "Triages emergencies";
        EmotionRecognition = "emotion-recognition", "Recognises emotions";
        SocialScoring = "social-scoring", "Social scoring";
        FaceDatabaseScraping = "face-database-scraping", "Scrapes faces";
        BiometricCategorisation = "biometric-categorisation", "Sorts people by biometrics";
        CrimePrediction = "crime-prediction", "Predicts crime by profiling";
        Other = "other", "Other";
    }
}

values! {
    pub enum Trains = "trains" {
        No = "no", "No";
        Yes = "yes", "Yes, our models";
        Provider = "provider", "Yes, the provider's models";
        Unknown = "unknown", "Not known", reported "PR908";
    }
}

values! {
    pub enum AiDecides = "ai_decides" {
        No = "no", "No";
        Yes = "yes", "Yes";
        Assists = "assists", "Prepares decisions of people";
    }
}

values! {
    pub enum AssessmentKind = "assessment_kind" {
        Lia = "lia", "Legitimate interest assessment";
        Dpia = "dpia", "Data protection impact assessment";
        Tia = "tia", "Transfer impact assessment";
        VendorCheck = "vendor-check", "Check of a supplier";
        Compatibility = "compatibility", "Compatibility of a further purpose";
        Screening = "screening", "Screening whether a DPIA is needed";
    }
}

values! {
    pub enum Outcome = "outcome" {
        Passed = "passed", "Passed";
        Failed = "failed", "Failed";
        Accepted = "accepted", "Accepted";
        Rejected = "rejected", "Rejected";
        Equivalent = "equivalent", "Essentially equivalent protection";
        EquivalentWithMeasures = "equivalent-with-measures", "Equivalent with supplementary measures";
        NotEquivalent = "not-equivalent", "Not equivalent";
        Compatible = "compatible", "Compatible";
        NotCompatible = "not-compatible", "Not compatible";
        InProgress = "in-progress", "In progress";
        NotDone = "not-done", "Not carried out";
    }
}

values! {
    pub enum ResidualRisk = "residual_risk" {
        Low = "low", "Low";
        Medium = "medium", "Medium";
        High = "high", "High";
    }
}

values! {
    pub enum Right = "right" {
        Access = "access", "Access, Art. 15";
        Rectification = "rectification", "Rectification, Art. 16";
        Erasure = "erasure", "Erasure, Art. 17";
        Restriction = "restriction", "Restriction, Art. 18";
        Portability = "portability", "Portability, Art. 20";
        Objection = "objection", "Objection, Art. 21";
        Withdrawal = "withdrawal", "Withdrawal of consent, Art. 7(3)";
        NoAutomatedDecision = "no-automated-decision", "Not to be subject to an automated decision, Art. 22(1)";
        HumanReview = "human-review", "Human review, Art. 22(3)";
        Complaint = "complaint", "Complaint, Art. 77";
    }
}

values! {
    pub enum CountriesShown = "countries_shown" {
        Named = "named", "Named";
        Hidden = "hidden", "Not named";
    }
}

values! {
    pub enum GroupBy = "group_by" {
        Purpose = "purpose", "By purpose";
        Activity = "activity", "By activity";
        DataSubjects = "data-subjects", "By group of people";
    }
}

values! {
    pub enum SectionPlace = "section_place" {
        Before = "before", "Before the generated part";
        After = "after", "After the generated part";
        Instead = "instead", "Instead of the generated part";
    }
}

values! {
    pub enum Slot = "slot" {
        Intro = "intro", "Beginning";
        Audience = "audience", "For whom";
        KeyFacts = "key-facts", "Key facts";
        Controller = "controller", "Who we are";
        Purposes = "purposes", "What we use data for";
        Interests = "interests", "Our legitimate interests";
        SpecialCategories = "special-categories", "Sensitive data";
        Sources = "sources", "Where data come from";
        Required = "required", "Whether people must give data";
        Recipients = "recipients", "Who receives data";
        Transfers = "transfers", "Transfers outside the EEA";
        Retention = "retention", "How long";
        AutomatedDecisions = "automated-decisions", "Automated decisions and AI";
        Rights = "rights", "Rights";
        Complaints = "complaints", "Complaints";
        Cookies = "cookies", "Cookies";
        Security = "security", "Security";
        Updates = "updates", "Changes of the notice";
        Contact = "contact", "Contact";
        End = "end", "End";
    }
}

values! {
    pub enum DocumentKind = "document_kind" {
        Contract = "contract", "Contract";
        Terms = "terms", "Terms of use";
        ProcessingAgreement = "processing-agreement", "Processing agreement";
        PrivacyNotice = "privacy-notice", "Privacy notice";
        Policy = "policy", "Internal policy";
        Order = "order", "Order form";
        Guidance = "guidance", "Guidance";
        Other = "other", "Other";
    }
}

values! {
    pub enum ContractWith = "contract_with" {
        Person = "person", "The person";
        Organisation = "organisation", "The person's organisation";
    }
}

values! {
    pub enum CommitmentArea = "commitment_area" {
        Collection = "collection", "What is collected";
        SpecialCategories = "special-categories", "Sensitive data";
        Purposes = "purposes", "What data are used for";
        Marketing = "marketing", "Marketing";
        Disclosure = "disclosure", "To whom data are given";
        Sale = "sale", "Sale of data";
        Recipients = "recipients", "What recipients may do";
        Transfers = "transfers", "Transfers";
        Retention = "retention", "Retention";
        Ai = "ai", "AI and automated decisions";
        Security = "security", "Security";
        Incidents = "incidents", "Breaches";
        Rights = "rights", "Rights";
        Children = "children", "Children";
        UserDuties = "user-duties", "What users must do";
        Liability = "liability", "Liability";
        Register = "register", "The register itself";
        Other = "other", "Other";
    }
}

values! {
    pub enum SubjectKind = "data_subjects" {
        Customers = "customers", "Customers (consumers)";
        SoleTraders = "sole-traders", "Customers and suppliers who are sole traders";
        Prospects = "prospects", "Prospective customers";
        CustomerContacts = "customer-contacts", "Contact persons at customers";
        CustomerUsers = "customer-users", "Users at business customers";
        Users = "users", "Users with an own account";
        SupplierContacts = "supplier-contacts", "Contact persons at suppliers";
        PartnerContacts = "partner-contacts", "Contact persons at partners";
        AuthorityContacts = "authority-contacts", "Contact persons at authorities";
        Subscribers = "subscribers", "Newsletter subscribers";
        WebsiteVisitors = "website-visitors", "Website visitors";
        Visitors = "visitors", "Visitors of premises";
        Enquirers = "enquirers", "People who contact us";
        EventParticipants = "event-participants", "Event participants";
        CompetitionParticipants = "competition-participants", "Participants in competitions";
        SocialMediaFollowers = "social-media-followers", "Followers on social media";
        Applicants = "applicants", "Applicants";
        Employees = "employees", "Employees";
        FormerEmployees = "former-employees", "Former employees";
        Interns = "interns", "Interns and trainees";
        Contractors = "contractors", "Contractors and temporary staff";
        Volunteers = "volunteers", "Volunteers";
        EmployeeRelatives = "employee-relatives", "Relatives of employees";
        NextOfKin = "next-of-kin", "Next of kin";
        EmergencyContacts = "emergency-contacts", "Emergency contacts";
        Referees = "referees", "Referees";
        BoardMembers = "board-members", "Board members";
        Shareholders = "shareholders", "Shareholders";
        BeneficialOwners = "beneficial-owners", "Beneficial owners";
        Members = "members", "Members";
        Donors = "donors", "Donors";
        Patients = "patients", "Patients";
        CareRecipients = "care-recipients", "Care recipients";
        Pupils = "pupils", "Pupils";
        Students = "students", "Students";
        Children = "children", "Children";
        Parents = "parents", "Parents and guardians";
        Citizens = "citizens", "Citizens";
        Residents = "residents", "Residents and tenants";
        Guests = "guests", "Guests and travellers";
        Passengers = "passengers", "Passengers";
        InsuredPersons = "insured-persons", "Insured persons";
        Claimants = "claimants", "Claimants and complainants";
        Debtors = "debtors", "Debtors";
        Guarantors = "guarantors", "Guarantors";
        Payees = "payees", "Payees";
        Whistleblowers = "whistleblowers", "Whistleblowers";
        ReportedPersons = "reported-persons", "Persons concerned by reports";
        Witnesses = "witnesses", "Witnesses";
        ResearchParticipants = "research-participants", "Research participants";
        RoadUsers = "road-users", "Road users and passers-by";
        ThirdPersons = "third-persons", "Persons mentioned in content";
        Companies = "companies", "Companies without personal data";
    }
}

values! {
    pub enum PurposeKind = "purpose_kind" {
        ServiceDelivery = "service-delivery", "Delivering a service";
        AccountManagement = "account-management", "Accounts";
        Authentication = "authentication", "Logging in";
        CustomerCare = "customer-care", "Customer care";
        CustomerRelations = "customer-relations", "Customer relations";
        OrderHandling = "order-handling", "Orders";
        Delivery = "delivery", "Delivery";
        Invoicing = "invoicing", "Invoicing";
        Payment = "payment", "Payments";
        Bookkeeping = "bookkeeping", "Bookkeeping";
        DebtCollection = "debt-collection", "Debt collection";
        DebtCollectionScoring = "debt-collection-scoring", "Scoring for debt collection";
        CreditCheck = "credit-check", "Credit check";
        Scoring = "scoring", "Scoring";
        FraudPrevention = "fraud-prevention", "Preventing fraud";
        AntiMoneyLaundering = "anti-money-laundering", "Anti-money-laundering";
        Security = "security", "IT security";
        AccessControl = "access-control", "Access to premises";
        VideoSurveillance = "video-surveillance", "Video surveillance";
        ServiceQuality = "service-quality", "Quality of a service";
        Analytics = "analytics", "Analytics";
        ProductImprovement = "product-improvement", "Product development";
        Personalisation = "personalisation", "Personalisation";
        Testing = "testing", "Testing";
        DirectMarketing = "direct-marketing", "Direct marketing";
        Advertising = "advertising", "Advertising";
        ProfilingForMarketing = "profiling-for-marketing", "Profiling for marketing";
        Events = "events", "Events";
        Surveys = "surveys", "Surveys";
        Communication = "communication", "Answering enquiries";
        SupplierManagement = "supplier-management", "Suppliers";
        Recruitment = "recruitment", "Recruitment";
        TalentPool = "talent-pool", "Talent pool";
        PersonnelAdministration = "personnel-administration", "Personnel administration";
        Payroll = "payroll", "Payroll";
        WorkingTime = "working-time", "Working time";
        EmployeeMonitoring = "employee-monitoring", "Monitoring of employees";
        Whistleblowing = "whistleblowing", "Whistleblowing";
        Membership = "membership", "Membership";
        CaseHandling = "case-handling", "Handling of cases";
        HealthCare = "health-care", "Health care";
        Education = "education", "Education";
        LegalCompliance = "legal-compliance", "Compliance with law";
        LegalClaims = "legal-claims", "Legal claims";
        Audit = "audit", "Audit";
        BusinessTransfer = "business-transfer", "Purchase or sale of a business";
        Archiving = "archiving", "Archiving";
        Research = "research", "Research";
        Statistics = "statistics", "Statistics";
        AiAssistance = "ai-assistance", "AI assistance";
        AiTraining = "ai-training", "Training of AI";
        Other = "other", "Other";
    }
}

values! {
    pub enum ProcessingKind = "processing_kind" {
        Hosting = "hosting", "Hosting";
        Storage = "storage", "Storage";
        Backup = "backup", "Backup";
        Operation = "operation", "Operation";
        Support = "support", "Support";
        Troubleshooting = "troubleshooting", "Troubleshooting";
        Maintenance = "maintenance", "Maintenance";
        Development = "development", "Development";
        Testing = "testing", "Testing";
        Migration = "migration", "Migration";
        Monitoring = "monitoring", "Monitoring";
        Communication = "communication", "Communication";
        EmailFiltering = "email-filtering", "Filtering of e-mail";
        Analytics = "analytics", "Analytics";
        Reporting = "reporting", "Reporting";
        Payroll = "payroll", "Payroll";
        Accounting = "accounting", "Accounting";
        Printing = "printing", "Printing";
        Scanning = "scanning", "Scanning";
        Transcription = "transcription", "Transcription";
        Payment = "payment", "Payments";
        AiAssistance = "ai-assistance", "AI assistance";
        Destruction = "destruction", "Destruction";
    }
}

values! {
    pub enum RecipientCategory = "recipient_categories" {
        Hosting = "hosting", "Hosting and infrastructure";
        CloudSoftware = "cloud-software", "Software as a service";
        ItSupport = "it-support", "IT support and operation";
        Communication = "communication", "Communication services";
        EmailDelivery = "email-delivery", "E-mail delivery";
        CustomerSupportTool = "customer-support-tool", "Customer support tools";
        Analytics = "analytics", "Analytics";
        Advertising = "advertising", "Advertising";
        AiProvider = "ai-provider", "AI provider";
        PaymentService = "payment-service", "Payment services";
        Bank = "bank", "Banks";
        Accounting = "accounting", "Accounting";
        Payroll = "payroll", "Payroll";
        Auditor = "auditor", "Auditors";
        LegalAdviser = "legal-adviser", "Legal advisers";
        DebtCollection = "debt-collection", "Debt collection";
        CreditReference = "credit-reference", "Credit reference";
        Insurance = "insurance", "Insurance companies";
        Pension = "pension", "Pension providers";
        RecruitmentTool = "recruitment-tool", "Recruitment tools";
        OccupationalHealth = "occupational-health", "Occupational health";
        PostalAndDelivery = "postal-and-delivery", "Postal and delivery services";
        Printing = "printing", "Printing";
        SecurityService = "security-service", "Security services";
        EventOrganiser = "event-organiser", "Event organisers";
        Travel = "travel", "Travel services";
        GroupCompany = "group-company", "Companies of the group";
        BusinessPartner = "business-partner", "Business partners";
        TheirEmployer = "their-employer", "The person's employer";
        TradeUnion = "trade-union", "Trade unions";
        TaxAuthority = "tax-authority", "Tax administration";
        SocialSecurity = "social-security", "Social security and labour administration";
        Police = "police", "Police and prosecution";
        Court = "court", "Courts";
        SupervisoryAuthority = "supervisory-authority", "Supervisory authorities";
        HealthAuthority = "health-authority", "Health authorities";
        Municipality = "municipality", "Municipalities";
        School = "school", "Schools and universities";
        BuyerOfBusiness = "buyer-of-business", "Buyers and sellers of a business";
        Public = "public", "The public";
    }
}

values! {
    pub enum BuiltInMeasure = "security_measures" {
        AccessControl = "access-control", "Access by role and need";
        StrongAuthentication = "strong-authentication", "Strong authentication";
        Encryption = "encryption", "Encryption";
        EncryptionInTransit = "encryption-in-transit", "Encryption in transit";
        EncryptionAtRest = "encryption-at-rest", "Encryption at rest";
        EndToEndEncryption = "end-to-end-encryption", "End-to-end encryption";
        CustomerHeldKeys = "customer-held-keys", "Keys held by the exporter";
        Pseudonymisation = "pseudonymisation", "Pseudonymisation";
        SplitProcessing = "split-processing", "Split processing";
        Anonymisation = "anonymisation", "Anonymisation";
        DataMinimisation = "data-minimisation", "Data minimisation";
        Separation = "separation", "Separation of customers";
        Logging = "logging", "Logging";
        Monitoring = "monitoring", "Monitoring and detection";
        BackupAndRestore = "backup-and-restore", "Backup and restore";
        Redundancy = "redundancy", "Redundancy";
        Testing = "testing", "Regular testing of the measures";
        VulnerabilityManagement = "vulnerability-management", "Vulnerability management";
        MalwareProtection = "malware-protection", "Malware protection";
        NetworkProtection = "network-protection", "Firewalls and network protection";
        SecureDevelopment = "secure-development", "Secure development";
        ChangeManagement = "change-management", "Change management";
        PhysicalSecurity = "physical-security", "Physical security";
        SecureDisposal = "secure-disposal", "Secure disposal";
        AutomaticDeletion = "automatic-deletion", "Automatic deletion";
        Training = "training", "Training";
        Confidentiality = "confidentiality", "Duty of confidentiality";
        Policies = "policies", "Policies";
        RiskAssessment = "risk-assessment", "Risk assessment";
        IncidentHandling = "incident-handling", "Incident handling";
        SupplierControl = "supplier-control", "Supplier control";
        Contractual = "contractual", "Contractual measures";
        Audit = "audit", "Audits";
        Certification = "certification", "Certification";
    }
}
