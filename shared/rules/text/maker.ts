import { actively, adjoined, relatively } from './active.ts'
import type { Parsed } from './clauses.ts'
import { beings, mine, ours, theirs, withinNoun } from './lexicon/small-words.ts'
import type { Made } from './made.ts'
import type { Mention } from './mentions.ts'
import { passively } from './passive.ts'
import { isGenitive, subjectOf } from './subject.ts'
import { isUnsaid } from './unsaid.ts'
import { isFiniteVerb } from './words.ts'

/** "från arbetsgivaren", "(FK)", right after the plan. */
function givenBy(parsed: Parsed, { to, clause, at, definite }: Mention): Made | undefined {
  const end = parsed.clauses[clause]?.to ?? 0
  for (let index = to + 1; index < Math.min(end, to + 6); index += 1) {
    const text = parsed.words[index]?.text ?? ''
    if (isFiniteVerb(parsed.words[index])) return undefined
    const isGift =
      text === 'av' && parsed.words.slice(0, at).some((word) => /^(?:få|får|fick|fått)$/.test(word.text))
    if (text !== 'från' && !isGift && !(text === 'hos' && definite)) continue
    const who = parsed.who.slice(index + 1, index + 4).find((one) => one !== undefined)
    if (isGift && who !== 'employer') return undefined
    return who && { by: who, how: 'owned', said: true, first: at, last: index + 1 }
  }
  return undefined
}

/** "Planen är vår", "planen är Försäkringskassans egen". */
function predicated(parsed: Parsed, { to, clause, at }: Mention): Made | undefined {
  const end = parsed.clauses[clause]?.to ?? 0
  const being = parsed.words.findIndex(({ text }, index) => index > to && index <= to + 3 && beings.has(text))
  if (being < 0 || being >= end) return undefined
  for (let index = being + 1; index < Math.min(end, being + 4); index += 1) {
    const text = parsed.words[index]?.text ?? ''
    const next = parsed.words[index + 1]
    const closes =
      !next ||
      withinNoun.has(next.text) ||
      index + 1 >= end ||
      next.text === 'och' ||
      /[,.]/.test(parsed.words[index]?.after ?? '')
    const who = parsed.who[index]
    const owner =
      ours.has(text) || mine.has(text)
        ? 'fk'
        : theirs.has(text)
          ? 'other'
          : who !== undefined && isGenitive(text)
            ? who
            : undefined
    if (owner && closes)
      return { by: owner, how: 'owned', said: !isUnsaid(parsed, clause), first: at, last: index }
  }
  return undefined
}

/** What a sentence says of who made the plan it speaks of, or whose it is. */
export function madeBy(parsed: Parsed, mention: Mention): Made | undefined {
  const { owner, from, at, clause } = mention
  if (owner === 'own-subject') {
    const verb = lastVerb(parsed, clause, from)
    const by = verb === undefined ? 'unclear' : subjectOf(parsed, clause, verb)
    return { by: by === 'writer' ? 'fk' : by, how: 'owned', said: true, first: from, last: at }
  }
  if (owner === 'denied') return { by: 'fk', how: 'owned', said: false, first: from, last: at }
  if (owner === 'employer') {
    const made = passively(parsed, mention) ?? actively(parsed, mention)
    if (made?.by === 'fk' && made.how === 'made') return { ...made, anothers: true }
  }
  if (owner !== undefined) return { by: owner, how: 'owned', said: true, first: from, last: at }
  return (
    predicated(parsed, mention) ??
    relatively(parsed, mention) ??
    adjoined(parsed, mention) ??
    passively(parsed, mention) ??
    givenBy(parsed, mention) ??
    actively(parsed, mention)
  )
}

/** The verb whose subject "sin" points to: the nearest before it, else the first after. */
function lastVerb(parsed: Parsed, clause: number, from: number): number | undefined {
  const { from: start = 0, to: end = 0 } = parsed.clauses[clause] ?? {}
  for (let at = from - 1; at >= start; at -= 1)
    if (isFiniteVerb(parsed.words[at]) || parsed.making[at]) return at
  for (let at = from; at < end; at += 1) if (isFiniteVerb(parsed.words[at])) return Math.min(end - 1, at + 2)
  return undefined
}
