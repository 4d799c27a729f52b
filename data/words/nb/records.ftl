### Records and reports: titles, columns and fixed sentences.

## Frame
internal = Intern
public = Offentlig
head-draft = Utkast
head-organisation = Virksomhet
head-version = Versjon av personvernerklæringen
head-register = Protokoll
head-day = Status per
head-standing = Fullstendighet
head-standing-text = { $activities ->
        [1] 1 aktivitet
       *[other] { $activities } aktiviteter
    }, { $errors } feil, { $warnings ->
        [1] 1 advarsel
       *[other] { $warnings } advarsler
    }
head-access = Tilgang
head-source = Lovbestemmelse
about = Om dokumentet
about-column = Kolonne
about-meaning = Hva den betyr
not-stated = Ikke oppgitt
not-applicable = Ikke aktuelt
nobody = Ingen
legend = Kolonner som viser til et punkt i artikkel 30, er obligatoriske.

## Provisions and layouts
cite-article = art. { $article }
cite-paragraph = art. { $article } nr. { $paragraph }
cite-letter = art. { $article } nr. { $paragraph } bokstav { $letter }
head-layout = Oppsett
layout-text = { $authority }, sist kontrollert { $date }. { $standing }
layout-verified = Listen er lest hos tilsynet selv.
layout-recalled = Rekkefølgen og titlene er ikke kontrollert: Sammenlign med skjemaet til tilsynet.

## Titles
art30-controller = Protokoll over behandlingsaktiviteter (artikkel 30 nr. 1)
art30-processor = Protokoll over behandling for kunder (artikkel 30 nr. 2)
subprocessors = Underdatabehandlere
retention-schedule = Plan for lagring og sletting
transfer-report = Overføringer ut av EØS
dpia-list = Vurderinger av personvernkonsekvenser
data-map = Datakart
dashboard = Status for protokollen
access-reply = Svar på krav om innsyn
index = Dokumenter fra protokollen

## Columns
c-activity = Behandlingsaktivitet
c-reference = Nummer
c-department = Avdeling
c-owner = Ansvarlig
c-status = Status
c-controller = Behandlingsansvarlig og kontaktopplysninger
c-joint = Felles behandlingsansvarlige
c-purposes = Formål
c-basis = Rettslig grunnlag
c-people = Kategorier av registrerte
c-data = Kategorier av personopplysninger
c-special = Sensitive opplysninger
c-sources = Kilder
c-recipients = Mottakere
c-transfers = Overføringer og garantier
c-erasure = Slettefrister
c-security = Sikkerhetstiltak
c-dpia = Vurdering av personvernkonsekvenser
c-notice = Personvernerklæring
c-systems = Systemer
c-reviewed = Siste gjennomgang
c-service = Tjeneste
c-processor = Databehandler og kontaktopplysninger
c-customers = Kunder (behandlingsansvarlige)
c-work = Kategorier av behandling
c-subprocessors = Underdatabehandlere
c-contract = Avtale
c-end = Når oppdraget er slutt
c-name = Navn
c-does = Hva de gjør
c-where = Hvor
c-mechanism = Overføringsgrunnlag
c-since = Siden
c-objection = Siste dag for innvendinger
c-contact = Kontakt
c-category = Kategori av personopplysninger
c-period = Lagringstid
c-starts = Regnes fra
c-because = Begrunnelse
c-also = Lenger, i sikkerhetskopier, tidligere
c-then = Når fristen er ute
c-how = Hvordan
c-checked = Sist kontrollert
c-country = Land
c-recipient = Mottaker
c-kind = Type
c-valid = Gyldig til eller kontrollert
c-assessment = Vurdering
c-measures = Ytterligere tiltak
c-copy = Kopi til de registrerte
c-criteria = Kriterier for høy risiko
c-required = Påkrevd
c-done = Gjennomført
c-outcome = Resultat
c-risk = Gjenværende risiko
c-advice = Råd fra personvernombudet
c-next = Neste gjennomgang
c-due = Frist
c-what = Hva
c-count = Antall
c-flow = Dataflyt

## Values
dpia-not-needed = Ikke nødvendig: { $why }
dpia-needed = Nødvendig, og ingen er registrert: { $why }
dpia-none = Ingen vurdering: { $why }
dpia-by-law = Vurdert av lovgiver: { $law }
dpia-unanswered = Ikke besvart
criteria-none = Ingen som protokollen viser
record-controller = { $name }, { $address }. { $contact }
record-dpo = Personvernombud: { $name }, { $contact }
record-no-dpo = Har ikke personvernombud: { $why }
record-compatible = { $purpose }: Opplysningene ble samlet inn for et annet formål. Det nye formålet er forenlig med det: { $why }
record-oversight = Menneskelig kontroll med KI: { $text }
record-representative = Representant: { $name }, { $contact }
no-transfer = Ingen overføring
customers-list = Står i: { $list } (føres av { $owner })
status-planned = Planlagt
status-active = Aktiv
status-ended = Avsluttet { $date }
activity-planned = { $activity } (planlagt)
activity-ended = { $activity } (avsluttet { $date }, opplysninger lagres fortsatt)
activity-ended-once = { $activity } (avsluttet, opplysninger lagres fortsatt)
storage = lagring eller etablering
access = fjerntilgang
delete = Slettes
anonymise = Anonymiseres
archive = Arkiveres
return = Leveres tilbake
method-automatic = Av systemet
method-manual = Manuelt
method-unknown = Ikke oppgitt
yes-required = Ja
no-required = Nei

## Transfers
by-mechanism = Etter overføringsgrunnlag
by-mechanism-row = { $mechanism }: { $count }
if-it-falls = Hvis grunnlaget falt bort i morgen
if-it-falls-row = { $mechanism }: Disse ville stått uten grunnlag: { $recipients }. Antall som har et annet klart: { $standby }.
no-transfers = Ingen personopplysninger forlater EØS.
no-transfers-recorded = Det er ikke registrert noen overføring ut av EØS.
places-open = Steder som ikke er oppgitt
places-open-row = Ikke oppgitt hvor opplysningene er: { $names }
transfer-standby-open = Skal stå klart, men gjelder ikke ennå: { $mechanism }.

## What a mechanism rests on
e-set = Sett med vilkår
e-modules = Moduler
e-signed = Underskrevet
e-exporter = Eksportør
exporter-us = vi selv
exporter-customer = kunden
e-importer = Importør
e-bound = Bundet medlem av konsernet
e-approval = Godkjenning
e-name = Navn
e-adherence = Tilsluttet siden
e-certificate = Sertifikat
e-valid = Gyldig til
e-ground = Grunnlag
e-law = Bestemmelse
e-consent = Samtykke
e-frequency = Hvor ofte
e-necessity = Hvorfor det er nødvendig
e-safeguards = Garantier
e-affected = Berørte personer
e-no-other = Hvorfor ikke noe annet passer
e-authority = Tilsynet varslet
e-people = De registrerte varslet
e-why = Hvorfor det ikke er noen overføring
e-file = Fil
e-listed = Oppføring i listen
e-looked-up = slått opp { $date }
e-due = fornyes { $date }

## Retention schedule
c-system = System
c-flags = Bør ses på
flag-none = Ingenting
flag-manual = Ingen automatisk sletting: noen må gjøre det manuelt
flag-no-method = Automatisk sletting er ikke oppgitt
flag-above-law = Lenger enn { $time } etter { $law }, uten annen begrunnelse
flag-elsewhere = { $activity }: { $period }
flag-differs-longest = Dette er den lengste lagringstiden for de samme opplysningene. Kortere i { $others }
flag-differs-shorter = De samme opplysningene lagres lengst i { $others }
flag-differs-open = De samme opplysningene har ulik lagringstid, og hvilken som er lengst, kommer an på saken. { $others }

## Customers in the record for them
head-redacted = Kunder
head-redacted-text = Navn på og kontaktopplysninger for kundene er utelatt, og hver kunde har et nummer. Les tekstene fra protokollen en gang til før dette gis videre.
left-out = Utelatt
customers-table = Kunder
customers-below = For de { $count } kundene i tabellen «{ $table }»
customer-number = Kunde { $number }
c-customer = Kunde (behandlingsansvarlig)
c-customer-dpo = Kundens personvernombud
c-customer-representative = Kundens representant
c-customer-since = Avtale siden

## Dashboard
dashboard-board = Status for protokollen, til styret
state-good = I orden
state-attention = Må følges opp
state-urgent = Haster
verdict = Protokollen har { $errors ->
        [0] ingen feil
        [1] 1 feil
       *[other] { $errors } feil
    }, { $warnings ->
        [0] ingen advarsler
        [1] 1 advarsel
       *[other] { $warnings } advarsler
    } og { $overdue ->
        [0] ingenting over fristen
        [1] 1 oppgave over fristen
       *[other] { $overdue } oppgaver over fristen
    }.
verdict-open = { $count ->
        [1] 1 vurdering, overføringsgrunnlag eller avtale mangler
       *[other] { $count } vurderinger, overføringsgrunnlag eller avtaler mangler
    }.
verdict-silenced = { $count ->
        [1] 1 feil eller advarsel til er
       *[other] { $count } feil eller advarsler til er
    } satt til side med en begrunnelse.
finding-row = { $what }: { $errors ->
        [0] ingen feil
        [1] 1 feil
       *[other] { $errors } feil
    }, { $warnings ->
        [0] ingen advarsler
        [1] 1 advarsel
       *[other] { $warnings } advarsler
    } ({ $rules })
findings-where = Kjør «privreg validate»: Der står hvert funn med sted og hva dere kan gjøre.
affects-record = Det protokollen må inneholde
affects-notice = Det personvernerklæringer må si
affects-lawfulness = Om behandlingen er lovlig
affects-practice = Vedlikehold av protokollen
due-now = Nå
due-dpia = Vurdering av personvernkonsekvenser mangler for { $name }
due-mechanism = Overføringsgrunnlag mangler for { $name }
due-agreement = Avtale med { $name } mangler
due-deletion = Kontroller at slettingen virker: { $name }
due-exception = Se på unntaket for { $name } på nytt
due-more = { $count ->
        [1] 1 oppgave til vises
       *[other] { $count } oppgaver til vises
    } ikke her.
nothing-coming = Ingen frister de neste 90 dagene.
names-more = { $names } og { $count } til
i-departments = Avdelinger
i-languages = Språk
counted = Slik er det talt
counted-text = Alt gjelder datoen øverst. Feil og advarsler er de samme som «privreg validate» viser. Det som er avsluttet, telles bare med i oversikten. En oppgave er over fristen fra dagen etter datoen.
do-now = Gjør nå
coverage = Dekning
coverage-row = { $what }: { $have } av { $all }
coverage-missing = Mangler: { $names }
risk-view = Risiko
risk-row = { $what }: { $count }
coming = De neste 90 dagene
inventory = Oversikt
inventory-row = { $what }: { $count }
nothing-to-do = Det er ingenting å gjøre nå.
due-review = Gjennomgang av { $name }
due-contract = Avtalen med { $name } går ut
due-contract-check = Gjennomgang av avtalen med { $name }
due-subprocessor-list = Gjennomgang av underdatabehandlerne til { $name }
due-notice = Gjennomgang av personvernerklæringen «{ $name }»
due-dpf = Slå opp { $name } i listen til Data Privacy Framework
r-special = Aktiviteter med sensitive opplysninger
r-children = Aktiviteter som gjelder barn
r-automated = Automatiserte avgjørelser
r-large = Aktiviteter i stor skala
r-transfers = Mottakere i tredjestater uten beslutning om tilstrekkelig beskyttelsesnivå
i-activities = Aktiviteter
i-services = Tjenester for kunder
i-recipients = Mottakere
i-systems = Systemer
i-countries = Land
w-basis = Formål med rettslig grunnlag
w-period = Aktiviteter med lagringstid for alle opplysninger
w-recipients = Aktiviteter som oppgir hvem som får opplysningene
w-reviewed = Aktiviteter gjennomgått i tide
w-owner = Aktiviteter med en ansvarlig

## Map
map-description = Fra venstre mot høyre: kilder, aktiviteter, systemer, mottakere. De samme opplysningene står i tabellen til slutt.
map-shapes = Kantede bokser er mennesker og andre virksomheter, runde er aktiviteter, sylindre er systemer. En pil er opplysninger som flyter.
map-borders = Stiplede linjer er virksomheten og EØS. En dobbel strek går ut av EØS. En boks uten land i protokollen står sammen med virksomheten.
map-overview = Oversikt
map-each = Ett kart for hver aktivitet
map-in-words = Det samme i ord
map-sources = Kilder
map-activities = Aktiviteter
map-systems = Systemer
map-recipients = Mottakere
map-countries = Land og overføringsgrunnlag
map-outside = utenfor EØS: { $country }
map-outside-eea = Utenfor EØS
map-eea = EØS
map-unstated = uten oppgitt grunnlag
map-place-open = sted ikke oppgitt
map-sensitive = { $data } (sensitivt)
map-more = og { $count } til, se tabellen
map-no-department = Uten avdeling
map-all-sources = { $count } kilder
map-all-activities = { $count } aktiviteter
map-all-systems = { $count } systemer
map-all-recipients = { $count } mottakere
map-people = { $count } grupper av mennesker
map-others = { $count } andre kilder
map-processor = { $count } databehandlere
map-controller = { $count } selvstendige behandlingsansvarlige
map-joint-controller = { $count } felles behandlingsansvarlige
map-authority = { $count } offentlige myndigheter
map-group = { $count } selskaper i samme konsern
map-buyer = { $count } kjøpere eller selgere av virksomhet
map-internal = { $count } enheter i egen organisasjon
map-private-person = { $count } privatpersoner
map-no-access = { $count } leverandører uten tilgang til opplysninger
map-unknown = { $count } mottakere uten rolle

## Sub-processors
head-changed = Sist endret
subprocessors-planned = Planlagte endringer
subprocessor-who = { $name } ({ $details })
subprocessor-joins = { $who } blir underdatabehandler for { $service } fra { $date }.
subprocessor-planned = Det er planlagt at { $who } blir underdatabehandler for { $service }.
subprocessor-object = Dere kan komme med innvendinger til og med { $date }.
subprocessor-objected = Siste dag for innvendinger var { $date }.
subprocessor-since = { $name } har vært underdatabehandler for { $service } siden { $date }.
feed-title = Underdatabehandlere for { $org }

## Reply to a request
reply-slot-name = [[navn]]
reply-slot-case = [[saksnummer]]
reply-slot-received = [[dato mottatt]]
reply-slot-deadline = [[én måned senere]]
reply-intro = Hei { $name }! Du spurte oss { $received } hvilke personopplysninger vi har om deg (sak { $case }). Vi svarer senest { $deadline }.
reply-confirm = [[Vi bruker personopplysninger om deg. / Vi bruker ingen personopplysninger om deg.]]
reply-activity = [[Behold denne delen bare hvis den gjelder personen.]]
reply-data = Opplysningene dine: [[kopi fra systemene]]
reply-period = For deg betyr det til: [[dato]]
reply-omitted = Dette har vi utelatt, og dette er grunnen (artikkel 15 nr. 4): [[...]]
reply-checklist = Sjekkliste for saksbehandleren. Intern: skal ikke sendes.
reply-checklist-deadline = Mottatt { $received }. Svar innen { $deadline }, én måned senere (artikkel 12 nr. 3). Er siste dag i en helg, flyttes fristen til mandag. Helligdager er ikke regnet med: Kontroller datoen.
reply-checklist-demands = Hvorfor det kreves mer enn en henvendelse: { $why }
reply-checklist-system = { $system }: Søk etter personen og eksporter det som finnes der ({ $activities })
reply-more = Du kan be om mer, eller klage: se nedenfor.

# Caption of a table, under a heading of the same name
table-of = Tabell: { $title }
picture-of = Figur: { $title }
