import { phrase } from '../phrase.ts'

/** Health care and those who work in it, as words of a note name them. */
export const careWord =
  /^(?:(?:hälso-|sjuk|primär|öppen|sluten|psykiatri)?vård(?:en|ens|centralen|central|centralens|givar\p{L}*|kontakt\p{L}*|teamet)?|vc|vc:n|\p{L}*läkar\p{L}*|hälsocentral\p{L}*|doktorn?|dr|psykiatri\p{L}*|psykiater\p{L}*|psykolog\p{L}*|fysioterapeut\p{L}*|sjukgymnast\p{L}*|kurator\p{L}*|ortoped\p{L}*|kirurg\p{L}*|neurolog\p{L}*|reumatolog\p{L}*|smärtklinik\p{L}*|\p{L}*klinik(?:en|ens)?|regionen?s?|sjukhus\p{L}*|mottagning\p{L}*|\p{L}*mottagningen|rehab(?:iliterings)?koordinator\p{L}*|arbetsterapeut\p{L}*|terapeut\p{L}*|logoped\p{L}*|dietist\p{L}*|sjuksköt\p{L}*|ssk|primärvård\p{L}*|företagsläkar\p{L}*|specialistvård\p{L}*|habilitering(?:en)?|rehabteam\p{L}*)$/u

/** That somebody has to do something. */
export const obliging = /^(?:ska|skall|måste|bör|borde|behöver|får|åläggs|åläggas|tvingas|krävs)$/

/** Nouns of care and treatment. */
const things = [
  '\\p{L}*behandling(?:en|ar|arna|ens|sinsats\\p{L}*)?',
  'kbt(?:-\\p{L}+)?',
  '\\p{L}*terapi(?:n|er|erna)?',
  'medicin(?:en|er|erna|ering\\p{L}*)?',
  '\\p{L}*läkemed\\p{L}+',
  '\\p{L}+dos(?:en|er)?',
  'dos(?:en|er|ering\\p{L}*)?',
  '(?:an|för)?operation(?:en|er|s\\p{L}*)?',
  'remiss(?:en|er)?',
  'sjukgymnastik(?:en)?',
  '(?:samtals|psykolog|kurators)(?:stöd\\p{L}*|kontakt\\p{L}*|terapi\\p{L}*|samtal\\p{L}*|serie\\p{L}*)',
  'samtal(?:en)?',
  '(?:smärt|sömn|neuropsyki\\p{L}*|medicinsk|psykiatrisk|logoped|ryggs?)?-?utredning(?:en|ar)?',
  '(?:multimodal |medicinsk )?\\p{L}*rehab(?:ilitering(?:en)?)?',
  'träning(?:en|s\\p{L}*)?',
  'undersökning(?:en|ar)?',
  'röntgen\\p{L}*|magnetkamera\\p{L}*|mr-\\p{L}+|provtagning\\p{L}*|blodprov\\p{L}*',
  '(?:hem)?program(?:met)?',
  'vård(?:en|insats\\p{L}*)?',
  'injektion\\p{L}*|spruta\\p{L}*|kortison\\p{L}*|antidepressiv\\p{L}*|smärtlindring\\p{L}*|smärtstillande',
  '(?:en |träffa |tid hos |till |hos )?(?:psykolog|kurator|fysioterapeut|arbetsterapeut|ortoped|smärtklinik|specialist|dietist|psykiatri)(?:en)?',
  'sjukskrivning(?:en)?',
  'rehabmöte',
  'kö(?:n)?',
  'fysisk aktivitet',
  'kontakt (?:på|med|hos|inom) psykiatrin',
  'hand(?:en)?|ångest(?:en)?',
]

/** Verbs of care, in the infinitive or the imperative. */
const deeds = [
  'behandla[rs]?',
  '(?:om)?operera[rs]?',
  'remittera[rs]?',
  'undersökas?',
  'utredas?',
  'rehabiliteras?',
  'ordineras?',
  'medicineras?',
  'trappas? (?:upp|ned|ner|ut)',
  'sättas? (?:in|ut)',
  'sätter in|sätt in',
  'träna',
  'prioriteras?',
  'skynda(?:s)?(?: på)?',
  'tas? (?:emot|hand om)',
  'tar emot',
  'intensifieras?',
  'röntgas',
  'lägga in|läggas in',
  'ändrar behandling\\p{L}*',
]
export const treatment = phrase(...things, ...deeds)

/** Treatment as such, without what a note may say of other things by the same words. */
export const treatmentProper = phrase(
  ...things.filter(
    (thing) => !/^(?:vård|kö|hand|sjukskriv|rehabmöte|samtal\(|\(\?:multi|remiss|\(\?:smärt)/.test(thing),
  ),
  'samtalsterapi\\p{L}*',
  'fysioterapi(?:n)?',
  'rehabilitering på \\p{L}+',
  '\\p{L}*medicinera\\p{L}*',
  '(?:vården|läkaren|vårdcentralen|kliniken) (?:inte )?gör',
  '(?:om)?opereras?|behandlas|remitteras|medicineras|rehabiliteras|utredas|sättas in på',
)

/** Steps that are agreed with the care and no treatment: papers, answers, meetings. */
export const papers = phrase(
  '(?:läkar)?intyg\\p{L}*',
  '(?:läkar)?utlåtande\\p{L}*',
  'lus',
  'underlag\\p{L}*',
  'besked',
  'svara?',
  'återkomma?(?:er)?',
  'höra av sig',
  'ringa',
  'uppgifter(?:na)?|information(?:en)?|medgivande\\p{L}*',
  'avstämningsmöte\\p{L}*',
  'delta',
  'kalla',
  'journal\\p{L}*',
  'dokumenter\\p{L}*',
)

/** What the law or the care's own order asks of care in general. */
export const inGeneral =
  /(?<!\p{L})(?:enligt (?:lag\p{L}*|hsl|hälso- och sjukvårdslagen|socialstyrelsen\p{L}*|förordning\p{L}*)|alltid|i allmänhet|ansvarar)(?!\p{L})/u

/** A letter begins so when it orders. */
export const orderBegins =
  /^(?:var (?:vänlig|snäll)(?:a)? (?:och )?)?(?:vänligen |snarast |omgående |snälla |och |tack )?(?:ge|remittera|skicka|sätt|ordna|se till|boka|byt|öka|minska|höj|sänk|prioritera|påbörja|starta|inled|planera|genomför|gör|utred|undersök|operera|behandla|erbjud|skriv|trappa|fortsätt|avsluta|låt|hjälp|ordinera|kalla|följ|ta|ändra|anpassa|skynda|lägg|pröva|ompröva|intensifiera|återuppta|bedöm|överväg|avvakta|vänta|dröj|initiera|anmäl|utöka|förläng|tidigarelägg|korta|tillse|säkerställ|be|kräv)(?!\p{L})/u

/** "vi kräver att", "har uppmanat läkaren att", "sagt till VC att de". */
export const demanding =
  /^(?:kräv(?:er|de|t|s|a)|begär(?:de|t|a)?|uppman(?:a|ar|ade|at)|instruera(?:r|de|t)?|beordra(?:r|de|t)?|anmoda(?:r|de|t)?|sagt|säger|sa|meddelat|meddelar|meddela|förvänta[rt]?|bestämt|bestämmer|vill|önskar|ser|ber|bett|bad|yrkar|ålägger|ålagt|uppdragit|tala[rt]?|se|krav|be|säga|framfört|framför|framförde|påpekat|ifrån|viktigt|angeläget|dags|få|förmå|tvinga|lade fram|förutsätter|förutsatt|ankommer|nödvändigt|uppmanas|ombeds|åläggs|kräv)$/

/** How the agency says what it thinks of a treatment. */
export const assessing =
  /^(?:bedöm(?:er|de|t|a|ning(?:en)?)|anser|ansåg|ansett|tycker|tyckte|finner|fann|menar|menade|ser|ifrågasätt(?:er|a)|ifrågasatte|rekommendera(?:r|de|t)?|föreslå(?:r|s)?|föreslog|föreslagit|delar|tror|enligt|förordar|håller|mening(?:en)?|uppfattning(?:en)?|kritiska?|tveksam(?:ma)?|godtar?|godtas|accepterar?|motsätter|invänder|underkänner|konstaterar)$/
/** Assessed: how good, whether needed, whether another would be better. */
export const verdict = phrase(
  '(?:o)?tillräcklig\\p{L}*',
  'otillräcklig\\p{L}*',
  'rätt(?:a)?(?! till)',
  'fel(?:aktig\\p{L}*)?',
  '(?:o)?lämplig\\p{L}*',
  'adekvat\\p{L}*',
  'ändamålsenlig\\p{L}*',
  'onödig\\p{L}*',
  'nödvändig\\p{L}*',
  'verkningsfull\\p{L}*|föredra|rätta|rimlig\\p{L}*|vore',
  '\\p{L}*medicinera[sd]',
  'bättre|bästa?|sämre|hellre|länge|tveksam\\p{L}*|dålig\\p{L}*|inte gör',
  'behövs|behövas|behöver|behövdes',
  'borde|bör',
  'för (?:låg|hög|lång|kort|sen|tidig|gles)\\p{L}*',
  'räcker(?: inte)?',
  'verkningslös\\p{L}*|effektiv\\p{L}*|meningslös\\p{L}*|motiverad\\p{L}*|felval\\p{L}*|olämplig\\p{L}*',
  'i stället|istället',
  'annan',
  'bytas?|avslutas?|prövas?|sättas in|höjas|sänkas',
  'val(?:et|t)?|valda',
  'nog|ses över|över tiden|i onödan|långsam\\p{L}*|hjälper|leder|dröjer|drar ut|lämplig\\p{L}*|måste|ska|skulle|behov av',
  'inte är rätt',
)

/** Verbs that tell something, and order only where it is told that something is to be done. */
export const tellsOnly =
  /^(?:vill|önskar|framför\p{L}*|påpeka\p{L}*|ifrån|viktigt|angeläget|dags|få|förmå|tvinga|ser|förutsätter|sagt|säger|sa|meddela\p{L}*|säga|bestäm\p{L}*|förvänta\p{L}*|se|tala\p{L}*)$/u
export const toDo = phrase(
  'ska|skall|måste|bör|behöver|får|ser till|sker?|görs|ges|genomförs',
  'ge|ger|remitterar?|erbjuder?|erbjuda|genomför|genomföra|påbörja\\p{L}*|inleds?|inleda',
  'ändrar?|sätter|sätta|börjar?|startar?|ordnar?|tar?|opererar?|behandlar?',
  'trappar?|höjer|höja|sänker|sänka|göra|utreda|utreder|intensifier\\p{L}*|ompröva\\p{L}*|tidigarelägg\\p{L}*',
)
