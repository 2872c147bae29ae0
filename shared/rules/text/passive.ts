import { isStaff } from './actors.ts'
import type { Parsed } from './clauses.ts'
import type { Who } from './lexicon/names.ts'
import { beings, negations, prepositions } from './lexicon/small-words.ts'
import { type Made, planNounBetween } from './made.ts'
import type { Mention } from './mentions.ts'
import { isGenitive, type Subject } from './subject.ts'
import { isReported, isUnsaid } from './unsaid.ts'

/** What somebody gives a plan without making it: "med hjälp av FK", "på begäran av FK". */
const notMaking =
  /^(?:hjälp|stöd|uppmaning|begäran|initiativ|uppdrag|inrådan|anmodan|förslag|rekommendation\p{L}*|önskemål|hand|del|ledning|utgångspunkt|grund|stöttning|råd)$/u

/** The one after "av": "upprättad av Försäkringskassan", "gjord av mig". */
function agent(parsed: Parsed, from: number, to: number): { by: Who | 'unclear'; at: number } | undefined {
  for (let at = from; at < to; at += 1) {
    if (parsed.words[at]?.text !== 'av' || notMaking.test(parsed.words[at - 1]?.text ?? '')) continue
    for (let index = at + 1; index < Math.min(to, at + 5); index += 1) {
      const who = parsed.who[index]
      if (who !== undefined) {
        const text = parsed.words[index]?.text ?? ''
        const next = parsed.who[index + 1]
        // "av kommunens handläggare", "av FK:s utredare": the genitive's person.
        if (isGenitive(text) && text !== 'fs') {
          const isPerson = next !== undefined || isStaff(parsed.words[index + 1]?.text ?? '')
          return { by: isPerson ? (who === 'fk' ? 'fk' : (next ?? who)) : 'unclear', at: index + 1 }
        }
        return { by: who, at: index }
      }
      if (prepositions.has(parsed.words[index]?.text ?? '')) break
    }
    const isName = /^\p{Lu}\p{Ll}/u.test(parsed.words[at + 1]?.written ?? '')
    return { by: isName ? 'other' : 'unclear', at: at + 1 }
  }
  return undefined
}

const isParticiple = (parsed: Parsed, at: number) =>
  parsed.making[at]?.voice === 'passive' ||
  ((parsed.making[at]?.form === 'supine' || parsed.words[at]?.text.endsWith('ade') === true) &&
    (parsed.words[at + 1]?.text === 'av' || beings.has(parsed.words[at - 1]?.text ?? '')))

/** "en av FK gjord plan gäller inte": what the participle says is taken for granted, whatever the sentence denies. */
function isAttribute(parsed: Parsed, at: number): boolean {
  if (parsed.sentence.asks || parsed.words[at - 2]?.text !== 'av' || parsed.who[at - 1] === undefined)
    return false
  return (
    !isReported(parsed, parsed.clauseOf[at] ?? 0) &&
    !parsed.words.slice(Math.max(0, at - 5), at - 2).some(({ text }) => negations.has(text))
  )
}

/** "upprättad av FK", "gjordes på mötet av mig", "upprättad här på FK": said in the passive. */
export function passively(parsed: Parsed, { at: noun, clause }: Mention): Made | undefined {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  const fronted = parsed.words[from]?.text === 'av' ? parsed.who[from + 1] : undefined
  const after = parsed.clauses[clause + 1]
  const end = after?.opens === 'som' ? after.to : to
  for (let at = Math.max(from, noun - 12); at < Math.min(end, noun + 16); at += 1) {
    const making = parsed.making[at]
    if (!making || !isParticiple(parsed, at)) continue
    const found = agent(parsed, at + 1, Math.min(end, at + 14))
    if (found && at > noun && planNounBetween(parsed, noun + 1, at)) continue
    const made = {
      how: making.revises === true ? ('revised' as const) : ('made' as const),
      said: isAttribute(parsed, at) || !isUnsaid(parsed, parsed.clauseOf[at] ?? clause),
      first: Math.min(at, noun),
    }
    if (found) return { ...made, by: found.by, last: Math.max(found.at, noun) }
    const before = parsed.words[at - 2]?.text === 'av' ? parsed.who[at - 1] : undefined
    if (before !== undefined) return { ...made, by: before, first: at - 2, last: Math.max(at, noun) }
    if (making.voice !== 'passive') continue
    // "Av FK har en plan upprättats"
    if (fronted !== undefined && !isGenitive(parsed.words[from + 1]?.text ?? ''))
      return { ...made, by: fronted, first: from, last: Math.max(at, noun) }
    const house = parsed.words.slice(at + 1, at + 4).findIndex(({ text }) => text === 'på' || text === 'hos')
    const isThing =
      isGenitive(parsed.words[at + 2 + house]?.text ?? '') &&
      !isStaff(parsed.words[at + 3 + house]?.text ?? '')
    const inHouse = house < 0 || isThing ? undefined : parsed.who[at + 2 + house]
    if (inHouse !== undefined) return { ...made, by: inHouse, last: at + 2 + house }
    return { ...made, by: companion(parsed), last: Math.max(at, noun) }
  }
  return undefined
}

/** "Upprättad i samråd med FS": consultation with the insured is the agency's (30 kap. 3 §). */
function companion(parsed: Parsed): Subject {
  const at = parsed.words.findIndex(
    ({ text }, index) => text === 'samråd' && parsed.words[index + 1]?.text === 'med',
  )
  if (at < 0) return 'unclear'
  const others = parsed.who.filter((one) => one !== undefined)
  return others.length > 0 && others.every((one) => one === 'insured') ? 'writer' : 'unclear'
}
