import type { Localized } from '../text/localized.ts'

/** A document that templates and rules lean on. */
export interface SourceDocument {
  /** The number that references use: `000` of `000:177-180`. */
  readonly id: string
  /** As it stands on the document; where the text we have lacks it, what the document is, and `untitled` is true. */
  readonly title: string
  readonly untitled?: true
  readonly publisher: string
  /** A day, a month, or none where the document bears no date. */
  readonly date: string | undefined
  /** The publisher's own number for it. */
  readonly number: string | undefined
  /** What it is and how far it reaches. */
  readonly about: Localized
  /** Whether what is turned over is a page or a slide. */
  readonly leaf: 'page' | 'slide'
  /** How many lines its extracted text has; references count those. */
  readonly lines: number
  /** One heading a row, in the document's order: first line | number or place | heading as it stands. */
  readonly headings: string
  /**
   * The number of the first leaf we can tell, and the line on which each leaf begins; two the same where one is blank.
   * None where the extracted text does not show where leaves end.
   */
  readonly leaves?: { readonly first: number; readonly begin: readonly number[] }
}

/**
 * The domain's source documents. Their texts are not part of the program: the tables lead from a line of the extracted
 * text, which references name, to what a reader with the document in hand can find.
 */
export const sourceDocuments: readonly SourceDocument[] = [
  {
    id: '000',
    title:
      'Svar på regeringsuppdrag i regleringsbrev 2025 om arbetet med arbetsgivarens plan för återgång i arbete och samordning',
    publisher: 'Försäkringskassan',
    date: '2025-06-02',
    number: 'FK 2025/000536',
    about: {
      sv: 'Försäkringskassans redovisning till regeringen, med en egen genomgång av nästan 400 ärenden som pågått i mer än två år.',
      en: 'Försäkringskassan’s account to the government, with its own review of nearly 400 cases older than two years.',
    },
    leaf: 'page',
    lines: 543,
    headings: `
    101 | | Om uppdraget
    113 | | Andra angränsande uppdrag
    130 | | Avgränsning – målgrupp
    141 | | Sammanfattning
    175 | 1 | Bakgrund och förutsättningar
    198 | 2 | Nuläge
    206 | | Sjukfallen blir allt längre, men planerna inhämtas tidigt
    255 | | Arbetsgivarens plan i långa sjukfall
    298 | 3 | Vidtagna och planerade åtgärder
    324 | | Uppdaterat handläggarstöd
    340 | | Dokumentationsstöd
    355 | | Aktörssituationer och arbete med riktad information till arbetsgivare på fk.se
    392 | | Uppbyggnad av förbättrat stöd för arbetslivsinriktad rehabilitering
    412 | | Momentum
    422 | | Externa informationskampanjer om arbetsplatsinriktat rehabiliteringsstöd
    446 | 4 | Effekter och uppföljning
    504 | 5 | Det fortsatta arbetet`,
    leaves: { first: 1, begin: [1, 45, 94, 141, 175, 234, 280, 351, 422, 484] },
  },
  {
    id: '001',
    title: 'Rapport om Försäkringskassans samordningsuppdrag',
    untitled: true,
    publisher: 'Inspektionen för socialförsäkringen',
    date: '2025-04',
    number: undefined,
    about: {
      sv: 'ISF:s granskning, byggd på dokument och på intervjuer med 25 tjänstemän januari–september 2024. Gäller anställda med tillsvidareanställning och sjukpenning.',
      en: 'ISF’s review, built on documents and on interviews with 25 officials in January–September 2024. About employees with permanent employment, and sickness benefit.',
    },
    leaf: 'page',
    lines: 16580,
    headings: `
    1 | | Generaldirektörens förord
    60 | | Sammanfattning
    914 | 1 | Inledning
    971 | 1.1 | Försäkringskassans samordningsuppdrag
    1066 | 1.1.1 | Behovet av samordningsuppdraget kommer av det uppdelade ansvaret för rehabilitering
    1148 | 1.1.2 | Staten och Försäkringskassan har ett ansvar
    1175 | 1.2 | Syftet med rapporten
    1236 | 1.3 | Avgränsningar och begrepp
    1331 | 1.4 | Vi har undersökt samordningsuppdraget med dokumentstudier och intervjuer
    1438 | 1.5 | Disposition
    1473 | 2 | Uppdraget har inte förändrats trots kritik och ändrade förutsättningar
    1538 | 2.1 | Det tidigare ansvaret fokuserade på offentliga aktörer och den generösa sjukförsäkringen
    1559 | 2.1.1 | Innan det nuvarande uppdraget riktade ansvaret in sig på hälso- och sjukvården och myndigheter
    1600 | 2.1.2 | Den generösa sjukförsäkringen både möjliggjorde och krävde mer rehabilitering
    1686 | 2.1.3 | De problem som samordningen skulle åtgärda kvarstår
    1760 | 2.2 | Samordningsuppdraget innebar förändrade roller för individen, arbetsgivare och hälso- och sjukvården
    1797 | 2.2.1 | Samordningsuppdraget var en del av arbetslinjen
    1903 | 2.2.2 | Samordningsuppdraget innebar inte någon större skillnad i försäkringskassornas ansvar
    1955 | 2.2.3 | Den stora skillnaden låg i synen på personens, arbetsgivarens och hälso- och sjukvårdens roller
    2173 | 2.2.4 | Arbetsgivarens och personens nya roller skulle ge Försäkringskassan möjlighet att vara personens ombud
    2225 | 2.3 | Samordningsuppdraget har blivit svårare för Försäkringskassan
    2282 | 2.3.1 | Försäkringskassan kan inte längre köpa arbetslivsinriktade rehabiliteringstjänster
    2486 | 2.3.2 | Rehabiliteringspenningen ger inte längre ekonomisk drivkraft att delta i åtgärder
    2572 | 2.3.3 | Utvecklingen på arbetsmarknaden kan ha gjort det svårare för personer med nedsatt arbetsförmåga att återgå i arbete
    2693 | 2.3.4 | Psykiatriska diagnoser har blivit vanligare skäl för sjukskrivning och ställer högre krav på samordningsuppdraget
    2842 | 2.3.5 | Försäkringskassans möjligheter till individuell anpassning har minskat
    3158 | 2.3.6 | Förändringar av sjukförsäkringen har gjort det svårare för Försäkringskassan att identifiera de som behöver rehabilitering
    3448 | 2.4 | Samordningsuppdraget har kritiserats av flera olika statliga utredningar
    3470 | 2.4.1 | Kritik av ansvarsfördelningen mellan aktörerna
    3523 | 2.4.2 | Problematisering av Försäkringskassans ansvar
    3566 | 2.4.3 | Kritik av sjukförsäkringens roll i rehabiliteringen
    3594 | 2.5 | Samordningsuppdraget är i stort sett oförändrat trots kritik och förändrade förutsättningar
    3758 | 3 | Försäkringskassan har begränsade förutsättningar att klara uppdraget
    3805 | 3.1 | Försäkringskassan har begränsade möjligheter att ta ansvar för att målet med samordningsuppdraget nås
    3846 | 3.1.1 | Oklarheter i hur målet med samordningsuppdraget förhåller sig till rätten till sjukpenning gör uppdraget svårare
    4171 | 3.1.2 | Försäkringskassan kan ha svårt att prioritera rehabilitering av nedsatt arbetsförmåga före bedömning av rätten till ersättning
    4242 | 3.1.3 | Svårt att avgöra hur Försäkringskassan bidrar till att målet med samordningsuppdraget nås
    4415 | 3.2 | Försäkringskassan har begränsade möjligheter att se till att andra utför åtgärder
    4481 | 3.2.1 | Försäkringskassan har inga formella möjligheter att se till att andra aktörer agerar
    4559 | 3.2.2 | Försäkringskassan är otydlig i beskrivningen av vad ansvaret för tillsyn och att andra utför åtgärder innebär
    4611 | 3.2.3 | Samordningsförbunden ger begränsade möjligheter att se till att anställda rehabiliteras
    4736 | 3.2.4 | Risken är att individen får ta konsekvenserna för brister i rehabiliteringen
    4882 | 3.3 | Samordningsuppdraget innebär utmaningar för Försäkringskassans handläggning
    4912 | 3.3.1 | Det är svårt för Försäkringskassan att välja rätt ärenden och rätt åtgärder
    5132 | 3.3.2 | Samordningsuppdraget ställer höga krav på utredarnas kompetens
    5338 | 3.4 | Begränsade möjligheter att lösa utmaningarna med förändrad styrning
    5397 | 3.4.1 | Försäkringskassans omorganisering har sin bakgrund i kritik mot styrningen
    5588 | 3.4.2 | En ny organisation och styrning ska förbättra möjligheterna att klara samordningsuppdraget
    5821 | 3.4.3 | Den nya organisationen innebär risker för hanteringen av samordningsuppdraget
    6128 | 3.4.4 | Ny definition av uppdraget gör det inte svårare att prioritera bort
    6400 | 3.4.5 | Oklart om Försäkringskassan har prioriterat samordningsuppdraget bättre de senaste åren
    6502 | 4 | Uppdraget är inte anpassat till hälso- och sjukvårdens förutsättningar
    6567 | 4.1 | Hälso- och sjukvården har en central roll i rehabiliteringsprocessen
    6670 | 4.2 | Hälso- och sjukvårdens prioriteringar stämmer inte alltid överens med samordningsuppdraget
    6729 | 4.2.1 | För hälso- och sjukvården är det inte ett prioriterat mål att personen ska återgå i arbete
    7386 | 4.2.2 | Rehabiliteringskedjan är inte anpassad till hälso- och sjukvårdens mål och prioriteringar
    7719 | 4.2.3 | Det är generellt svårt att påverka hälso- och sjukvårdens prioriteringar
    7872 | 4.2.4 | Regeringen har försökt att påverka hälso- och sjukvårdens prioriteringar genom överenskommelser med SKR
    8132 | 4.3 | Svårigheter i relationen mellan hälso- och sjukvården och övriga aktörer kan påverka samordningsuppdraget
    8154 | 4.3.1 | Hälso- och sjukvårdens samarbete med Försäkringskassan och arbetsgivare fungerar inte alltid så bra
    8340 | 4.3.2 | Svårigheter att avgränsa hälso- och sjukvårdens roll och ansvar bidrar till svårigheterna
    8781 | 4.4 | Försäkringskassan kan inte se till att hälso- och sjukvården utför åtgärder
    8819 | 4.4.1 | Försäkringskassans uppdrag kan leda till negativa reaktioner inom vården och göra Försäkringskassan otydliga
    9017 | 4.4.2 | Stödet till utredarna för deras kontakter med hälso- och sjukvården kan behöva utvecklas
    9087 | 4.4.3 | Försäkringskassan har inte utvecklat något samarbete med IVO
    9199 | 4.4.4 | Det kan finnas både nackdelar och fördelar om Försäkringskassan kunde påverka hälso- och sjukvårdens prioriteringar
    9269 | 4.5 | Rehabiliteringskoordinatorerna kan bidra till att patienter får samordnad rehabilitering
    9326 | 4.5.1 | Sjukförsäkringen innebär att hälso- och sjukvården behöver ha en samordnande funktion som kontaktyta mot andra aktörer
    9390 | 4.5.2 | Lagen ställer inte krav på att hälso- och sjukvården ska ha en särskild funktion som koordinerar åtgärder
    9431 | 4.5.3 | Rehabiliteringskoordinatorerna kan öka möjligheten för hälso- och sjukvården att fokusera på patientens arbetsförmåga
    9734 | 4.5.4 | Det finns signaler om att vården använder rehabiliteringskoordinatorer mindre än förr
    10357 | 5 | Uppdraget är inte anpassat till arbetsgivares förutsättningar
    10412 | 5.1 | Arbetsgivarna viktiga i att rehabilitera anställda med nedsatt arbetsförmåga
    10442 | 5.1.1 | Arbetsgivare viktiga både när anställda får nedsatt arbetsförmåga och för att hantera den
    10513 | 5.1.2 | Det finns krav på att arbetsgivare bidrar till att rehabilitera den sjukskrivne
    10610 | 5.1.3 | Arbetsgivarnas ansvar överlappar delvis Försäkringskassans
    10702 | 5.1.4 | Det överlappande ansvaret kan vara både bra och dåligt för samordningsuppdraget
    10914 | 5.2 | Sjukförsäkringens krav harmonierar inte alltid med arbetsgivarens ansvar
    10930 | 5.2.1 | Rehabiliteringskedjans krav på omställning stämmer inte alltid med arbetsgivarens ansvar
    11138 | 5.2.2 | Försäkringskassans hantering av deltidssjukskrivningar kan försvåra för arbetsgivare
    11221 | 5.3 | Arbetsgivares drivkrafter och ansvar kan försvåra samordningsuppdraget
    11276 | 5.3.1 | Det finns olika uppfattningar om att arbetsgivarnas ekonomiska drivkrafter borde öka
    11617 | 5.3.2 | Arbetsgivare har redan vissa drivkrafter för att begränsa anställdas sjukfrånvaro
    11809 | 5.3.3 | Det kan vara svårt för anställda att få anpassade arbetsuppgifter eller omplacering
    12366 | 5.3.4 | Det finns olika uppfattningar om arbetsgivares drivkrafter skiljer sig åt mellan yrkessektorer
    12595 | 5.3.5 | Den anställdas inställning kan också påverka möjligheten att återgå i arbete
    12688 | 5.4 | Svårt att se till att arbetsgivare utför vissa åtgärder
    12712 | 5.4.1 | Försäkringskassan kan inte se till att arbetsgivarna utför åtgärder
    12764 | 5.4.2 | Arbetsmiljöverket har liten möjlighet att komplettera Försäkringskassans uppdrag
    13212 | 5.4.3 | Olika syn på om Försäkringskassan borde ha möjligheter att påverka arbetsgivarna
    13321 | 5.5 | Arbetsgivarna får inte alltid den information och kunskap som de behöver
    13355 | 5.5.1 | Arbetsgivarna kan ha stort behov av information och kunskap
    13408 | 5.5.2 | Läkarintygen ger inte alltid arbetsgivare tillräcklig information
    13522 | 5.5.3 | Kontakter mellan hälso- och sjukvården och arbetsgivaren kan bli svårare utan samtycke
    13563 | 5.5.4 | Konflikter mellan arbetsgivare och anställda kan göra det svårt att få information från vården
    13627 | 5.6 | Försäkringskassan har haft svårt att stötta arbetsgivare
    13658 | 5.6.1 | Försäkringskassan kan behöva hjälpa arbetsgivare med information och kunskap
    13729 | 5.6.2 | Det finns ett missnöje med stödet från Försäkringskassan
    13811 | 5.6.3 | Försäkringskassan har tagit bort de uppskattade kontaktpersonerna
    13952 | 5.6.4 | Försäkringskassan har fokuserat på strukturell samverkan och generell information
    14038 | 5.7 | Andra aktörer kan stötta och komplettera arbetsgivarna i rehabiliteringen
    14066 | 5.7.1 | Facken verkar inte involveras i den utsträckning som var tanken med samordningsuppdraget
    14365 | 5.7.2 | Företagshälsovården skulle till viss del kunna komplettera Försäkringskassans uppdrag
    14896 | 6 | Slutsatser och rekommendation
    14964 | 6.1 | Samordningsuppdraget behöver ses över i relation till rehabiliteringskedjan
    15049 | 6.1.1 | Rehabiliteringskedjan visar hur svårt det är att kombinera samordningsuppdraget med sjukförsäkringen
    15244 | 6.1.2 | Rehabiliteringskedjan har synliggjort skillnaderna mellan Försäkringskassans och övriga aktörers uppdrag
    15324 | 6.1.3 | Försäkringskassan kan inte se till att de andra aktörerna utför åtgärder
    15443 | 6.2 | Medskick till en översyn
    15487 | 6.2.1 | En översyn av samordningsuppdraget behöver också utgå från vad aktörerna kan bidra med
    15600 | 6.2.2 | Vad målet med samordningsuppdraget ska vara är en viktig men komplex fråga
    15831 | 6.2.3 | Aktörerna kan behöva delvis överlappande ansvar för samordningen för att hjälpas åt
    16138 | 6.3 | Samordningsuppdraget behöver vara välavvägt och förväntningarna rimliga
    16208 | Bilaga 1 | Krav för rätt till ersättning från sjukförsäkringen`,
    leaves: {
      first: 13,
      begin: [
        60, 121, 193, 270, 334, 406, 474, 543, 613, 683, 758, 825, 893, 914, 914, 971, 1042, 1110, 1175, 1236,
        1309, 1376, 1447, 1469, 1469, 1526, 1588, 1662, 1732, 1793, 1861, 1931, 1996, 2065, 2137, 2205, 2264,
        2327, 2395, 2466, 2536, 2606, 2679, 2750, 2824, 2885, 2960, 3027, 3102, 3174, 3245, 3316, 3348, 3422,
        3487, 3558, 3624, 3697, 3758, 3805, 3871, 3945, 4022, 4095, 4167, 4226, 4296, 4371, 4441, 4509, 4577,
        4643, 4712, 4780, 4854, 4912, 4980, 5051, 5126, 5191, 5264, 5334, 5397, 5469, 5540, 5610, 5675, 5747,
        5821, 5892, 5964, 6040, 6112, 6179, 6251, 6322, 6396, 6466, 6502, 6559, 6628, 6701, 6767, 6839, 6914,
        6988, 7059, 7134, 7206, 7278, 7354, 7423, 7493, 7554, 7623, 7701, 7770, 7844, 7913, 7985, 8054, 8126,
        8189, 8260, 8336, 8400, 8474, 8545, 8618, 8688, 8761, 8819, 8888, 8963, 9035, 9106, 9183, 9257, 9326,
        9390, 9452, 9525, 9601, 9672, 9742, 9809, 9880, 9949, 10023, 10094, 10165, 10238, 10311, 10357, 10357,
        10404, 10469, 10540, 10610, 10676, 10739, 10811, 10882, 10947, 11020, 11094, 11163, 11232, 11295,
        11362, 11433, 11505, 11573, 11641, 11708, 11777, 11843, 11909, 11978, 12055, 12130, 12202, 12271,
        12346, 12414, 12484, 12555, 12625, 12688, 12754, 12821, 12891, 12966, 13038, 13112, 13180, 13249,
        13321, 13384, 13452, 13522, 13593, 13658, 13729, 13801, 13870, 13944, 14014, 14079, 14147, 14219,
        14288, 14361, 14426, 14498, 14565, 14626, 14700, 14774, 14845, 14896, 14950, 15023, 15083, 15151,
        15224, 15294, 15362, 15437, 15502, 15574, 15639, 15712, 15789, 15857, 15929, 15999, 16073, 16116,
        16187, 16208, 16264, 16334, 16396, 16459, 16523,
      ],
    },
  },
  {
    id: '002',
    title: 'Rehabilitering och Försäkringskassans samordningsuppdrag',
    publisher: 'Försäkringskassan',
    date: undefined,
    number: undefined,
    about: {
      sv: 'Bilder som återger 30 kap. 8–11 §§ socialförsäkringsbalken och vem som ansvarar för vad.',
      en: 'Slides that retell chapter 30, sections 8–11 of the Social Insurance Code, and who is responsible for what.',
    },
    leaf: 'slide',
    lines: 170,
    headings: `
    1 | | Rehabilitering och Försäkringskassans samordningsuppdrag
    6 | | Först lite siffror och andra reflektioner
    23 | | Försäkringskassans skyldighet 30 kap. 8-11 §§
    57 | | Försäkringskassans uppdrag inom sjukförsäkringen
    75 | | Försäkringskassans och partners olika roller – en grundbild för förståelse
    111 | | Uppdraget och vårt förhållningssätt
    132 | | Förståelse för våra roller påverkar hur samordningsansvaret blir aktuellt
    148 | | Rollerna kompletterar varandra`,
    leaves: { first: 1, begin: [1, 6, 23, 57, 75, 111, 132, 148] },
  },
  {
    id: '003',
    title: 'Rapport om förstärkt stöd för återgång i arbete',
    untitled: true,
    publisher: 'Försäkringskassan',
    date: '2021-02-22',
    number: 'FK 2021-000350',
    about: {
      sv: 'Försäkringskassans redovisning till regeringen för 2020, före lagändringen i mars 2021.',
      en: 'Försäkringskassan’s account to the government for 2020, before the change of law in March 2021.',
    },
    leaf: 'page',
    lines: 722,
    headings: `
    1 | | Sammanfattning
    37 | 1 | Inledning
    86 | 2 | Internt arbete för att utveckla stöd till individen i sjukskrivnings- och rehabiliteringsprocessen
    98 | 2.1 | Försäkringskassans utredningsskyldighet
    134 | 2.2 | Stöd vid bedömning mot normalt förekommande arbete
    171 | 2.3 | Utredning och ställningstagande till behov av rehabilitering
    193 | 2.4 | Utbildningar
    218 | 2.5 | Ledning och styrning av verksamheten
    246 | 2.6 | Effektiviseringsinsatser
    257 | 2.7 | Digitala möten
    267 | 3 | Utveckla kontakter med relevanta aktörer i sjukskrivnings- och rehabiliteringsprocessen
    309 | 3.1 | Samverkan med hälso- och sjukvården
    313 | 3.1.1 | Insatser inom ramen för regeringsuppdrag med Socialstyrelsen
    341 | 3.1.2 | Aktivitetsförmågeutredning
    364 | 3.1.3 | Samverkan med SKR och regionerna kring rehabiliteringskoordinatorernas uppdrag
    379 | 3.1.4 | Lokal och regional samverkan
    400 | 3.2 | Samverkan med arbetsgivare
    408 | 3.2.1 | Förutsättningar för rehabiliteringsersättning
    423 | 3.2.2 | Lokal och regional samverkan
    465 | 3.2.3 | Samverkan med Samhall
    476 | 3.3 | Samverkan med Arbetsmiljöverket
    499 | 3.4 | Samverkan genom samordningsförbund och Europeiska socialfonden
    506 | 3.4.1 | Fler individer ska få tillgång till insatser
    533 | 3.4.2 | Projektet 4ESS
    549 | 4 | Arbetsgivares plan för återgång i arbete
    557 | 4.1 | Plan för återgång i arbete
    585 | 4.2 | Lokala och regionala insatser
    606 | 5 | Individer som behöver stöd från Arbetsförmedlingen ska få möjlighet till detta
    612 | 5.1 | Mötesformer mellan individ, Försäkringskassan och Arbetsförmedlingen
    624 | 5.2 | Intensifierad styrning
    645 | 5.2.1 | ”Våga prova” – gemensamt dialogmaterial
    654 | 5.3 | Översyn av omställningsmöten
    666 | 6 | Övriga utvecklingsinsatser`,
    leaves: { first: 3, begin: [1, 37, 98, 158, 218, 286, 357, 419, 476, 533, 595, 654, 707] },
  },
  {
    id: '004',
    title: 'Uppföljning av stödet för återgång i arbete till sjukskrivna personer – En plan för arbetet',
    publisher: 'Försäkringskassan',
    date: '2026-03-30',
    number: undefined,
    about: {
      sv: 'Försäkringskassans plan för en ny enkät och för att följa register, med frågorna i bilaga 1.',
      en: 'Försäkringskassan’s plan for a new survey and for following registers, with the questions in appendix 1.',
    },
    leaf: 'page',
    lines: 332,
    headings: `
    29 | | Uppdraget
    33 | | Bakgrund
    41 | | Plan för uppdraget
    56 | | Enkätundersökning samt registeruppföljning
    66 | | Utredning av möjligheter till mer fortlöpande uppföljningar
    76 | | Publiceringstidpunkter och innehåll
    90 | Bilaga 1 |
    111 | Bilaga 1 | Frågor om ditt arbete
    113 | Bilaga 1, fråga 1 | Frågor om ditt arbete
    121 | Bilaga 1, fråga 2 | Frågor om ditt arbete
    129 | Bilaga 1, fråga 3 | Frågor om ditt arbete
    141 | Bilaga 1, fråga 4 | Frågor om ditt arbete
    147 | Bilaga 1, fråga 5 | Frågor om ditt arbete
    157 | Bilaga 1 | Frågor om stödet på din arbetsplats
    161 | Bilaga 1, fråga 6 | Frågor om stödet på din arbetsplats
    168 | Bilaga 1, fråga 7 | Frågor om stödet på din arbetsplats
    186 | Bilaga 1, fråga 8 | Frågor om stödet på din arbetsplats
    200 | Bilaga 1, fråga 9 | Frågor om stödet på din arbetsplats
    208 | Bilaga 1, fråga 10 | Frågor om stödet på din arbetsplats
    221 | Bilaga 1, fråga 11 | Frågor om stödet på din arbetsplats
    230 | Bilaga 1, fråga 12 | Frågor om stödet på din arbetsplats
    232 | Bilaga 1 | Frågor om sjukvård och behandling
    234 | Bilaga 1, fråga 13 | Frågor om sjukvård och behandling
    250 | Bilaga 1, fråga 14 | Frågor om sjukvård och behandling
    261 | Bilaga 1, fråga 15 | Frågor om sjukvård och behandling
    269 | Bilaga 1, fråga 16 | Frågor om sjukvård och behandling
    271 | Bilaga 1, fråga 17 | Frågor om sjukvård och behandling
    279 | Bilaga 1 | Frågor om stödet från Försäkringskassan
    281 | Bilaga 1, fråga 18 | Frågor om stödet från Försäkringskassan
    289 | Bilaga 1, fråga 19 | Frågor om stödet från Försäkringskassan
    297 | Bilaga 1, fråga 20 | Frågor om stödet från Försäkringskassan
    304 | Bilaga 1, fråga 21 | Frågor om stödet från Försäkringskassan
    312 | Bilaga 1 | Frågor om framtiden
    314 | Bilaga 1, fråga 22 | Frågor om framtiden
    325 | Bilaga 1, fråga 23 | Frågor om framtiden`,
  },
]
