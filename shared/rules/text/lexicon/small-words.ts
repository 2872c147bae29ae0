/** The closed classes of Swedish, as far as a note about a plan uses them. */
const set = (words: string) => new Set(words.split(/\s+/))

export const prepositions =
  set(`med m av från till för åt hos på mot om genom via enligt i vid inom kring utifrån
  efter över under inför angående ang bakom utan jämte trots per ur ifrån gentemot emot framför mellan`)
export const negations =
  set(`inte ej ingen inget inga aldrig varken ingenting icke knappast avböjde avböjt avböjer slipper
  slapp avstod avstår avstått undvek undviker vägrar vägrade glömde glömt`)
/** Verbs that another verb follows. */
export const auxiliaries =
  set(`har hade ska skall skulle kommer bör borde måste kan kunde får fick vill ville behöver
  behövde tänker avser lär brukar hann hinner började börjar försöker försökte`)
/** Verbs that say what is; they make nothing. */
export const beings = set('är var blir blev finns fanns saknas saknades')

/** Words between a noun and what comes before it: articles, adjectives, numerals. */
export const withinNoun =
  set(`en ett den det de denna detta dessa ny nya nytt egen eget egna första andra tredje
  preliminär preliminära skriftlig skriftliga muntlig muntliga gemensam gemensamma aktuell aktuella gammal gamla
  nuvarande tidigare senaste sista uppdaterad uppdaterade reviderad reviderade hållbar hållbara tydlig tydliga
  konkret konkreta individuell individuella fortsatt fortsatta färdig färdiga kort enkel enkla bra god
  återgångs rehab hela någon något några sådan sådana så kallad kallade hållen förnyad kompletterande långsiktig
  långsiktiga detaljerad stegvis realistisk ordentlig rimlig samlad lämplig nästa`)
export const pointing = set('denna detta här den')

/** Whose something is. */
export const mine = set('min mitt mina')
export const ours = set('vår vårt våra')
export const theirs = set('hans hennes hens deras dennes er ert era din ditt dina')
export const ownSubjects = set('sin sitt sina')

/** Words that open a clause within a sentence. */
export const subordinators = set(`att som ifall huruvida när innan eftersom medan fastän vilket vilken vilka
  tills emedan hur vad vem varför`)
/** Those that do so only before a subject; elsewhere they are adverbs or prepositions. */
export const halfSubordinators = set('om då sedan där trots fast')
export const coordinators = set('och men så utan eller samt varpå varför')
/** Clauses whose content is not said to be so. */
export const hypothetical = set('om ifall huruvida hur vem vad varför')

/** Verbs by which a saying is another's: "AG uppger att …". */
export const saying =
  /^(?:säg(?:er|a)|sade|sa|uppg(?:er|av|ett)|berätta\p{L}*|skriver|skrev|skrivit|mena[rd]\p{L}*|anser|ansåg|tror|trodde|tycker|tyckte|hävda\p{L}*|påstå\p{L}*|påstod|meddela\p{L}*|framför\p{L}*|beskriv\p{L}*|anger|angav|mejla\p{L}*|maila\p{L}*|upplever|uppfatta\p{L}*|misstänk\p{L}*|räkna\p{L}*|förvänta\p{L}*|hoppas|hoppades|vänta\p{L}*|förmoda\p{L}*|antar|utgår|förklara\p{L}*|svara\p{L}*|informera\p{L}*|intygar|citerar?|undrar|undrade|frågar?|frågade)$/u
/** Verbs by which somebody calls or comes: the next words without a subject may be that person's. */
export const contacting =
  /^(?:ringer|ringde|ringt|återkom\p{L}*|mejla\p{L}*|maila\p{L}*|hör|hörde|kontakta\p{L}*|besök\p{L}*|meddela\p{L}*|berätta\p{L}*|uppg\p{L}*|säger|sa|sade|skriver|skrev)$/u
/** Verbs and nouns by which others are made to do something: what follows "att" is theirs. */
export const urging =
  /^(?:be|ber|bad|bett|bedd|uppmana\p{L}*|påmin\p{L}*|kräv\p{L}*|begär\p{L}*|begärt|hjälp\p{L}*|stöd\p{L}*|stött\p{L}*|råd\p{L}*|rått|rekommendera\p{L}*|instruera\p{L}*|uppmuntra\p{L}*|föreslå\p{L}*|föreslog|tipsa\p{L}*|anmoda\p{L}*|förelägg\p{L}*|ålägg\p{L}*|låt\p{L}*|låta|ombe\p{L}*|ombett|skyldig\p{L}*|ansvar\p{L}*|plikt\p{L}*|krav\p{L}*|skyldighet\p{L}*|vikten|behov\p{L}*|möjlighet\p{L}*|nytta\p{L}*|uppdrag\p{L}*|ge|ger|gav|gett|givit|uppgift\p{L}*|chans\p{L}*)$/u
/** What one does with a plan that comes from elsewhere. */
export const receiving =
  /^(?:begär\p{L}*|invänta\p{L}*|vänta\p{L}*|efterfråga\p{L}*|efterlys\p{L}*|fått|fick|få|får|mottag\p{L}*|mottog|ta|tagit|inkom\p{L}*|kommit|kom|saknas|saknar|läst|läser|granska\p{L}*|scanna\p{L}*|skanna\p{L}*|registrera\p{L}*|fråga\p{L}*|bett|ber|hämta\p{L}*|komplettera\p{L}*|inskickad\p{L}*|efterhör\p{L}*)$/u

/** Adverbs and the like that stand before the verb without being its subject. */
export const adverbs = set(`idag igår imorgon nu sedan därefter därför då också även ännu fortfarande hittills
  tidigare senare snart sen nyligen under redan dessutom samtidigt alltså således även åter själv dock istället
  tillsammans nedan ovan härmed efteråt slutligen ändå först sist i morse direkt genast bara just ibland varefter
  hl obs ok okej not plan kort kl dag månad vecka v mån tis ons tors fre lör sön jan feb mars april maj juni juli
  aug sept okt nov dec måndag tisdag onsdag torsdag fredag lördag söndag januari februari augusti september oktober
  november december`)
/** How a plan comes to the agency, or is spoken of to it. */
export const handingIn =
  /^(?:skicka\p{L}*|lämna\p{L}*|mejla\p{L}*|maila\p{L}*|inkom\p{L}*|kommit|kom|sänt|komplettera\p{L}*|saknar|redog\p{L}*|berätta\p{L}*|registrera\p{L}*|begär\p{L}*|fått|fick)$/u
/** What is said of a plan that is not there. */
export const lacking = /^(?:uteb|dröj|sakna|efterfråg|frågade|vill|vänta|behöv)/
/** Who wishes something done. */
export const wishing = /^(?:vill|ville|önskar|önskade|ber|bad|bett|undrar|tycker|tyckte)$/
