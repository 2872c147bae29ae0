import type { Parsed } from './clauses.ts'
import { assessing, treatmentProper, verdict } from './lexicon/care.ts'
import { negations } from './lexicon/small-words.ts'
import { isOthers } from './speaker.ts'
import { subjectOf } from './subject.ts'

/** What the agency may have an opinion of although a treatment is named beside it. */
const ownMatter =
  /(?<!\p{L})(?:arbetsförmåga\p{L}*|förmåga\p{L}*|arbeta|sjukpenning\p{L}*|underlag\p{L}*|utlåtande\p{L}*|planering\p{L}*|följas upp|samordn\p{L}*|avstämningsmöte\p{L}*|anpassning\p{L}*|arbetsträning\p{L}*|arbetsprövning|klarlagt|behov av (?:medicinsk |arbetslivsinriktad )?rehabilitering|kompletter\p{L}*|återgå\p{L}*|fråg(?:a|or|an|orna)|intyg\p{L}*)(?!\p{L})/u

/** "inga synpunkter", "tar inte ställning", "ingen anledning att": the agency abstains. */
const abstains =
  /(?<!\p{L})(?:inga? synpunkt\p{L}*|inte ställning|ingen (?:anledning|uppfattning|åsikt)|bedömer (?:inte|ej) (?!att)|kan inte (?:bedöma|bestämma|avgöra)|inte (?:vår|försäkringskassans) sak)(?!\p{L})/u

/** Whether the verb or noun at `at` gives the agency's own opinion: "FK anser", "Bedömer", "enligt oss", "vår bedömning är". */
function isOwnOpinion(parsed: Parsed, at: number): boolean {
  const { words, who, clauseOf } = parsed
  const text = words[at]?.text ?? ''
  if (text === 'enligt') {
    const next = words.slice(at + 1, at + 4)
    if (/^(?:oss|mig|vår|min|försäkringskassan|fk|kassan|utredaren|fmr)/.test(next[0]?.text ?? ''))
      return true
    return who[at + 1] === 'fk'
  }
  if (/^(?:bedömning|mening|uppfattning)/.test(text)) {
    const owner = words[at - 1]
    if (at === 0 && /^bedömningen$/.test(text)) return true
    return (
      owner !== undefined &&
      (/^(?:vår|min)$/.test(owner.text) || (who[at - 1] === 'fk' && owner.text.endsWith('s')))
    )
  }
  const subject = subjectOf(parsed, clauseOf[at] ?? 0, at)
  return subject === 'fk' || subject === 'writer'
}

/** Where in the rest of the sentence a treatment is named that is not only the time or the place: "under behandlingen". */
function treatmentIn(parsed: Parsed, from: number): boolean {
  const { sentence, words, clauses, clauseOf } = parsed
  const start = words[from]?.start ?? 0
  const all = new RegExp(treatmentProper.source, 'gu')
  return [...sentence.text.slice(start).toLowerCase().matchAll(all)].some((found) => {
    const at = words.findIndex(({ end }) => end > start + found.index)
    const opens = clauses[clauseOf[at] ?? 0]?.opens ?? ''
    if (/^(?:när|medan|innan|tills|eftersom|om)$/.test(opens)) return false
    const [before = '', earlier = ''] = [words[at - 1]?.text, words[at - 2]?.text]
    return (
      !/^(?:under|efter|vid|inför|före|med|parallellt|trots|mellan)$/.test(before) &&
      !/^(?:under|efter|inför|före|trots)$/.test(earlier)
    )
  })
}

/** The words by which the agency gives its opinion of a treatment: "Vi anser att KBT är rätt behandling". */
export function assessmentIn(parsed: Parsed): readonly [number, number] | undefined {
  const { sentence, words } = parsed
  const lower = sentence.text.toLowerCase()
  if (sentence.asks || abstains.test(lower)) return undefined
  for (let at = 0; at < words.length; at += 1) {
    const text = words[at]?.text ?? ''
    if (!assessing.test(text) || !isOwnOpinion(parsed, at) || isOthers(parsed, at)) continue
    const isLast =
      /^(?:vi|jag|fk|försäkringskassan)$/.test(words[at + 1]?.text ?? '') &&
      words[at - 1]?.after.includes(',') === true
    const from = isLast || text === 'enligt' || /^(?:bedömning|mening|uppfattning)/.test(text) ? 0 : at + 1
    const rest = lower.slice(words[from]?.start ?? 0)
    const suggests =
      /^(?:rekommender|föresl|ifrågasätt|ifrågasatte|förordar|kritisk|godta|tveksam|accepter|motsätt|invänd|underkänn)/.test(
        text,
      )
    if (ownMatter.test(rest) || !treatmentIn(parsed, from)) continue
    const denied = words.slice(at + 1, at + 2).some((word) => negations.has(word.text))
    if (denied && words[at + 2]?.text !== 'att' && !/^(?:delar|håller|tror)$/.test(text)) continue
    if (text === 'ser' && words[at + 1]?.text !== 'att' && words[at + 2]?.text !== 'att') continue
    if (suggests || (/^(?:håller|delar|tror)$/.test(text) && denied) || verdict.test(rest))
      return [at, Math.min(at + 1, words.length - 1)]
  }
  return assertedIn(parsed, lower)
}

/** "Läkaren har valt fel behandling": a verdict without anybody said to hold it is the writer's. */
function assertedIn(parsed: Parsed, lower: string): readonly [number, number] | undefined {
  const found =
    /(?<!\p{L})(?:behandling|medicinering|medicin|terapi|operation)\p{L}* är (?:klart |helt )?(?:otillräcklig|fel|felaktig|onödig|olämplig|verkningslös)\p{L}*/u.exec(
      lower,
    ) ?? /(?<!\p{L})fel (?:behandling|medicin|terapi)(?!\p{L})/u.exec(lower)
  if (!found) return undefined
  const at = parsed.words.findIndex(({ end }) => end > found.index)
  return at < 0 || isOthers(parsed, at) ? undefined : [at, at]
}
