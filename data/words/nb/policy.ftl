### Fixed sentences of privacy notices. Whole sentences, never glued fragments.

## Frame
title = Slik bruker { $org } personopplysningene dine
title-cookies = Informasjonskapsler og lignende teknologi hos { $org }
description = Hva { $org } bruker personopplysninger til, rettslig grunnlag, lagringstid, hvem som får dem, og hvilke rettigheter du har.
description-cookies = Informasjonskapslene som { $org } bruker, hva de gjør, hvem som setter dem, og hvor lenge de varer.
version = Versjon { $version }
in-force = Gjelder fra { $date }
what-changed = Hva er endret
draft = Utkast. Skal ikke publiseres.
toc = På denne siden
contents = Innhold
skip = Hopp til innholdet
languages = Språk
fingerprint = Protokoll { $hash }

## Lists and values
and = { $first } og { $last }
and-apart = { $first }, og { $last }
none = Ingen
yes = Ja
no = Nei
quoted = «{ $text }»
colon = { $label }: { $text }
measure = { $name } ({ $includes })
date = { $day }. { $month } { $year }
month = { $number ->
    [1] januar
    [2] februar
    [3] mars
    [4] april
    [5] mai
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] desember
    }
seconds = { $n ->
    [one] { $n } sekund
   *[other] { $n } sekunder
    }
minutes = { $n ->
    [one] { $n } minutt
   *[other] { $n } minutter
    }
hours = { $n ->
    [one] { $n } time
   *[other] { $n } timer
    }
days = { $n ->
    [one] { $n } dag
   *[other] { $n } dager
    }
weeks = { $n ->
    [one] { $n } uke
   *[other] { $n } uker
    }
months = { $n ->
    [one] { $n } måned
   *[other] { $n } måneder
    }
years = { $n ->
    [one] { $n } år
   *[other] { $n } år
    }
or = { $first } eller { $last }
or-apart = { $first }, eller { $last }

## Audience
for-groups = Denne erklæringen gjelder for: { $groups }.
not-for = I ett tilfelle gjelder den ikke for deg: { $text }
processor-role = Bruker du en av tjenestene våre gjennom en virksomhet? Da er det virksomheten som bestemmer hvordan opplysningene dine brukes der, og vi følger instruksene derfra. Spør virksomheten om personvernerklæringen. Her forteller vi om den bruken vi selv svarer for.

## Key facts
key-facts = Kort fortalt
key-controller = Hvem har ansvaret
key-controller-text = { $org }, { $country }. Skriv til { $contact }.
key-controller-text-no-contact = { $org }, { $country }.
key-purposes = Hva vi bruker opplysningene til
key-purposes-consent = Hvis du sier ja: { $purposes }.
key-purposes-consent-more = Hvis du sier ja: { $purposes }, med mer.
key-purposes-more = { $purposes }, med mer.
key-purposes-all = { $purposes }.
key-surprise = Verdt å vite
key-retention = Hvor lenge vi lagrer dem
key-rights = Rettighetene dine
key-rights-text = Du kan se, rette, slette eller begrense opplysningene.
key-rights-move = Du kan også flytte noen av dem.
key-object = Du kan protestere.
key-withdraw = Du kan når som helst trekke et samtykke.
key-complain = Du kan klage til { $authority }.
surprise-automated = En datamaskin avgjør noen saker alene: { $what }.
surprise-special = Vi bruker sensitive opplysninger: { $data }.
surprise-transfer = Noen opplysninger lagres eller ses utenfor EØS: { $countries }.
surprise-controllers = Noen mottakere bestemmer selv hvordan de bruker opplysningene dine: { $names }.
surprise-others = Noen opplysninger kommer fra andre: { $sources }.
surprise-tracking = Nettstedet vårt spør før det bruker informasjonskapsler som ikke er nødvendige.
surprise-cookies = Nettstedet vårt bruker informasjonskapsler som ikke er nødvendige.
keep-shortest-longest = Fra { $shortest } ({ $first }) til { $longest } ({ $last }).
keep-session-longest = Til økten er slutt ({ $first }), høyst { $longest } ({ $last }).
keep-one = { $longest } ({ $last }).
keep-see = Se hver bruk nedenfor.
keep-see-data = Etter type opplysning, se listen under

## Who we are
controller = Hvem vi er
controller-text = { $org }, { $address }, er behandlingsansvarlig. Det betyr at vi bestemmer hvordan og hvorfor opplysningene dine brukes.
controller-text-number = { $org } (org.nr. { $number }), { $address }, er behandlingsansvarlig. Det betyr at vi bestemmer hvordan og hvorfor opplysningene dine brukes.
controller-trade-names = Du kjenner oss som { $names }.
controller-group = Vi er en del av { $group }.
controller-group-parent = Vi er en del av { $group }, der { $parent } er morselskap.
controller-represented = { $org } er representert ved { $name }.
controller-websites = { $count ->
        [1] Nettstedet vårt: { $sites }.
       *[other] Nettstedene våre: { $sites }.
    }
contact = Spørsmål om personvern tar vi imot på { $contact }.
contact-activity = { $activity }: { $contact }
dpo = Personvernombud
dpo-named = Personvernombudet vårt er { $name }. Du kan skrive til { $contact } i fortrolighet.
dpo-unnamed = Vi har et personvernombud. Du kan skrive til { $contact } i fortrolighet.
representative = Representanten vår i EØS er { $name }, { $contact }.
joint = Sammen med { $partners } bestemmer vi over dette: { $activities }. { $essence }
joint-contact = Du kan henvende deg til hvem av oss du vil. Kontakt: { $contact }
joint-either = Du kan henvende deg til hvem av oss du vil.

## Work for customers
processor = Når vi arbeider for kundene våre
processor-text = I disse tjenestene er kunden vår behandlingsansvarlig. Vi er databehandler. Vi handler på vegne av kunden og følger instruksene derfra.
processor-data = Personopplysninger
processor-people = Om
processor-work = Hva vi gjør
processor-instruction = Instruks
processor-contract = Avtale: Vi har en databehandleravtale med kunden.
processor-contract-document = Avtale: { $document }.
processor-end = Når oppdraget er slutt
processor-sub = Vi bruker underdatabehandlere: { $names }.
processor-security = Sikkerhet

## Purposes
purposes = Hva vi bruker opplysningene dine til
purposes-caption = Bruken vår, hvilke opplysninger, rettslig grunnlag og lagringstid
col-why = Hvorfor
col-what = Hvilke opplysninger
col-basis = Rettslig grunnlag (GDPR)
col-keep = Hvor lenge vi lagrer dem
about-people = Om: { $people }
basis-consent = Samtykket ditt, artikkel 6 nr. 1 bokstav a
basis-contract = Avtalen med deg, artikkel 6 nr. 1 bokstav b
basis-contract-named = Avtalen med deg ({ $contract }), artikkel 6 nr. 1 bokstav b
basis-before-contract = Det du ber oss gjøre før en avtale, artikkel 6 nr. 1 bokstav b
basis-legal-obligation = Plikt etter lov, artikkel 6 nr. 1 bokstav c: { $law }
basis-vital-interests = For å verne liv, artikkel 6 nr. 1 bokstav d
basis-public-task = Oppgave i allmennhetens interesse, artikkel 6 nr. 1 bokstav e: { $law }
basis-legitimate-interests = Vår berettigede interesse, artikkel 6 nr. 1 bokstav f
basis-soft-opt-in = E-post til kunder om tilsvarende produkter, { $law }
basis-soft-opt-in-directive = artikkel 13 nr. 2 i direktiv 2002/58/EF
basis-with-law = { $basis } ({ $law })
basis-case = { $case }: { $basis }
basis-art9 = Særlige kategorier: { $condition }
basis-art9-law = Særlige kategorier: { $condition } ({ $law })
basis-unstated = Ikke oppgitt
keep-unstated = Ikke oppgitt
art9-explicit-consent = uttrykkelig samtykke fra deg, artikkel 9 nr. 2 bokstav a
art9-employment-law = arbeidsrett, trygderett og sosialrett, artikkel 9 nr. 2 bokstav b
art9-vital-interests = for å verne liv, artikkel 9 nr. 2 bokstav c
art9-non-profit = medlemmene våre, artikkel 9 nr. 2 bokstav d
art9-made-public = du har selv offentliggjort dem, artikkel 9 nr. 2 bokstav e
art9-legal-claims = rettskrav, artikkel 9 nr. 2 bokstav f
art9-substantial-public-interest = viktige allmenne interesser, artikkel 9 nr. 2 bokstav g
art9-health-care = helsetjenester, artikkel 9 nr. 2 bokstav h
art9-public-health = folkehelse, artikkel 9 nr. 2 bokstav i
art9-research = arkiv, forskning eller statistikk, artikkel 9 nr. 2 bokstav j
art9-other = { $condition }
secrecy = Dette skjer under taushetsplikt.
purpose-optional-off = { $by ->
    [person] Dette er slått av til du slår det på.
    [us] Dette er slått av til vi slår det på.
   *[organisation-admin] Dette er slått av til en administrator i virksomheten din slår det på.
    }
purpose-optional-on = { $by ->
    [person] Dette er slått på til du slår det av.
    [us] Dette er slått på til vi slår det av.
   *[organisation-admin] Dette er slått på til en administrator i virksomheten din slår det av.
    }
purpose-optional-scope = Valget gjelder for: { $scope }.
purpose-optional-disabled = Når det er slått av: { $text }
purpose-channels = Vi når deg { $channels }.
purpose-id-ground = Derfor trenger vi fødselsnummer eller annet ID-nummer: { $why }
purpose-further = Opplysningene ble samlet inn for et annet formål.
purpose-parent = Er du under { $age } år, må en av foreldrene samtykke.
purpose-recipients = Går til: { $names }

## The data
data = Opplysningene, og hvor lenge vi lagrer dem
data-kept = Lagres: { $keep }
data-stated = Mer om lagringstidene:
data-examples = { $name }, for eksempel { $items }
data-about = også om { $people }
data-free-text = du skriver det du vil
data-when = { $name } ({ $when })
data-temporary = finnes bare mens oppgaven pågår
data-only = { $name }: bare { $items }
data-of = { $people }: { $name }

## Interests, sensitive data
interests = De berettigede interessene våre
interests-weighed = Vi har veid hver av disse interessene mot din.
interests-on-request = Spør oss, så sender vi deg vurderingen.
interest = { $purpose }: { $interest }
special = Sensitive opplysninger
special-row = { $purpose }: { $data }
criminal-row = { $purpose }: { $data } (straffedommer og lovovertredelser)

## Sources
sources = Hvor opplysningene kommer fra
sources-self = Noen av dem kommer fra deg.
source-row = { $source }
source-data = { $source }: { $data }
source-correct = { $source }, for å rette: { $data }
source-verify = { $source }, for å kontrollere: { $data }
source-public = Åpent for alle.
source-mixed = Kilder vi ikke kan skille fra hverandre: { $kinds }
collection = Når vi samler inn opplysninger
collection-from = Fra: { $sources }.
collection-from-you = Der det ikke står noe annet her, gir du oss opplysningene selv.
collection-data = Opplysninger: { $data }.
source-activity = vår aktivitet { $activity }

## Required
required = Må du gi oss opplysningene?
required-contract = { $purpose }: Vi trenger opplysningene til avtalen. { $otherwise }
required-law = { $purpose }: Loven krever opplysningene. { $otherwise }
required-enter = { $purpose }: Vi trenger opplysningene for å inngå en avtale. { $otherwise }
required-needed = { $purpose }: Vi trenger opplysningene. { $otherwise }
required-voluntary = { $purpose }: Du trenger ikke å gi opplysningene. { $otherwise }
required-consequence = { $purpose }: { $otherwise }
required-free = Resten velger du selv. Hvis du ikke gir oss dem, endrer det ingenting annet for deg.
required-all-free = Du velger selv hva du gir oss. Hvis du ikke gir oss noe, endrer det ingenting annet for deg.
required-free-some = Du trenger ikke å gi opplysningene til: { $purposes }. Hvis du lar det være, endrer det ingenting annet for deg.

## Recipients
recipients = Hvem som får opplysningene
recipients-caption = Hvem som får opplysningene dine
col-who = Hvem
col-does = Hva de gjør
col-where = Hvor
recipients-none = Vi deler ikke opplysningene dine med noen.
recipients-processors = De som er merket «jobber for oss», kan bruke opplysningene bare slik vi sier.
recipient-controller = bestemmer selv hvordan opplysningene brukes der
recipient-authority = offentlig myndighet
recipient-group = selskap i konsernet vårt, bestemmer selv hvordan opplysningene brukes der
recipient-joint = bestemmer sammen med oss
recipient-processor = jobber for oss
recipient-processor-agreement = jobber for oss med databehandleravtale
recipient-buyer = kjøper eller selger en virksomhet
recipient-private-person = privatperson
recipient-public = kan se det vi publiserer
recipient-internal = del av virksomheten vår
recipient-no-access = leverandør uten tilgang til opplysningene
recipient-unknown = rollen er ikke oppgitt
recipient-also = for en del av opplysningene også: { $role }
recipient-own-purposes = Bruker også opplysningene til egne formål: { $purposes }.
recipient-notice = Personvernerklæring: { $url }
recipient-entity = { $name } ({ $country })
recipient-former = { $service } (ikke lenger i bruk)
recipient-planned = { $service } (planlagt)
recipient-by-agreement = { $service } (når det er avtalt med kunden)
recipient-no-access-service = { $service } (uten tilgang til opplysningene)
recipient-unless = Med mindre annet er avtalt: { $document }.
recipient-sub = Bruker: { $names }
recipient-since = Siden { $date }.
recipient-law = Plikt til å utlevere: { $law }.
recipient-data = Får: { $data }.
recipient-people = Om: { $people }.
recipient-activity = Gjelder: { $activities }.
occasion-legal-duty = når loven eller en myndighet krever det
occasion-legal-claims = for å fastsette eller forsvare rettskrav
occasion-business-transfer = når en virksomhet kjøpes eller selges
occasion-fraud = for å hindre svindel eller kredittrisiko
occasion-request = når du ber om det
occasion-condition = på bestemte vilkår
where-stored = lagringssted: { $places }
where-seen = tilgang fra { $places }
where-seen-by = tilgang fra { $place } for { $who }
where-sees = det som kan ses: { $what }
place-eu = EU
place-eea = EØS
place-europe = Europa
place-international-organisation = internasjonal organisasjon
place-chosen-by-person = der du velger
place-unknown = ikke oppgitt
place-varies = varierer
place-worldwide = hele verden
place-non-eea = utenfor EØS

## Transfers
transfers = Overføring ut av EØS
transfers-none = Opplysningene dine blir i EØS.
transfers-home = Vi er etablert { $where }, utenfor EØS.
transfers-own = Vi lagrer selv opplysninger { $where }.
transfer-from = { $name } har eller ser opplysninger { $where }.
transfer-through = { $other } har eller ser opplysninger { $where }, for { $name }.
transfer-what = Hvilke opplysninger: { $what }
decision-ec = { $number }/EF
transfer-adequacy = EU-kommisjonen har bestemt at personopplysninger vernes godt nok der (beslutning om tilstrekkelig beskyttelsesnivå { $decision }, artikkel 45).
transfer-dpf = Vi bygger på EU-US Data Privacy Framework. EU-kommisjonen har bestemt at selskaper som er sertifisert under rammeverket, verner personopplysninger godt nok (beslutning om tilstrekkelig beskyttelsesnivå (EU) 2023/1795, artikkel 45).
transfer-dpf-entity = { $entity } er sertifisert under EU-US Data Privacy Framework, sist kontrollert { $date }. EU-kommisjonen har bestemt at slike selskaper verner personopplysninger godt nok (beslutning om tilstrekkelig beskyttelsesnivå (EU) 2023/1795, artikkel 45).
transfer-dpf-also = { $entity } er også sertifisert under EU-US Data Privacy Framework, sist kontrollert { $date }.
transfer-no-decision = Det finnes ingen beslutning om tilstrekkelig beskyttelsesnivå for denne overføringen.
transfer-not-relied = Vi bygger ikke denne overføringen på en beslutning om tilstrekkelig beskyttelsesnivå.
transfer-sccs = EUs standardavtalevilkår er underskrevet (artikkel 46 nr. 2 bokstav c): { $modules }.
transfer-sccs-plain = EUs standardavtalevilkår er underskrevet (artikkel 46 nr. 2 bokstav c).
transfer-sccs-open = Den skal bygge på EUs standardavtalevilkår (artikkel 46 nr. 2 bokstav c): { $modules }.
transfer-sccs-open-plain = Den skal bygge på EUs standardavtalevilkår (artikkel 46 nr. 2 bokstav c).
transfer-other = Den bygger på: { $mechanism }.
transfer-other-named = Den bygger på: { $mechanism } ({ $name }).
transfer-derogation = Den bygger på et unntak for særlige situasjoner, artikkel 49 nr. 1: { $ground }.
transfer-derogation-law = Den bygger på et unntak for særlige situasjoner, artikkel 49 nr. 1: { $ground } ({ $law }).
transfer-not = Vi mener at dette ikke er noen overføring i lovens forstand: { $why }
transfer-invalid = Teksten viser til { $mechanism }.
transfer-unstated = Grunnlaget for overføringen er ikke oppgitt.
transfer-standby = Hvis det faller bort, gjelder dette i stedet: { $mechanism }.
transfer-measures = Ytterligere vern: { $measures }.
transfer-risks = Risiko: { $text }
transfer-withdraw = Slik trekker du tilbake samtykket til denne overføringen: { $how }
transfer-copy = Slik får du en kopi av garantiene: { $how }
module = { $number ->
    [1] modul 1 (fra behandlingsansvarlig til behandlingsansvarlig)
    [2] modul 2 (fra behandlingsansvarlig til databehandler)
    [3] modul 3 (fra databehandler til databehandler)
   *[4] modul 4 (fra databehandler til behandlingsansvarlig)
    }

## Retention
keep-after = { $time } etter { $event }
keep-until = til { $event }
keep-at-most = høyst { $time } etter { $event }
keep-at-most-until = ikke lenger enn til { $event }
keep-at-least = minst { $time } etter { $event }
keep-not-kept = lagres ikke
keep-session = til økten er over
keep-permanent = for alltid
keep-criterion = { $criterion }
keep-criterion-review = { $criterion } (vi sjekker dette, med { $interval } mellom hver gang)
keep-law = { $keep } ({ $law })
keep-exception = Lenger: { $when }
keep-exception-period = Lenger, { $period }: { $when }
keep-exception-data = bare { $data }
keep-backups = I sikkerhetskopier: { $period }.
keep-on-request = Kortere tid hvis du ber om det.
keep-then-anonymise = Deretter gjøres de anonyme.
keep-then-archive = Deretter arkiveres de.
keep-then-return = Deretter leveres de tilbake.
keep-category = { $category }: { $keep }
keep-for = { $category } (for: { $purpose })
keep-statute = { $time } etter { $event } ({ $law })
keep-temporary = bare mens oppgaven pågår

## Automated decisions and AI
automated = Automatiserte avgjørelser og KI
automated-alone = En datamaskin avgjør dette alene: { $what }
automated-human = { $what }: Et menneske avgjør.
automated-open = { $what }: Om et menneske avgjør, er ikke oppgitt.
automated-none = Ingen datamaskin avgjør noe om deg alene.
automated-effect-legal = Avgjørelsen har rettsvirkning.
automated-effect-significant = Avgjørelsen påvirker deg i betydelig grad.
automated-logic = Hva den ser på: { $logic }
automated-consequences = Hva det betyr for deg: { $consequences }
automated-contest = Du kan be om at et menneske ser på saken, si hva du mener og bestride avgjørelsen: { $contest }
automated-ground = Grunnlag: { $ground }
profiling = Vi lager profiler til dette: { $activities }.
ai-provider = { $activity }: KI kjøres hos { $provider }.
ai-us = { $activity }: Vi kjører KI selv.
ai-unstated = { $activity }: KI brukes. Hvem som kjører den, er ikke oppgitt.
ai-uses = Den { $uses }.
ai-data = Hva som går inn: { $data }.
ai-trains-no = Opplysningene dine brukes ikke til å trene modellene.
ai-trains-yes = Opplysningene dine brukes til å trene modellene våre.
ai-trains-provider = Opplysningene dine brukes til å trene leverandørens modeller.
ai-trains-unknown = Det er ikke oppgitt om opplysningene dine brukes til å trene modeller.
ai-prompts = Det du skriver og svarene du får, lagres slik: { $period }.
ai-prompts-unknown = Hvor lenge det du skriver og svarene du får lagres, er ikke oppgitt.
ai-disclosed = Du får beskjed: { $text }
ai-decides-no = Den avgjør ingenting om deg.
ai-decides-assists = Den forbereder avgjørelser som mennesker tar.
ai-decides-yes = Den tar avgjørelser.
ai-measures = Vern: { $measures }.

## Rights
rights = Rettighetene dine
right-object = Du kan protestere.
right-object-text = Vil du ikke at vi bruker opplysningene dine for en av interessene våre? Fortell oss hvorfor. Da stanser vi, med mindre vi har grunner som veier tyngre, eller trenger opplysningene i en rettslig tvist. Dette gjelder: { $purposes }.
right-object-task = Vil du ikke at vi bruker opplysningene dine til en oppgave i allmennhetens interesse? Fortell oss hvorfor. Da stanser vi, med mindre vi har grunner som veier tyngre, eller trenger opplysningene i en rettslig tvist. Dette gjelder: { $purposes }.
right-object-text-all = Vil du ikke at vi bruker opplysningene dine for en av interessene våre? Fortell oss hvorfor. Da stanser vi, med mindre vi har grunner som veier tyngre, eller trenger opplysningene i en rettslig tvist. Dette gjelder all bruk ovenfor som bygger på vår berettigede interesse.
right-object-task-all = Vil du ikke at vi bruker opplysningene dine til en oppgave i allmennhetens interesse? Fortell oss hvorfor. Da stanser vi, med mindre vi har grunner som veier tyngre, eller trenger opplysningene i en rettslig tvist. Dette gjelder all bruk ovenfor som bygger på en slik oppgave.
right-object-marketing = Du kan når som helst si nei til markedsføring. Da stanser vi. Du trenger ikke å si hvorfor. { $how }
right-access = Innsyn
right-access-text = Spør hva vi har om deg, og få en kopi.
right-rectification = Retting
right-rectification-text = Be oss rette det som er feil eller mangler.
right-erasure = Sletting
right-erasure-text = Be oss slette opplysningene dine.
right-erasure-limit = Det loven krever, må vi beholde så lenge den sier. Dette gjelder: { $data }.
right-erasure-limit-all = Det loven krever, må vi beholde så lenge den sier.
right-restriction = Begrensning
right-restriction-text = Be oss sette bruken på vent, for eksempel mens vi sjekker en feil.
right-portability = Flytting
right-portability-text = Få opplysningene du ga oss for { $purposes }, som en fil du kan bruke videre.
right-portability-text-all = Få opplysningene du ga oss, som en fil du kan bruke videre. Dette gjelder når bruken ovenfor bygger på samtykke fra deg eller avtale med deg.
right-withdraw = Ombestem deg
right-withdraw-text = Trekk samtykket når som helst. Det vi gjorde før, er fortsatt lovlig.
right-withdraw-how = { $purpose }: { $how }
right-human = Be om et menneske
right-human-text = Når en datamaskin avgjør alene, kan du be et menneske se på saken, si hva du mener og bestride avgjørelsen.
right-no-automated = Ikke avgjort av en datamaskin alene
right-no-automated-text = Du trenger ikke å godta en slik avgjørelse når den har rettsvirkning eller tilsvarende følger for deg.
right-granted = Dette gir vi deg også der loven ikke krever det.
right-local-name = { $name } ({ $local })
right-except = Begrenset ved lov for { $activity }: { $law }.
right-not-identifiable = For { $activity } kan vi ikke se hvem du er. Du kan bruke disse rettighetene hvis du gir oss opplysninger som vi kan finne deg med.
rights-how = Slik gjør du
rights-how-text = Skriv til { $contact }.
rights-free = Det er gratis.
rights-deadline = Vi svarer innen { $deadline }, eller forteller deg innen én måned hvorfor det tar lengre tid.
rights-doubt = Hvis vi er usikre på hvem du er, kan vi spørre.
rights-identity = Slik sjekker vi hvem du er: { $how }
rights-requires = Vi ber om: { $demands }.
complaint = Ikke fornøyd?
complaint-first = Skriv gjerne til oss først, så vi kan rette det opp.
complaint-text = Du kan klage til { $authority }.
complaint-elsewhere = Bor eller jobber du i et annet EØS-land, kan du klage der i stedet.
complaint-elsewhere-eea = Bor eller jobber du i et EØS-land, kan du klage der i stedet.
complaint-mediation = Hjelp med en klage: { $text }
complaint-bodies = Du kan også henvende deg til: { $names }.
breaches = Hvis noe går galt
breaches-authority = Når loven krever det, melder vi fra til tilsynsmyndigheten innen { $time }.

## Cookies
cookies = Informasjonskapsler
cookies-list = Informasjonskapsler, hva de gjør og hvor lenge de varer
col-cookie = Navn
col-cookie-does = Hva den gjør
col-cookie-group = Gruppe
col-cookie-by = Settes av
col-cookie-lasts = Varer
cookies-text = Bare det som er strengt nødvendig, lagres uten at vi spør deg ({ $law }).
cookies-text-plain = Bare det som er strengt nødvendig, lagres uten at vi spør deg.
cookies-consent = Til resten ber vi først om samtykket ditt: { $how }.
cookies-consent-some = Til dem som er merket «Når du har samtykket», spør vi deg først: { $how }.
cookies-banner = banner
cookies-withdraw = Slik endrer du valget: { $how }
cookies-refused = Hvis du sier nei: { $text }
cookies-refused-none = Hvis du sier nei, endrer det ingenting annet.
cookies-refused-limited = Hvis du sier nei, er det en del av tjenesten som ikke virker.
cookies-refused-no-access = Hvis du sier nei, kan du ikke bruke tjenesten.
cookies-alternative = I stedet kan du velge: { $text }
cookie-consent = Når du har samtykket.
cookie-no-consent = Uten at vi spør.
cookie-consent-unstated = Om vi spør deg først, er ikke oppgitt.
cookie-consent-how = Når du har samtykket: { $how }.
cookie-data = Opplysninger: { $data }.
cookie-opt-out = Slik protesterer du: { $how }
cookie-if-refused = Uten den: { $text }
cookie-us = oss
cookie-lasts-at-most = høyst { $time }
cookie-session = til du lukker nettleseren
cookie-persistent = blir på enheten din
cookie-until-logout = til du logger ut

## Security, promises, changes
security = Slik verner vi opplysningene
commitments = Hva vi lover
commitment-unless = Unntak: { $text }
changes = Når erklæringen endres
changes-told = Vi sier fra { $channels } før en endring som betyr noe for deg.
changes-told-ahead = Vi sier fra { $channels } minst { $time } før en endring som betyr noe for deg.
changes-material = Dette betyr noe: { $text }
changes-caption = Versjoner av denne erklæringen
col-version = Versjon
col-in-force = Gjelder fra
col-change = Hva er endret
archived = Du leser en gammel versjon.

## Short notice
short-contact = { $org } bruker { $data } til dette: { $purpose }.
short-basis = Rettslig grunnlag: { $basis }.
short-more = Slik bruker vi opplysningene dine: { $link }
