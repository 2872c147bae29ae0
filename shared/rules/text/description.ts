import { doingOf } from './lexicon/performing.ts'
import { auxiliaries, negations } from './lexicon/small-words.ts'
import { type Names, namesIn } from './performer.ts'
import { type Reading, readingOf } from './reading.ts'
import { remembering } from './remember.ts'
import { isGenitive } from './subject.ts'
import { isFiniteVerb } from './words.ts'

/** The agency's phrase from `index` on: "vi på kassan", "handläggaren på FK", "FK och arbetsgivaren". */
function phraseTo({ words, who }: Names, index: number): number {
  let last = index
  while (/^(?:på|hos|vid|och|samt|här|själv)$/.test(words[last + 1]?.text ?? '')) {
    if (/^(?:här|själv)$/.test(words[last + 1]?.text ?? '')) last += 1
    else if (who[last + 2] !== undefined) last += 2
    else break
  }
  return last
}

const isDenied = ({ words }: Names, from: number, to: number) =>
  words.slice(Math.max(0, from - 2), to + 3).some(({ text }) => negations.has(text))

/** The first words have the agency as their subject: whatever it does there is its own doing. */
function begins(names: Names): readonly [number, number] | undefined {
  const { words, who } = names
  if (who[0] !== 'fk' || isGenitive(words[0]?.text ?? '')) return undefined
  const verb = phraseTo(names, 0) + 1
  const doing = doingOf(words[verb]?.text ?? '')
  if (!isFiniteVerb(words[verb]) && doing === undefined) return undefined
  const isRole = /^(?:anordnare|arrangör|ansvarig|utförare|ledare|kursledare|handledare|coach)$/
  if (words[verb]?.text === 'är' && isRole.test(words[verb + 1]?.text ?? '')) return [0, verb + 1]
  if (doing === 'pays' || doing === 'performed') return undefined
  const does = auxiliaries.has(words[verb]?.text ?? '') ? doingOf(words[verb + 1]?.text ?? '') : doing
  if (does === 'pays' || /^(?:godkänt|beviljat|beslutat|beställt|begärt)$/.test(words[verb + 1]?.text ?? ''))
    return undefined
  return [0, verb]
}

/** "som FK ordnar", "sedan genomför FK", "FK ska hålla i": a verb of performing with the agency as its subject. */
function performs(names: Names, index: number): readonly [number, number] | undefined {
  const { words, who } = names
  if (/^(?:av|med|från|till|hos|på|om|för|åt|enligt|via)$/.test(words[index - 1]?.text ?? ''))
    return undefined
  if (isGenitive(words[index]?.text ?? '')) return undefined
  const last = phraseTo(names, index)
  if (/[,.;(]/.test(words[last]?.after ?? '')) return inverted(names, index)
  let verb = last + 1
  const isHelping = (text: string) =>
    (auxiliaries.has(text) || text === 'att') && doingOf(text) !== 'performs'
  while (verb < words.length && isHelping(words[verb]?.text ?? '')) verb += 1
  if (doingOf(words[verb]?.text ?? '') === 'performs' && who[verb] === undefined) return [index, verb]
  return verb === last + 1 ? inverted(names, index) : undefined
}

function inverted({ words }: Names, index: number): readonly [number, number] | undefined {
  const before = words[index - 1]
  if (!before || /[,.;:(]/.test(before.after) || index < 2) return undefined
  return doingOf(before.text) === 'performs' ? [index - 1, index] : undefined
}

const beside =
  /^(?:upp|in|ut|fram|bidrag|ersättning|medel|stöd|pengar|beslut|godkännande|uppdrag|begäran|beställning|remiss|hjälp|del|initiativ|besked|råd)$|(?:[aeu]d|[aeit]t|[aet]s|nd|rd)$/

/** "ordnas av FK", "genomförd av handläggaren", "i FK:s regi", "genom FK:s försorg". */
function performedBy({ words, who }: Names, index: number): readonly [number, number] | undefined {
  const isOwn = isGenitive(words[index]?.text ?? '')
  if (isOwn && /^(?:regi|försorg)$/.test(words[index + 1]?.text ?? '')) return [index, index + 1]
  if (isOwn && who[index + 1] !== 'fk') return undefined
  // "i regi av FK"
  if (words[index - 1]?.text === 'av' && /^(?:regi|försorg)$/.test(words[index - 2]?.text ?? ''))
    return [index - 2, index]
  const by = words[index - 1]?.text === 'av' ? index - 1 : words[index - 2]?.text === 'av' ? index - 2 : -1
  if (by < 1) return undefined
  const verb = words.slice(Math.max(0, by - 3), by).findLastIndex(({ text }) => doingOf(text) !== undefined)
  const at = Math.max(0, by - 3) + verb
  if (verb >= 0) return doingOf(words[at]?.text ?? '') === 'performed' ? [at, index] : undefined
  // "Coachning av handläggaren", but no "bidrag av FK" and nothing that is another's participle.
  const thing = words[by - 1]?.text ?? ''
  return beside.test(thing) ? undefined : [by - 1, index]
}

/** "Arbetsträning (FK)", "Samtal – FK", "Ansvarig: FK": the agency alone in the last part of the text. */
function standsLast({ words, who }: Names, index: number): readonly [number, number] | undefined {
  const before = words[index - 1]
  if (!before) return undefined
  const alone = words.slice(index).every(({ text }, at) => who[index + at] === 'fk' || text === 'på')
  const labelled = /^(?:utförare|ansvarig|ansvar|utförs|genom|arrangör|anordnare|handledare)$/.test(
    before.text,
  )
  return alone && (labelled || /[,(:;/.]|\s[-–—]\s/.test(before.after))
    ? [index, words.length - 1]
    : undefined
}

function descriptionIn(what: string): Reading | undefined {
  const names = namesIn(what)
  const { words, sentence } = names
  const reading = ([first, last]: readonly [number, number]) =>
    readingOf(sentence, [words[first]?.start ?? 0, words[last]?.end ?? 0])
  const start = begins(names)
  if (start) return isDenied(names, ...start) ? undefined : reading(start)
  for (const [index, who] of names.who.entries()) {
    if (who !== 'fk') continue
    const found = performs(names, index) ?? performedBy(names, index) ?? standsLast(names, index)
    if (found && !isDenied(names, ...found)) return reading(found)
  }
  return undefined
}

const remembered = remembering(2000, 2000, descriptionIn)

/**
 * The words by which a description of an insats says that the agency performs it: "FK genomför arbetsträning",
 * "Arbetsträning som FK ordnar", "Samtal (FK)". What it does beside an insats of another's, such as paying or
 * following up, is left alone.
 */
export function readDescription(what: string): Reading | undefined {
  return remembered(what)
}
