import { phrase } from '../phrase.ts'

/** Arbetsmiljöverket, by name or addressed. */
export const authority = phrase(
  'arbetsmiljöverkets?',
  'a\\.?v',
  'av:s',
  'amv',
  'verkets?',
  'myndigheten',
  'inspektör(?:en|er|erna)?',
  'inspektion(?:en)?',
  'ni',
  'er',
  'ert',
)

/** What somebody is asked to do about it. */
export const acting = phrase(
  'se(?:r)? till',
  'ingrip\\p{L}*|grip\\p{L}* in',
  'beslut\\p{L}*|bedöm\\p{L}*',
  'rädda\\p{L}*|lösning\\p{L}*|sätta stopp|få till|ge henne|ge honom',
  'hjälp\\p{L}*',
  'tvinga\\p{L}*',
  'kräv\\p{L}*',
  'ålägg\\p{L}*|åläggas',
  'föreläg\\p{L}*',
  'lösa?|löses|lösas',
  'åtgärda\\p{L}*',
  'agera\\p{L}*',
  'göra? något',
  'pressa\\p{L}*|(?:sätta?|sätter|lägga?) (?:\\p{L}+ )?press',
  'driv(?:a|er) (?:på|igenom)',
  'påverka\\p{L}*',
  'kontakta\\p{L}*',
  'utred\\p{L}*',
  'gransk\\p{L}*',
  'undersök\\p{L}*',
  'kontrollera\\p{L}*',
  'återkom\\p{L}*',
  'få(?:r)? (?:\\p{L}+ )?(?:arbetsgivaren|bolaget|företaget|chefen|dem|ag)',
  'förmå\\p{L}*',
  'övertyga\\p{L}*',
  'ta(?:s|r)? (?:hand om|tag i|upp|itu)',
  'tala med|prata med',
  'besök\\p{L}*|åka dit|inspektera\\p{L}*',
  'driva',
  'medla\\p{L}*',
  'stötta\\p{L}*|stödja',
  'vidta\\p{L}*',
  'bevaka\\p{L}*',
  'ordna\\p{L}*',
  'säkerställ\\p{L}*',
  'skynda\\p{L}*',
  'pröva\\p{L}*',
)

const toAuthority = '(?:arbetsmiljöverkets?|av|amv|verket|inspektör\\p{L}*|inspektion\\p{L}*|ni|er|ert|era)'

/** That the authority is asked: "vi ber er", "AV bör", "det vore bra om inspektören". */
export const asking = phrase(
  `(?:ber|bett|begär|vill|hoppas|önskar|behöver|uppmanar|måste|bör|borde|hemställer|kräver|krävs|förväntar oss|förväntan|förhoppning(?:en)?|räknar med|ser gärna|önskemål:?|angeläget|viktigt|nödvändigt|vore bra|vore|tacksam\\p{L}*|beroende av|genom|med)(?: [\\p{L}:]+){0,9} ${toAuthority}`,
  '(?:vites)?föreläggande\\p{L}*|vite|sanktion\\p{L}*',
  '(?:vi|jag|försäkringskassan) (?:ber|önskar|hoppas|begär)',
  `${toAuthority}(?: \\p{L}+){0,3} (?:måste|bör|borde|ska|skall|behöver|är de enda|uppmanas|ombeds|väl)`,
  `(?:vänder|vända) (?:vi )?oss till ${toAuthority}`,
)
/** That it is asked what only some can be meant by: "AV kan", "AV får"; it asks where somebody is to be helped or made to. */
export const mayAsk = phrase(
  `${toAuthority}(?: \\p{L}+){0,2} (?:kan|får|kunde|skulle|kommer)`,
  `(?:kan|får|kunde|skulle)(?: \\p{L}+){0,2} ${toAuthority}`,
  'återkom\\p{L}*',
)

/** A tip that begins so tells the authority what to do. */
export const pleaBegins =
  /^\s*(?:tips: |önskemål: )?(?:snälla (?:ni)?,? ?|vänligen |var vänlig(?:a)? och |kan ni )?(?:hjälp|se till|gör något|gör så|kontakta|lös|tvinga|ingrip|åtgärda|förmå|kräv|få|ålägg|förelägg|pressa|driv på|ring|åk|besök|ordna|säkerställ|agera|ta tag i|tala med|prata med|bedöm|besluta|granska|utred|undersök|säg till|återkom|var snälla?|begär|hoppas|önskar)(?!\p{L})/u

/** What the tip is for. */
export const purpose =
  /(?<!\p{L})(?:anledningen|skälet|orsaken) till (?:tipset|att vi (?:hör|skriver|vänder|tipsar|lämnar|anmäler))\p{L}*(?: \p{L}+){0,4} är|(?<!\p{L})(?:syftet|målet|avsikten|tanken)(?: \p{L}+){0,4} (?:är|att)|(?:tipset|tips|uppgiften|detta|det här)(?: \p{L}+){0,4} (?:för att|så att)|(?:med|genom) (?:tipset|detta) vill vi (?:uppnå|få|att)|(?:med|genom) (?:er|arbetsmiljöverkets|verkets|avs?) hjälp|vänder vi oss till er|vi skickar (?:detta|tipset|uppgifterna) (?:för att|så att)/u

/** The one whom it is about rather than the workplace. */
export const oneAlone = phrase(
  'den försäkrades?',
  'försäkrades?',
  'fs',
  'hon|han|hen|henne|honom|hennes|hans|hens',
  'medarbetaren?s?',
  'den anställdes?',
  'personens?',
  'individens?',
  '(?:det |detta )?(?:enskilda|aktuella) (?:fallet|ärendet|fall|ärende|situationen)',
  'i (?:det här|detta|det enskilda) (?:fallet|ärendet|fall|ärende)',
  'ärendet',
  'just (?:henne|honom|den)',
  'sin(?:a)? (?:anpassning|plan|rehabilitering|hjälpmedel|arbetsuppgifter|tjänst|arbete)',
  'den enskilda?',
)

/** That nothing is asked for the single case. */
export const renounces = phrase(
  '(?:begär|ber|syftar|avser|gäller|innebär|prövar|ingriper|kan|ska|väntar oss|förväntar oss|är|handlar|önskar|vill|räknar)(?: \\p{L}+){0,2} (?:inte|ej|inget|ingen|inga)',
  '(?:inte|ej|inget|ingen|inga)(?: \\p{L}+){0,4} (?:enskil\\p{L}*|hjälp\\p{L}*|åtgärd\\p{L}*|ärende|ingrip\\p{L}*|begär\\p{L}*|svar|syfte\\p{L}*)',
  'oavsett tipset',
  'är medvetna om',
)
