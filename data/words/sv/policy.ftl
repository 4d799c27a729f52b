### Fixed sentences of privacy notices. Whole sentences, never glued fragments.

## Frame
title = Så använder { $org } dina personuppgifter
title-cookies = Så använder { $org } kakor och liknande teknik
description = Vad { $org } använder personuppgifter till, rättslig grund, hur länge de sparas, vilka som får dem och dina rättigheter.
description-cookies = De kakor som { $org } använder, vad de gör, vem som sätter dem och hur länge de finns kvar.
version = Version { $version }
in-force = Gäller från { $date }
what-changed = Vad har ändrats
draft = Utkast. Får inte publiceras.
toc = På den här sidan
contents = Innehåll
skip = Hoppa till innehållet
languages = Språk
fingerprint = Register { $hash }

## Lists and values
and = { $first } och { $last }
and-apart = { $first }, och { $last }
none = Saknas
yes = Ja
no = Nej
quoted = ”{ $text }”
colon = { $label }: { $text }
measure = { $name } ({ $includes })
date = { $day } { $month } { $year }
month = { $number ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
    }
seconds = { $n ->
    [one] { $n } sekund
   *[other] { $n } sekunder
    }
minutes = { $n ->
    [one] { $n } minut
   *[other] { $n } minuter
    }
hours = { $n ->
    [one] { $n } timme
   *[other] { $n } timmar
    }
days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagar
    }
weeks = { $n ->
    [one] { $n } vecka
   *[other] { $n } veckor
    }
months = { $n ->
    [one] { $n } månad
   *[other] { $n } månader
    }
years = { $n ->
    [one] { $n } år
   *[other] { $n } år
    }
or = { $first } eller { $last }
or-apart = { $first }, eller { $last }

## Audience
for-groups = Den här informationen gäller: { $groups }.
not-for = Den gäller inte dig i ett fall: { $text }
processor-role = Använder du någon av våra tjänster genom en organisation? Då bestämmer den organisationen hur dina uppgifter används där, och vi följer dess instruktioner. Fråga organisationen om deras information. Här berättar vi om den användning som vi själva svarar för.

## Key facts
key-facts = I korthet
key-controller = Vem har ansvaret
key-controller-text = { $org }, { $country }. Skriv till { $contact }.
key-controller-text-no-contact = { $org }, { $country }.
key-purposes = Vad vi använder uppgifterna till
key-purposes-consent = Om du säger ja: { $purposes }.
key-purposes-consent-more = Om du säger ja: { $purposes }, med mera.
key-purposes-more = { $purposes }, med mera.
key-purposes-all = { $purposes }.
key-surprise = Bra att veta
key-retention = Hur länge vi sparar dem
key-rights = Dina rättigheter
key-rights-text = Du kan se, rätta, radera eller begränsa dina uppgifter.
key-rights-move = En del av dem kan du också flytta.
key-object = Du kan invända.
key-withdraw = Du kan när som helst ta tillbaka ett samtycke.
key-complain = Du kan klaga hos { $authority }.
surprise-automated = En dator avgör vissa saker på egen hand: { $what }.
surprise-special = Vi använder känsliga uppgifter: { $data }.
surprise-transfer = Vissa uppgifter lagras eller ses utanför EES: { $countries }.
surprise-controllers = Vissa mottagare bestämmer själva hur de använder dina uppgifter: { $names }.
surprise-others = Vissa uppgifter kommer från andra: { $sources }.
surprise-tracking = Vår webbplats frågar innan den använder kakor som inte är nödvändiga.
surprise-cookies = Vår webbplats använder kakor som inte är nödvändiga.
keep-shortest-longest = Kortast { $shortest } ({ $first }), längst { $longest } ({ $last }).
keep-session-longest = Tills sessionen avslutas ({ $first }), högst { $longest } ({ $last }).
keep-one = { $longest } ({ $last }).
keep-see = Se varje användning nedan.
keep-see-data = Efter typ av uppgift, se listan nedan

## Who we are
controller = Vilka vi är
controller-text = { $org }, { $address }, är personuppgiftsansvarig. Det betyder att vi bestämmer hur och varför dina uppgifter används.
controller-text-number = { $org } (org.nr { $number }), { $address }, är personuppgiftsansvarig. Det betyder att vi bestämmer hur och varför dina uppgifter används.
controller-trade-names = Du känner oss som { $names }.
controller-group = Vi ingår i { $group }.
controller-group-parent = Vi ingår i { $group }. Moderbolaget är { $parent }.
controller-represented = { $org } företräds av { $name }.
controller-websites = { $count ->
        [1] Vår webbplats: { $sites }.
       *[other] Våra webbplatser: { $sites }.
    }
contact = Frågor om dina uppgifter tar vi emot på { $contact }.
contact-activity = { $activity }: { $contact }
dpo = Dataskyddsombud
dpo-named = Vårt dataskyddsombud är { $name }. Du kan skriva i förtroende till { $contact }.
dpo-unnamed = Vi har ett dataskyddsombud. Du kan skriva i förtroende till { $contact }.
representative = Vår företrädare i EES är { $name }, { $contact }.
joint = Tillsammans med { $partners } bestämmer vi om: { $activities }. { $essence }
joint-contact = Du kan vända dig till vem du vill av oss. Kontakt: { $contact }
joint-either = Du kan vända dig till vem du vill av oss.

## Work for customers
processor = När vi arbetar åt våra kunder
processor-text = I de här tjänsterna är vår kund personuppgiftsansvarig. Vi är kundens personuppgiftsbiträde. Vi arbetar för kundens räkning och följer kundens instruktioner.
processor-data = Personuppgifter
processor-people = Om
processor-work = Vad vi gör
processor-instruction = Instruktion
processor-contract = Avtal: Vi har ett personuppgiftsbiträdesavtal med kunden.
processor-contract-document = Avtal: { $document }.
processor-end = När uppdraget är slut
processor-sub = Vi anlitar underbiträden: { $names }.
processor-security = Säkerhet

## Purposes
purposes = Vad vi använder dina uppgifter till
purposes-caption = Vår användning, vilka uppgifter, rättslig grund och hur länge vi sparar dem
col-why = Varför
col-what = Vilka uppgifter
col-basis = Rättslig grund (GDPR)
col-keep = Hur länge vi sparar dem
about-people = Om: { $people }
basis-consent = Ditt samtycke, artikel 6.1 a
basis-contract = Avtalet med dig, artikel 6.1 b
basis-contract-named = Avtalet med dig ({ $contract }), artikel 6.1 b
basis-before-contract = Det du ber oss göra före ett avtal, artikel 6.1 b
basis-legal-obligation = Skyldighet enligt lag, artikel 6.1 c: { $law }
basis-vital-interests = För att skydda någons liv, artikel 6.1 d
basis-public-task = Uppgift av allmänt intresse, artikel 6.1 e: { $law }
basis-legitimate-interests = Vårt berättigade intresse, artikel 6.1 f
basis-soft-opt-in = E-post till kunder om liknande produkter, { $law }
basis-soft-opt-in-directive = artikel 13.2 i direktiv 2002/58/EG
basis-with-law = { $basis } ({ $law })
basis-case = { $case }: { $basis }
basis-art9 = Känsliga uppgifter: { $condition }
basis-art9-law = Känsliga uppgifter: { $condition } ({ $law })
basis-unstated = Anges inte
keep-unstated = Anges inte
art9-explicit-consent = ditt uttryckliga samtycke, artikel 9.2 a
art9-employment-law = arbetsrätt och social trygghet, artikel 9.2 b
art9-vital-interests = för att skydda liv, artikel 9.2 c
art9-non-profit = våra medlemmar, artikel 9.2 d
art9-made-public = du har själv offentliggjort dem, artikel 9.2 e
art9-legal-claims = rättsliga anspråk, artikel 9.2 f
art9-substantial-public-interest = viktigt allmänt intresse, artikel 9.2 g
art9-health-care = hälso- och sjukvård, artikel 9.2 h
art9-public-health = folkhälsa, artikel 9.2 i
art9-research = arkiv, forskning eller statistik, artikel 9.2 j
art9-other = { $condition }
secrecy = Detta görs under tystnadsplikt.
purpose-optional-off = { $by ->
    [person] Avstängt tills du slår på det.
    [us] Avstängt tills vi slår på det.
   *[organisation-admin] Avstängt tills en administratör i din organisation slår på det.
    }
purpose-optional-on = { $by ->
    [person] Påslaget tills du stänger av det.
    [us] Påslaget tills vi stänger av det.
   *[organisation-admin] Påslaget tills en administratör i din organisation stänger av det.
    }
purpose-optional-scope = Valet gäller för: { $scope }.
purpose-optional-disabled = När det är avstängt: { $text }
purpose-channels = Vi når dig { $channels }.
purpose-id-ground = Varför vi behöver personnumret: { $why }
purpose-further = Uppgifterna samlades in för ett annat ändamål.
purpose-parent = Under { $age } års ålder är det en vårdnadshavare som samtycker.
purpose-recipients = Lämnas till: { $names }

## The data
data = Uppgifterna, och hur länge vi sparar dem
data-kept = Sparas: { $keep }
data-stated = Mer om tiderna:
data-examples = { $name }, till exempel { $items }
data-about = även om { $people }
data-free-text = du skriver vad du vill
data-when = { $name } ({ $when })
data-temporary = finns bara medan arbetet pågår
data-only = { $name }: bara { $items }
data-of = { $people }: { $name }

## Interests, sensitive data
interests = Våra berättigade intressen
interests-weighed = Vi har vägt vart och ett av dessa intressen mot ditt.
interests-on-request = Fråga oss, så skickar vi dig bedömningen.
interest = { $purpose }: { $interest }
special = Känsliga uppgifter
special-row = { $purpose }: { $data }
criminal-row = { $purpose }: { $data } (fällande domar i brottmål och lagöverträdelser)

## Sources
sources = Var uppgifterna kommer ifrån
sources-self = En del av dem kommer från dig.
source-row = { $source }
source-data = { $source }: { $data }
source-correct = { $source }, för att rätta: { $data }
source-verify = { $source }, för att kontrollera: { $data }
source-public = Öppet för alla.
source-mixed = Källor som inte går att skilja åt: { $kinds }
collection = När vi samlar in uppgifter
collection-from = Från: { $sources }.
collection-from-you = Där inget annat står här lämnar du själv uppgifterna.
collection-data = Uppgifter: { $data }.
source-activity = vår verksamhet ”{ $activity }”

## Required
required = Måste du lämna uppgifterna?
required-contract = { $purpose }: Vi behöver uppgifterna för avtalet. { $otherwise }
required-law = { $purpose }: Lagen kräver uppgifterna. { $otherwise }
required-enter = { $purpose }: Vi behöver uppgifterna för att kunna ingå ett avtal. { $otherwise }
required-needed = { $purpose }: Vi behöver uppgifterna. { $otherwise }
required-voluntary = { $purpose }: Du behöver inte lämna uppgifterna. { $otherwise }
required-consequence = { $purpose }: { $otherwise }
required-free = Resten väljer du själv. Om du inte lämnar dem ändras inget annat för dig.
required-all-free = Du väljer själv vad du lämnar. Om du inte lämnar något ändras inget annat för dig.
required-free-some = Du behöver inte lämna uppgifterna för: { $purposes }. Om du låter bli ändras inget annat för dig.

## Recipients
recipients = Vilka som får uppgifterna
recipients-caption = Vem som får dina uppgifter
col-who = Vem
col-does = Vad de gör
col-where = Var
recipients-none = Vi delar inte dina uppgifter med någon.
recipients-processors = De som är märkta ”arbetar åt oss” får använda uppgifterna bara så som vi säger.
recipient-controller = bestämmer på egen hand hur uppgifterna används
recipient-authority = myndighet
recipient-group = bolag i vår koncern, bestämmer på egen hand hur uppgifterna används
recipient-joint = bestämmer tillsammans med oss
recipient-processor = arbetar åt oss
recipient-processor-agreement = arbetar åt oss med personuppgiftsbiträdesavtal
recipient-buyer = köper eller säljer en verksamhet
recipient-private-person = privatperson
recipient-public = kan se det vi publicerar
recipient-internal = del av vår organisation
recipient-no-access = leverantör utan åtkomst till uppgifterna
recipient-unknown = rollen anges inte
recipient-also = för en del av uppgifterna även: { $role }
recipient-own-purposes = Använder även uppgifterna för egna ändamål: { $purposes }.
recipient-notice = Integritetspolicy: { $url }
recipient-entity = { $name } ({ $country })
recipient-former = { $service } (används inte längre)
recipient-planned = { $service } (planeras)
recipient-by-agreement = { $service } (där det är avtalat med kunden)
recipient-no-access-service = { $service } (utan åtkomst till uppgifterna)
recipient-unless = Om inget annat är avtalat: { $document }.
recipient-sub = Anlitar: { $names }
recipient-since = Sedan { $date }.
recipient-law = Skyldighet att lämna ut: { $law }.
recipient-data = Får: { $data }.
recipient-people = Om: { $people }.
recipient-activity = För: { $activities }.
occasion-legal-duty = när lagen eller en myndighet kräver det
occasion-legal-claims = för att fastställa eller försvara rättsliga anspråk
occasion-business-transfer = när en verksamhet köps eller säljs
occasion-fraud = för att förebygga bedrägeri eller kreditrisk
occasion-request = när du ber om det
occasion-condition = på ett visst villkor
where-stored = lagringsplats: { $places }
where-seen = åtkomst från { $places }
where-seen-by = åtkomst från { $place } genom { $who }
where-sees = det som kan ses: { $what }
place-eu = EU
place-eea = EES
place-europe = Europa
place-international-organisation = internationell organisation
place-chosen-by-person = den plats du väljer
place-unknown = ej angiven plats
place-varies = olika platser
place-worldwide = hela världen
place-non-eea = land utanför EES

## Transfers
transfers = Överföring utanför EES
transfers-none = Dina uppgifter stannar inom EES.
transfers-home = Vi är etablerade { $where }, utanför EES.
transfers-own = Vi lagrar själva uppgifter { $where }.
transfer-from = { $name } har eller ser uppgifter { $where }.
transfer-through = { $other } har eller ser uppgifter { $where }, för { $name }.
transfer-what = Vilka uppgifter: { $what }
decision-ec = { $number }/EG
transfer-adequacy = EU-kommissionen har beslutat att personuppgifter skyddas tillräckligt väl där (beslut om adekvat skyddsnivå { $decision }, artikel 45).
transfer-dpf = Vi stöder oss på EU-US Data Privacy Framework. EU-kommissionen har beslutat att företag som är certifierade enligt ramverket skyddar personuppgifter tillräckligt väl (beslut om adekvat skyddsnivå (EU) 2023/1795, artikel 45).
transfer-dpf-entity = { $entity } är certifierat enligt EU-US Data Privacy Framework, senast kontrollerat den { $date }. EU-kommissionen har beslutat att sådana företag skyddar personuppgifter tillräckligt väl (beslut om adekvat skyddsnivå (EU) 2023/1795, artikel 45).
transfer-dpf-also = { $entity } är också certifierat enligt EU-US Data Privacy Framework, senast kontrollerat den { $date }.
transfer-no-decision = Det finns inget beslut om adekvat skyddsnivå för den här överföringen.
transfer-not-relied = Vi stöder inte den här överföringen på något beslut om adekvat skyddsnivå.
transfer-sccs = EU:s standardavtalsklausuler är undertecknade (artikel 46.2 c): { $modules }.
transfer-sccs-plain = EU:s standardavtalsklausuler är undertecknade (artikel 46.2 c).
transfer-sccs-open = Den ska bygga på EU:s standardavtalsklausuler (artikel 46.2 c): { $modules }.
transfer-sccs-open-plain = Den ska bygga på EU:s standardavtalsklausuler (artikel 46.2 c).
transfer-other = Den bygger på: { $mechanism }.
transfer-other-named = Den bygger på: { $mechanism } ({ $name }).
transfer-derogation = Den bygger på ett undantag för särskilda situationer, artikel 49.1: { $ground }.
transfer-derogation-law = Den bygger på ett undantag för särskilda situationer, artikel 49.1: { $ground } ({ $law }).
transfer-not = Vi ser det inte som en överföring i lagens mening: { $why }
transfer-invalid = I texten står: { $mechanism }.
transfer-unstated = Ingen överföringsmekanism anges.
transfer-standby = Om det upphör gäller i stället: { $mechanism }.
transfer-measures = Ytterligare skydd: { $measures }.
transfer-risks = Risker: { $text }
transfer-withdraw = Så återkallar du ditt samtycke till den här överföringen: { $how }
transfer-copy = Så får du en kopia av skyddsåtgärderna: { $how }
module = { $number ->
    [1] modul 1 (mellan personuppgiftsansvariga)
    [2] modul 2 (från personuppgiftsansvarig till personuppgiftsbiträde)
    [3] modul 3 (mellan personuppgiftsbiträden)
   *[4] modul 4 (från personuppgiftsbiträde till personuppgiftsansvarig)
    }

## Retention
keep-after = { $time } efter { $event }
keep-until = till { $event }
keep-at-most = högst { $time } efter { $event }
keep-at-most-until = längst till { $event }
keep-at-least = minst { $time } efter { $event }
keep-not-kept = sparas inte
keep-session = tills sessionen avslutas
keep-permanent = för alltid
keep-criterion = { $criterion }
keep-criterion-review = { $criterion } (vi kontrollerar detta med { $interval } emellan)
keep-law = { $keep } ({ $law })
keep-exception = Längre: { $when }
keep-exception-period = Längre, { $period }: { $when }
keep-exception-data = bara { $data }
keep-backups = I säkerhetskopior: { $period }.
keep-on-request = Kortare tid om du ber oss.
keep-then-anonymise = Därefter anonymiseras de.
keep-then-archive = Därefter arkiveras de.
keep-then-return = Därefter lämnas de tillbaka.
keep-category = { $category }: { $keep }
keep-for = { $category } (för: { $purpose })
keep-statute = { $time } efter { $event } ({ $law })
keep-temporary = bara medan arbetet pågår

## Automated decisions and AI
automated = Automatiserade beslut och AI
automated-alone = En dator avgör på egen hand: { $what }
automated-human = { $what }: En människa avgör.
automated-open = { $what }: Om en människa avgör anges inte.
automated-none = Ingen dator fattar beslut om dig på egen hand.
automated-effect-legal = Beslutet har rättsliga följder.
automated-effect-significant = Beslutet påverkar dig i betydande grad.
automated-logic = Det här bygger beslutet på: { $logic }
automated-consequences = Det här betyder det för dig: { $consequences }
automated-contest = Du kan be en människa titta på saken, säga vad du tycker och bestrida beslutet: { $contest }
automated-ground = Grund: { $ground }
profiling = Vi skapar profiler för: { $activities }.
ai-provider = { $activity }: AI körs hos { $provider }.
ai-us = { $activity }: Vi kör AI själva.
ai-unstated = { $activity }: AI används. Vem som kör den anges inte.
ai-uses = Den { $uses }.
ai-data = Det här matas in: { $data }.
ai-trains-no = Dina uppgifter används inte för att träna modellerna.
ai-trains-yes = Dina uppgifter används för att träna våra modeller.
ai-trains-provider = Dina uppgifter används för att träna leverantörens modeller.
ai-trains-unknown = Det anges inte om dina uppgifter används för att träna modeller.
ai-prompts = Det du skriver och de svar du får sparas: { $period }.
ai-prompts-unknown = Hur länge det du skriver och de svar du får sparas anges inte.
ai-disclosed = Så får du veta det: { $text }
ai-decides-no = Den avgör ingenting om dig.
ai-decides-assists = Den förbereder beslut som människor fattar.
ai-decides-yes = Den fattar beslut.
ai-measures = Skydd: { $measures }.

## Rights
rights = Dina rättigheter
right-object = Du kan invända.
right-object-text = Vill du inte att vi använder dina uppgifter för ett av våra intressen? Berätta varför. Då slutar vi, om vi inte har skäl som väger tyngre eller behöver uppgifterna i en rättslig tvist. Detta gäller: { $purposes }.
right-object-task = Vill du inte att vi använder dina uppgifter för en uppgift av allmänt intresse? Berätta varför. Då slutar vi, om vi inte har skäl som väger tyngre eller behöver uppgifterna i en rättslig tvist. Detta gäller: { $purposes }.
right-object-text-all = Vill du inte att vi använder dina uppgifter för ett av våra intressen? Berätta varför. Då slutar vi, om vi inte har skäl som väger tyngre eller behöver uppgifterna i en rättslig tvist. Det gäller varje användning ovan som bygger på vårt berättigade intresse.
right-object-task-all = Vill du inte att vi använder dina uppgifter för en uppgift av allmänt intresse? Berätta varför. Då slutar vi, om vi inte har skäl som väger tyngre eller behöver uppgifterna i en rättslig tvist. Det gäller varje användning ovan som bygger på en sådan uppgift.
right-object-marketing = Du kan när som helst säga nej till marknadsföring. Då slutar vi. Du behöver inte säga varför. { $how }
right-access = Tillgång
right-access-text = Fråga vad vi har om dig och få en kopia.
right-rectification = Rättelse
right-rectification-text = Be oss rätta det som är fel eller saknas.
right-erasure = Radering
right-erasure-text = Be oss radera dina uppgifter.
right-erasure-limit = Det som lagen kräver måste vi behålla så länge lagen säger. Detta gäller: { $data }.
right-erasure-limit-all = Det som lagen kräver måste vi behålla så länge lagen säger.
right-restriction = Begränsning
right-restriction-text = Be oss pausa användningen, till exempel medan vi kontrollerar ett fel.
right-portability = Flytt
right-portability-text = Få de uppgifter du gav oss för { $purposes } som en fil du kan använda vidare.
right-portability-text-all = Få de uppgifter du gav oss som en fil du kan använda vidare. Det gäller där användningen ovan bygger på ditt samtycke eller ett avtal med dig.
right-withdraw = Ändra dig
right-withdraw-text = Ta tillbaka ditt samtycke när som helst. Det vi gjorde före dess är fortfarande lagligt.
right-withdraw-how = { $purpose }: { $how }
right-human = Be om en människa
right-human-text = Där en dator avgör på egen hand kan du be en människa titta på saken, säga vad du tycker och bestrida beslutet.
right-no-automated = Slippa beslut som bara en dator fattar
right-no-automated-text = Du behöver inte godta ett sådant beslut om det har rättsliga eller liknande följder för dig.
right-granted = Vi ger dig den här rätten även när lagen inte kräver det.
right-local-name = { $name } ({ $local })
right-except = Begränsas av lag för { $activity }: { $law }.
right-not-identifiable = För { $activity } kan vi inte avgöra vem du är. Du kan använda dessa rättigheter om du ger oss uppgifter som vi kan hitta dig med.
rights-how = Så gör du
rights-how-text = Skriv till { $contact }.
rights-free = Det är gratis.
rights-deadline = Vi svarar inom { $deadline }, eller berättar inom en månad varför det tar längre tid.
rights-doubt = Om vi är osäkra på vem du är kan vi fråga.
rights-identity = Så kontrollerar vi vem du är: { $how }
rights-requires = Vi ber om: { $demands }.
complaint = Inte nöjd?
complaint-first = Skriv gärna till oss först, så att vi kan rätta till det.
complaint-text = Du kan klaga hos { $authority }.
complaint-elsewhere = Om du bor eller arbetar i ett annat EES-land kan du klaga där i stället.
complaint-elsewhere-eea = Om du bor eller arbetar i ett EES-land kan du klaga där i stället.
complaint-mediation = Hjälp med ett klagomål: { $text }
complaint-bodies = Du kan också vända dig till: { $names }.
breaches = Om något går fel
breaches-authority = När lagen kräver det anmäler vi det till myndigheten inom { $time }.

## Cookies
cookies = Kakor (cookies)
cookies-list = Kakor, vad de gör och hur länge de finns kvar
col-cookie = Namn
col-cookie-does = Vad den gör
col-cookie-group = Grupp
col-cookie-by = Sätts av
col-cookie-lasts = Hur länge
cookies-text = Bara det som är absolut nödvändigt lagrar vi utan att fråga dig ({ $law }).
cookies-text-plain = Bara det som är absolut nödvändigt lagrar vi utan att fråga dig.
cookies-consent = Vi ber om ditt samtycke först: { $how }.
cookies-consent-some = För dem som är märkta ”Efter ditt samtycke” frågar vi dig först: { $how }.
cookies-banner = banner
cookies-withdraw = Så ändrar du ditt val: { $how }
cookies-refused = Om du säger nej: { $text }
cookies-refused-none = Om du säger nej ändras inget annat.
cookies-refused-limited = Om du säger nej fungerar en del av tjänsten inte.
cookies-refused-no-access = Om du säger nej kan du inte använda tjänsten.
cookies-alternative = I stället kan du välja: { $text }
cookie-consent = Efter ditt samtycke.
cookie-no-consent = Utan att vi frågar.
cookie-consent-unstated = Om vi frågar dig först anges inte.
cookie-consent-how = Efter ditt samtycke: { $how }.
cookie-data = Uppgifter: { $data }.
cookie-opt-out = Så invänder du: { $how }
cookie-if-refused = Utan den: { $text }
cookie-us = oss
cookie-lasts-at-most = högst { $time }
cookie-session = tills du stänger webbläsaren
cookie-persistent = blir kvar på din enhet
cookie-until-logout = tills du loggar ut

## Security, promises, changes
security = Så skyddar vi uppgifterna
commitments = Vad vi lovar
commitment-unless = Undantag: { $text }
changes = När informationen ändras
changes-told = Vi meddelar dig { $channels } före en ändring som har betydelse för dig.
changes-told-ahead = Vi meddelar dig { $channels } minst { $time } före en ändring som har betydelse för dig.
changes-material = Detta har betydelse: { $text }
changes-caption = Versioner av den här informationen
col-version = Version
col-in-force = Gäller från
col-change = Vad har ändrats
archived = Du läser en gammal version.

## Short notice
short-contact = { $org } använder { $data } för detta: { $purpose }.
short-basis = Rättslig grund: { $basis }.
short-more = Så använder vi dina uppgifter: { $link }
