### Records and reports: titles, columns and fixed sentences.

## Frame
internal = Internal
public = Public
head-draft = Draft
head-organisation = Organisation
head-version = Version of the notice
head-register = Register
head-day = Reference date
head-standing = Completeness
head-standing-text = { $activities ->
        [1] 1 activity
       *[other] { $activities } activities
    }, { $errors ->
        [1] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [1] 1 warning
       *[other] { $warnings } warnings
    }
head-access = Access
head-source = Legal source
about = About
about-column = Column
about-meaning = What it means
not-stated = Not stated
not-applicable = Not applicable
nobody = None
legend = Columns whose head names an item of Art. 30 are mandatory.

## Provisions and layouts
cite-article = Art. { $article }
cite-paragraph = Art. { $article }({ $paragraph })
cite-letter = Art. { $article }({ $paragraph })({ $letter })
head-layout = Layout
layout-text = { $authority }, looked at on { $date }. { $standing }
layout-verified = The authority's own list was read in the source named.
layout-recalled = Order and titles are from knowledge: compare them with the authority's sheet.

## Titles
art30-controller = Record of processing activities (Art. 30(1))
art30-processor = Record of processing for customers (Art. 30(2))
subprocessors = Sub-processors
retention-schedule = Retention schedule
transfer-report = Transfers outside the EEA
dpia-list = Impact assessments
data-map = Data map
dashboard = State of the register
access-reply = Reply to a request for access
index = Documents of the register

## Columns
c-activity = Activity
c-reference = Number
c-department = Department
c-owner = Who answers for it
c-status = State
c-controller = Controller and contacts
c-joint = Joint controllers
c-purposes = Purposes
c-basis = Legal basis
c-people = Groups of people
c-data = Data
c-special = Sensitive data
c-sources = Sources
c-recipients = Recipients
c-transfers = Transfers and safeguards
c-erasure = Time limits for erasure
c-security = Security measures
c-dpia = Impact assessment
c-notice = Notice
c-systems = Systems
c-reviewed = Last review
c-service = Service
c-processor = Processor and contacts
c-customers = Customers (controllers)
c-work = Kinds of processing
c-subprocessors = Sub-processors
c-contract = Agreement
c-end = At the end
c-name = Name
c-does = What it does
c-where = Where
c-mechanism = Transfer mechanism
c-since = Since
c-objection = Last day to object
c-contact = Contact
c-category = Data
c-period = Period
c-starts = Starts with
c-because = Because
c-also = Longer, in backups, earlier
c-then = At the end
c-how = How
c-checked = Last verified
c-country = Country
c-recipient = Recipient
c-kind = Kind
c-valid = Valid until or checked
c-assessment = Assessment
c-measures = Supplementary measures
c-copy = Copy for people
c-criteria = Criteria of a high risk
c-required = Required
c-done = Carried out
c-outcome = Result
c-risk = Remaining risk
c-advice = Advice of the DPO
c-next = Next review
c-due = Due
c-what = What
c-count = Number
c-flow = Flow

## Values
dpia-not-needed = Not needed: { $why }
dpia-needed = Needed, and none is recorded: { $why }
dpia-none = No assessment: { $why }
dpia-by-law = Assessed by the legislator: { $law }
dpia-unanswered = Not answered
criteria-none = None that the register shows
record-controller = { $name }, { $address }. { $contact }
record-dpo = Data protection officer: { $name }, { $contact }
record-no-dpo = No data protection officer: { $why }
record-compatible = { $purpose }: the data was collected for another purpose. That is compatible: { $why }
record-oversight = Human oversight of AI: { $text }
record-representative = Representative: { $name }, { $contact }
no-transfer = None
customers-list = Listed in: { $list } (kept by { $owner })
status-planned = Planned
status-active = Active
status-ended = Ended { $date }
activity-planned = { $activity } (planned)
activity-ended = { $activity } (ended { $date }, data still kept)
activity-ended-once = { $activity } (ended, data still kept)
storage = storage or establishment
access = remote access
delete = Deleted
anonymise = Made anonymous
archive = Archived
return = Returned
method-automatic = By the system
method-manual = By hand
method-unknown = Not stated
yes-required = Yes
no-required = No

## Transfers
by-mechanism = By mechanism
by-mechanism-row = { $mechanism }: { $count }
if-it-falls = If it fell tomorrow
if-it-falls-row = { $mechanism }. These would be without a mechanism: { $recipients }. With another standing by: { $standby }.
no-transfers = No data leave the EEA.
no-transfers-recorded = No transfer outside the EEA is recorded.
places-open = Places not stated
places-open-row = Not stated where the data are: { $names }
transfer-standby-open = Meant to stand by, and not in force: { $mechanism }.

## What a mechanism rests on
e-set = Set of clauses
e-modules = Modules
e-signed = Signed
e-exporter = Exporter
exporter-us = we ourselves
exporter-customer = the customer
e-importer = Importer
e-bound = Bound member of the group
e-approval = Approval
e-name = Name
e-adherence = Adheres since
e-certificate = Certificate
e-valid = Valid until
e-ground = Ground
e-law = Provision
e-consent = Consent
e-frequency = How often
e-necessity = Why it is necessary
e-safeguards = Safeguards
e-affected = People affected
e-no-other = Why nothing else fits
e-authority = Authority told
e-people = People told
e-why = Why it is no transfer
e-file = File
e-listed = Entry in the list
e-looked-up = looked up { $date }
e-due = due again { $date }

## Retention schedule
c-system = System
c-flags = To look at
flag-none = Nothing
flag-manual = No automatic deletion: somebody has to do it by hand
flag-no-method = No automatic deletion is stated
flag-above-law = Longer than the { $time } of { $law }, without another reason
flag-elsewhere = { $activity }: { $period }
flag-differs-longest = This is the longest time for the same data. Shorter in { $others }
flag-differs-shorter = The same data are kept longest in { $others }
flag-differs-open = The same data are kept differently, and which is longest depends on the case. { $others }

## Customers in the record for them
head-redacted = Customers
head-redacted-text = Names and contact details of customers are left out, and each customer has a number. Read texts of the register once more before you hand this on.
left-out = Left out
customers-table = Customers
customers-below = For the { $count } customers in the table “{ $table }”
customer-number = Customer { $number }
c-customer = Customer (controller)
c-customer-dpo = Its data protection officer
c-customer-representative = Its representative
c-customer-since = Contract since

## Dashboard
dashboard-board = State of the register, for the board
state-good = In order
state-attention = Needs attention
state-urgent = Urgent
verdict = The register has { $errors ->
        [0] no errors
        [1] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [1] 1 warning
       *[other] { $warnings } warnings
    } and { $overdue ->
        [0] nothing overdue
        [1] 1 entry overdue
       *[other] { $overdue } entries overdue
    }.
verdict-open = { $count ->
        [1] 1 assessment, transfer or agreement is
       *[other] { $count } assessments, transfers or agreements are
    } missing.
verdict-silenced = { $count ->
        [1] 1 more error or warning is
       *[other] { $count } more errors or warnings are
    } set aside with a reason.
finding-row = { $what }: { $errors ->
        [0] no errors
        [1] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [1] 1 warning
       *[other] { $warnings } warnings
    } ({ $rules })
findings-where = Run “privreg validate”: it shows each of them with its place and what to do.
affects-record = What the record must hold
affects-notice = What notices must say
affects-lawfulness = Whether the processing is lawful
affects-practice = Upkeep of the register
due-now = Now
due-dpia = Impact assessment of { $name } is missing
due-mechanism = Transfer to { $name } has no mechanism
due-agreement = Agreement with { $name } is missing
due-deletion = Verify that deletion works: { $name }
due-exception = Look again at the exception for { $name }
due-more = { $count ->
        [1] 1 more entry is
       *[other] { $count } more entries are
    } not shown here.
nothing-coming = Nothing is due in the next 90 days.
names-more = { $names } and { $count } more
i-departments = Departments
i-languages = Languages
counted = How this was counted
counted-text = Everything is as of the reference date. Errors and warnings are those of “privreg validate”. What has ended is counted in the inventory alone. An entry is overdue from the day after its date.
do-now = Do now
coverage = Coverage
coverage-row = { $what }: { $have } of { $all }
coverage-missing = Missing: { $names }
risk-view = Risks
risk-row = { $what }: { $count }
coming = Next 90 days
inventory = Inventory
inventory-row = { $what }: { $count }
nothing-to-do = Nothing is due.
due-review = Review of { $name }
due-contract = Contract with { $name } ends
due-contract-check = Review of the contract with { $name }
due-subprocessor-list = Review of the sub-processors of { $name }
due-notice = Review of the notice “{ $name }”
due-dpf = Look { $name } up in the Data Privacy Framework list
r-special = Activities with sensitive data
r-children = Activities about children
r-automated = Automated decisions
r-large = Activities on a large scale
r-transfers = Recipients in third countries without an adequacy decision
i-activities = Activities
i-services = Services for customers
i-recipients = Recipients
i-systems = Systems
i-countries = Countries
w-basis = Purposes with a legal basis
w-period = Activities with a period for all data
w-recipients = Activities that answer who receives data
w-reviewed = Activities reviewed in time
w-owner = Activities with someone who answers for them

## Map
map-description = From left to right: sources, activities, systems, recipients. The same facts stand in the table at the end.
map-shapes = Sharp boxes are people and other organisations, round ones activities, drums systems. An arrow is data that flow.
map-borders = Dashed lines are the organisation and the EEA. A double line leaves the EEA. A box without a country in the register stands with the organisation.
map-overview = Overview
map-each = One map for each activity
map-in-words = The same in words
map-sources = Sources
map-activities = Activities
map-systems = Systems
map-recipients = Recipients
map-countries = Country and mechanism
map-outside = outside the EEA: { $country }
map-outside-eea = Outside the EEA
map-eea = EEA
map-unstated = no mechanism stated
map-place-open = place not stated
map-sensitive = { $data } (sensitive)
map-more = and { $count } more, see the table
map-no-department = No department
map-all-sources = { $count } sources
map-all-activities = { $count } activities
map-all-systems = { $count } systems
map-all-recipients = { $count } recipients
map-people = { $count } groups of people
map-others = { $count } other sources
map-processor = { $count } processors
map-controller = { $count } separate controllers
map-joint-controller = { $count } joint controllers
map-authority = { $count } public authorities
map-group = { $count } companies in the same group
map-buyer = { $count } buyers or sellers of a business
map-internal = { $count } units of the organisation
map-private-person = { $count } private persons
map-no-access = { $count } suppliers without access to data
map-unknown = { $count } recipients without a role

## Sub-processors
head-changed = Last changed
subprocessors-planned = Planned changes
subprocessor-who = { $name } ({ $details })
subprocessor-joins = { $who } joins { $service } on { $date }.
subprocessor-planned = { $who } is planned for { $service }.
subprocessor-object = You can object up to and including { $date }.
subprocessor-objected = The last day to object was { $date }.
subprocessor-since = { $name } has been a sub-processor for { $service } since { $date }.
feed-title = Sub-processors of { $org }

## Reply to a request
reply-slot-name = [[name]]
reply-slot-case = [[case number]]
reply-slot-received = [[date received]]
reply-slot-deadline = [[one month later]]
reply-intro = Dear { $name }, you asked us on { $received } what personal data we hold on you (case { $case }). We answer by { $deadline }.
reply-confirm = [[We use personal data about you. / We use no personal data about you.]]
reply-activity = [[Keep this part only if it applies to the person.]]
reply-data = Your data: [[copy from the systems]]
reply-period = For you this means until: [[date]]
reply-omitted = What we left out, and why (Art. 15(4)): [[...]]
reply-checklist = Checklist for the case handler. Internal: not to be sent.
reply-checklist-deadline = Received on { $received }. Answer by { $deadline }, one month later (Art. 12(3)). A last day at a weekend moves to Monday. Public holidays are not counted: check the date.
reply-checklist-demands = Why a request takes more than a question: { $why }
reply-checklist-system = { $system }: look for the person and export what is there ({ $activities })
reply-more = You can ask for more, or complain: see below.

# Caption of a table, under a heading of the same name
table-of = Table: { $title }
picture-of = Picture: { $title }
