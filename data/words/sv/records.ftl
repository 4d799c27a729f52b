### Records and reports: titles, columns and fixed sentences.

## Frame
internal = Intern
public = Offentlig
head-draft = Utkast
head-organisation = Organisation
head-version = Version av integritetspolicyn
head-register = Register
head-day = Status per
head-standing = Fullständighet
head-standing-text = { $activities ->
        [1] 1 behandling
       *[other] { $activities } behandlingar
    }, { $errors } fel, { $warnings ->
        [1] 1 varning
       *[other] { $warnings } varningar
    }
head-access = Åtkomst
head-source = Bestämmelse
about = Om dokumentet
about-column = Kolumn
about-meaning = Vad den betyder
not-stated = Anges inte
not-applicable = Ej aktuellt
nobody = Inga
legend = Kolumner som hänvisar till en punkt i artikel 30 är obligatoriska.

## Provisions and layouts
cite-article = artikel { $article }
cite-paragraph = artikel { $article }.{ $paragraph }
cite-letter = artikel { $article }.{ $paragraph } { $letter }
head-layout = Uppställning
layout-text = { $authority }, kontrollerad den { $date }. { $standing }
layout-verified = Listan har lästs hos myndigheten själv.
layout-recalled = Ordningen och rubrikerna är inte kontrollerade: jämför med myndighetens mall.

## Titles
art30-controller = Register över behandling (artikel 30.1)
art30-processor = Register över behandling för kunders räkning (artikel 30.2)
subprocessors = Underbiträden
retention-schedule = Plan för lagring och radering
transfer-report = Överföringar utanför EES
dpia-list = Konsekvensbedömningar
data-map = Datakarta
dashboard = Registrets status
access-reply = Svar på begäran om tillgång
index = Registrets dokument

## Columns
c-activity = Behandling
c-reference = Nummer
c-department = Avdelning
c-owner = Ansvarig
c-status = Status
c-controller = Personuppgiftsansvarig och kontaktuppgifter
c-joint = Gemensamt personuppgiftsansvariga
c-purposes = Ändamål
c-basis = Rättslig grund
c-people = Kategorier av registrerade
c-data = Kategorier av personuppgifter
c-special = Känsliga uppgifter
c-sources = Källor
c-recipients = Mottagare
c-transfers = Överföringar och skyddsåtgärder
c-erasure = Tidsfrister för radering
c-security = Säkerhetsåtgärder
c-dpia = Konsekvensbedömning
c-notice = Integritetspolicy
c-systems = System
c-reviewed = Senaste översyn
c-service = Tjänst
c-processor = Personuppgiftsbiträde och kontaktuppgifter
c-customers = Kunder (personuppgiftsansvariga)
c-work = Kategorier av behandling
c-subprocessors = Underbiträden
c-contract = Avtal
c-end = När uppdraget är slut
c-name = Namn
c-does = Vad de gör
c-where = Var
c-mechanism = Överföringsmekanism
c-since = Sedan
c-objection = Sista dagen för invändningar
c-contact = Kontakt
c-category = Kategori av personuppgifter
c-period = Lagringstid
c-starts = Räknas från
c-because = Skäl
c-also = Längre, i säkerhetskopior, tidigare
c-then = När tidsfristen är ute
c-how = Hur
c-checked = Senast kontrollerat
c-country = Land
c-recipient = Mottagare
c-kind = Typ
c-valid = Giltigt till eller kontrollerat
c-assessment = Bedömning
c-measures = Ytterligare skyddsåtgärder
c-copy = Kopia till de registrerade
c-criteria = Kriterier för hög risk
c-required = Krävs
c-done = Genomförd
c-outcome = Resultat
c-risk = Kvarstående risk
c-advice = Råd från dataskyddsombudet
c-next = Nästa översyn
c-due = Senast
c-what = Vad
c-count = Antal
c-flow = Dataflöde

## Values
dpia-not-needed = Behövs inte: { $why }
dpia-needed = Behövs, och ingen finns i registret: { $why }
dpia-none = Ingen bedömning: { $why }
dpia-by-law = Bedömd av lagstiftaren: { $law }
dpia-unanswered = Inte besvarat
criteria-none = Inga som registret visar
record-controller = { $name }, { $address }. { $contact }
record-dpo = Dataskyddsombud: { $name }, { $contact }
record-no-dpo = Inget dataskyddsombud: { $why }
record-compatible = { $purpose }: Uppgifterna samlades in för ett annat ändamål. Det nya ändamålet är förenligt med det: { $why }
record-oversight = Mänsklig kontroll av AI: { $text }
record-representative = Företrädare: { $name }, { $contact }
no-transfer = Ingen överföring
customers-list = Finns i: { $list } (förs av { $owner })
status-planned = Planerad
status-active = Aktiv
status-ended = Avslutad { $date }
activity-planned = { $activity } (planerad)
activity-ended = { $activity } (avslutad den { $date }, uppgifter sparas fortfarande)
activity-ended-once = { $activity } (avslutad, uppgifter sparas fortfarande)
storage = lagring eller etablering
access = fjärråtkomst
delete = Raderas
anonymise = Anonymiseras
archive = Arkiveras
return = Lämnas tillbaka
method-automatic = Av systemet
method-manual = Manuellt
method-unknown = Anges inte
yes-required = Ja
no-required = Nej

## Transfers
by-mechanism = Efter överföringsmekanism
by-mechanism-row = { $mechanism }: { $count }
if-it-falls = Om mekanismen upphörde i morgon
if-it-falls-row = { $mechanism }: Dessa skulle stå utan mekanism: { $recipients }. Antal som har en annan redo: { $standby }.
no-transfers = Inga personuppgifter lämnar EES.
no-transfers-recorded = Ingen överföring utanför EES är registrerad.
places-open = Platser som inte anges
places-open-row = Anges inte var uppgifterna finns: { $names }
transfer-standby-open = Avses stå redo, men gäller inte ännu: { $mechanism }.

## What a mechanism rests on
e-set = Uppsättning klausuler
e-modules = Moduler
e-signed = Undertecknat
e-exporter = Exportör
exporter-us = vi själva
exporter-customer = kunden
e-importer = Importör
e-bound = Bunden medlem av koncernen
e-approval = Godkännande
e-name = Namn
e-adherence = Ansluten sedan
e-certificate = Certifikat
e-valid = Giltigt till
e-ground = Grund
e-law = Bestämmelse
e-consent = Samtycke
e-frequency = Hur ofta
e-necessity = Varför det är nödvändigt
e-safeguards = Skyddsåtgärder
e-affected = Berörda personer
e-no-other = Varför inget annat passar
e-authority = Tillsynsmyndigheten underrättad
e-people = De registrerade underrättade
e-why = Varför det inte är någon överföring
e-file = Fil
e-listed = Post i listan
e-looked-up = kontrollerad { $date }
e-due = förnyas { $date }

## Retention schedule
c-system = System
c-flags = Att se över
flag-none = Inget
flag-manual = Ingen automatisk radering: någon måste göra det för hand
flag-no-method = Automatisk radering anges inte
flag-above-law = Längre än { $time } enligt { $law }, utan något annat skäl
flag-elsewhere = { $activity }: { $period }
flag-differs-longest = Detta är den längsta lagringstiden för samma uppgifter. Kortare i { $others }
flag-differs-shorter = Samma uppgifter lagras längst i { $others }
flag-differs-open = Samma uppgifter har olika lagringstid, och vilken som är längst beror på fallet. { $others }

## Customers in the record for them
head-redacted = Kunder
head-redacted-text = Namn på och kontaktuppgifter till kunderna är utelämnade, och varje kund har ett nummer. Läs texterna från registret en gång till innan detta lämnas vidare.
left-out = Utelämnat
customers-table = Kunder
customers-below = För de { $count } kunderna i tabellen ”{ $table }”
customer-number = Kund { $number }
c-customer = Kund (personuppgiftsansvarig)
c-customer-dpo = Kundens dataskyddsombud
c-customer-representative = Kundens företrädare
c-customer-since = Avtal sedan

## Dashboard
dashboard-board = Registrets status, för styrelsen
state-good = I sin ordning
state-attention = Behöver åtgärdas
state-urgent = Brådskande
verdict = Registret har { $errors ->
        [0] inga fel
        [1] 1 fel
       *[other] { $errors } fel
    }, { $warnings ->
        [0] inga varningar
        [1] 1 varning
       *[other] { $warnings } varningar
    } och { $overdue ->
        [0] inget försenat
        [1] 1 försenad uppgift
       *[other] { $overdue } försenade uppgifter
    }.
verdict-open = { $count ->
        [1] 1 bedömning, överföringsmekanism eller avtal saknas
       *[other] { $count } bedömningar, överföringsmekanismer eller avtal saknas
    }.
verdict-silenced = { $count ->
        [1] Ytterligare 1 fel eller varning har
       *[other] Ytterligare { $count } fel eller varningar har
    } lagts åt sidan med ett skäl.
finding-row = { $what }: { $errors ->
        [0] inga fel
        [1] 1 fel
       *[other] { $errors } fel
    }, { $warnings ->
        [0] inga varningar
        [1] 1 varning
       *[other] { $warnings } varningar
    } ({ $rules })
findings-where = Kör ”privreg validate”: där står varje avvikelse med plats och vad ni kan göra.
affects-record = Det som registret måste innehålla
affects-notice = Det som integritetspolicyer måste säga
affects-lawfulness = Om behandlingen är laglig
affects-practice = Registrets skötsel
due-now = Nu
due-dpia = Konsekvensbedömning saknas för { $name }
due-mechanism = Överföringsmekanism saknas för { $name }
due-agreement = Avtal med { $name } saknas
due-deletion = Kontrollera att raderingen fungerar: { $name }
due-exception = Se över undantaget för { $name }
due-more = { $count ->
        [1] Ytterligare 1 uppgift visas
       *[other] Ytterligare { $count } uppgifter visas
    } inte här.
nothing-coming = Inget ska göras de närmaste 90 dagarna.
names-more = { $names } och { $count } till
i-departments = Avdelningar
i-languages = Språk
counted = Så räknades det
counted-text = Allt gäller datumet överst. Fel och varningar är de som ”privreg validate” visar. Det som har upphört räknas bara med i översikten. En uppgift är försenad från dagen efter sitt datum.
do-now = Gör nu
coverage = Täckning
coverage-row = { $what }: { $have } av { $all }
coverage-missing = Saknas: { $names }
risk-view = Risker
risk-row = { $what }: { $count }
coming = De närmaste 90 dagarna
inventory = Översikt
inventory-row = { $what }: { $count }
nothing-to-do = Det finns inget att göra nu.
due-review = Översyn av { $name }
due-contract = Avtalet med { $name } löper ut
due-contract-check = Översyn av avtalet med { $name }
due-subprocessor-list = Översyn av underbiträdena till { $name }
due-notice = Översyn av integritetspolicyn ”{ $name }”
due-dpf = Slå upp { $name } i listan för Data Privacy Framework
r-special = Behandlingar med känsliga uppgifter
r-children = Behandlingar som rör barn
r-automated = Automatiserade beslut
r-large = Behandlingar i stor omfattning
r-transfers = Mottagare i tredjeländer utan beslut om adekvat skyddsnivå
i-activities = Behandlingar
i-services = Tjänster åt kunder
i-recipients = Mottagare
i-systems = System
i-countries = Länder
w-basis = Ändamål med rättslig grund
w-period = Behandlingar med lagringstid för alla uppgifter
w-recipients = Behandlingar som anger vilka som får uppgifterna
w-reviewed = Behandlingar med översyn i tid
w-owner = Behandlingar med en ansvarig

## Map
map-description = Från vänster till höger: källor, behandlingar, system, mottagare. Samma uppgifter står i tabellen i slutet.
map-shapes = Kantiga rutor är människor och andra organisationer, runda är behandlingar, cylindrar är system. En pil är uppgifter som flödar.
map-borders = Streckade linjer är organisationen och EES. En dubbel linje lämnar EES. En ruta utan land i registret står tillsammans med organisationen.
map-overview = Översikt
map-each = En karta för varje behandling
map-in-words = Samma sak i ord
map-sources = Källor
map-activities = Behandlingar
map-systems = System
map-recipients = Mottagare
map-countries = Land och överföringsmekanism
map-outside = utanför EES: { $country }
map-outside-eea = Utanför EES
map-eea = EES
map-unstated = utan angiven mekanism
map-place-open = plats anges inte
map-sensitive = { $data } (känsligt)
map-more = och { $count } till, se tabellen
map-no-department = Utan avdelning
map-all-sources = { $count } källor
map-all-activities = { $count } behandlingar
map-all-systems = { $count } system
map-all-recipients = { $count } mottagare
map-people = { $count } grupper av människor
map-others = { $count } andra källor
map-processor = { $count } personuppgiftsbiträden
map-controller = { $count } självständigt personuppgiftsansvariga
map-joint-controller = { $count } gemensamt personuppgiftsansvariga
map-authority = { $count } offentliga myndigheter
map-group = { $count } bolag i samma koncern
map-buyer = { $count } köpare eller säljare av verksamhet
map-internal = { $count } enheter inom den egna organisationen
map-private-person = { $count } privatpersoner
map-no-access = { $count } leverantörer utan åtkomst till uppgifter
map-unknown = { $count } mottagare utan roll

## Sub-processors
head-changed = Senast ändrad
subprocessors-planned = Planerade ändringar
subprocessor-who = { $name } ({ $details })
subprocessor-joins = { $who } blir underbiträde för { $service } från och med den { $date }.
subprocessor-planned = Det är planerat att { $who } blir underbiträde för { $service }.
subprocessor-object = Ni kan göra invändningar till och med den { $date }.
subprocessor-objected = Sista dagen för invändningar var den { $date }.
subprocessor-since = { $name } har varit underbiträde för { $service } sedan den { $date }.
feed-title = Underbiträden för { $org }

## Reply to a request
reply-slot-name = [[namn]]
reply-slot-case = [[ärendenummer]]
reply-slot-received = [[datum då frågan kom in]]
reply-slot-deadline = [[datum en månad senare]]
reply-intro = Hej { $name }! Du frågade oss den { $received } vilka personuppgifter vi har om dig (ärende { $case }). Vi svarar senast den { $deadline }.
reply-confirm = [[Vi använder personuppgifter om dig. / Vi använder inga personuppgifter om dig.]]
reply-activity = [[Behåll den här delen bara om den gäller personen.]]
reply-data = Dina uppgifter: [[kopia från systemen]]
reply-period = För dig betyder det till: [[datum]]
reply-omitted = Det här har vi utelämnat, och varför (artikel 15.4): [[...]]
reply-checklist = Checklista för handläggaren. Intern: får inte skickas.
reply-checklist-deadline = Inkom den { $received }. Svara senast den { $deadline }, en månad senare (artikel 12.3). Om sista dagen är en lördag eller söndag flyttas den till måndag. Helgdagar är inte inräknade: kontrollera datumet.
reply-checklist-demands = Varför mer än en begäran krävs: { $why }
reply-checklist-system = { $system }: Sök efter personen och exportera det som finns där ({ $activities })
reply-more = Du kan be om mer, eller klaga: se nedan.

# Caption of a table, under a heading of the same name
table-of = Tabell: { $title }
picture-of = Figur: { $title }
