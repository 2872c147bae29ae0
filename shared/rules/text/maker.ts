import { isStaff } from './actors.ts'
import type { Parsed } from './clauses.ts'
import type { Who } from './lexicon/names.ts'
import { beings, mine, ours, prepositions, theirs, withinNoun } from './lexicon/small-words.ts'
import type { Mention } from './mentions.ts'
import { isGenitive, isUnsaid, type Subject, subjectOf } from './subject.ts'
import { isFiniteVerb } from './words.ts'

/** Who made, has or owns the plan that a mention speaks of, and the words that say so. */
export interface Made {
  by: Subject
  /** How it is said: it is made, it is somebody's, or somebody has one. */
  how: 'made' | 'revised' | 'owned' | 'has'
  /** Whether the writer says that it is so, rather than denying or asking. */
  said: boolean
  /** The words that say so, by index. */
  first: number
  last: number
}

/** Whether a noun phrase beginning at `from` is what the verb at `verb` makes: no "uppföljning av planen". */
function isObject(parsed: Parsed, verb: number, { from }: Mention): boolean {
  const making = parsed.making[verb]
  if (!making) return false
  const between = parsed.words.slice(verb + 1, from).map(({ text }) => text)
  if (between.some((text) => making.not?.includes(text))) return false
  if (making.particles && !between.some((text) => making.particles?.includes(text))) return false
  if (
    making.particles?.includes('fram') &&
    between.includes('fram') &&
    /^(?:l[aä]|kom)/.test(parsed.words[verb]?.text ?? '')
  )
    return between.includes('till')
  const before = parsed.words[from - 1]?.text ?? ''
  // "enades om en plan", "skriva på en plan", "kom fram till en plan": the preposition is the verb's own.
  const own = between.length <= 4 && hasOwnPreposition(parsed.words[verb]?.text ?? '', before)
  if (between.some((text, index) => isNounOther(parsed, verb + 1 + index, text))) return false
  return own || making.particles?.includes(before) === true || !prepositions.has(before)
}

function hasOwnPreposition(verb: string, preposition: string): boolean {
  if (preposition === 'på') return verb.startsWith('skriv')
  return /^(?:om|till)$/.test(preposition) && /^(?:en[ai]|kom|beslut)/.test(verb)
}

/** Another noun stands between verb and plan as the object: "gjort en uppföljning av planen", "skrivit begäran om". */
function isNounOther(parsed: Parsed, at: number, text: string): boolean {
  return (
    /(?:ning|an|else|tion)$/.test(text) &&
    text.length > 5 &&
    parsed.who[at] === undefined &&
    prepositions.has(parsed.words[at + 1]?.text ?? '') &&
    !/^(?:samverkan|samråd|inledning)/.test(text) &&
    !prepositions.has(parsed.words[at - 1]?.text ?? '')
  )
}

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
    return { by: 'unclear', at: at + 1 }
  }
  return undefined
}

const isParticiple = (parsed: Parsed, at: number) =>
  parsed.making[at]?.voice === 'passive' ||
  ((parsed.making[at]?.form === 'supine' || parsed.words[at]?.text.endsWith('ade') === true) &&
    (parsed.words[at + 1]?.text === 'av' || beings.has(parsed.words[at - 1]?.text ?? '')))

/** "upprättad av FK", "gjordes på mötet av mig", "upprättad här på FK": said in the passive. */
function passively(parsed: Parsed, { at: noun, clause }: Mention): Made | undefined {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  const after = parsed.clauses[clause + 1]
  const end = after?.opens === 'som' ? after.to : to
  for (let at = Math.max(from, noun - 12); at < Math.min(end, noun + 16); at += 1) {
    const making = parsed.making[at]
    if (!making || !isParticiple(parsed, at)) continue
    const found = agent(parsed, at + 1, Math.min(end, at + 14))
    if (found && at > noun && planNounBetween(parsed, noun + 1, at)) continue
    const made = {
      how: making.revises === true ? ('revised' as const) : ('made' as const),
      said: !isUnsaid(parsed, parsed.clauseOf[at] ?? clause),
      first: Math.min(at, noun),
    }
    if (found) return { ...made, by: found.by, last: Math.max(found.at, noun) }
    const before = parsed.words[at - 2]?.text === 'av' ? parsed.who[at - 1] : undefined
    if (before !== undefined) return { ...made, by: before, first: at - 2, last: Math.max(at, noun) }
    if (making.voice !== 'passive') continue
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

function planNounBetween(parsed: Parsed, from: number, to: number): boolean {
  return parsed.words.slice(from, to).some(({ lex }) => lex.noun !== undefined)
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

/** "från arbetsgivaren", "(FK)", right after the plan. */
function givenBy(parsed: Parsed, { to, clause, at }: Mention): Made | undefined {
  const end = parsed.clauses[clause]?.to ?? 0
  for (let index = to + 1; index < Math.min(end, to + 6); index += 1) {
    const text = parsed.words[index]?.text ?? ''
    if (isFiniteVerb(parsed.words[index])) return undefined
    if (text !== 'från' && text !== 'hos') continue
    const who = parsed.who.slice(index + 1, index + 4).find((one) => one !== undefined)
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

/** Whether a verb that needs its particle has it: "tog fram". */
function hasParticle(parsed: Parsed, verb: number): boolean {
  const particles = parsed.making[verb]?.particles
  return !particles || parsed.words.slice(verb + 1, verb + 4).some(({ text }) => particles.includes(text))
}

/** "planen vi gjorde", "den plan jag har upprättat": a relative clause without "som". */
function adjoined(parsed: Parsed, { to, at }: Mention): Made | undefined {
  const who = parsed.who[to + 1]
  if (who === undefined || /[,.;:(]/.test(parsed.words[to]?.after ?? '')) return undefined
  if (isGenitive(parsed.words[to + 1]?.text ?? '')) return undefined
  const verb = [to + 2, to + 3, to + 4].find((index) => parsed.making[index]?.voice === 'active')
  if (verb === undefined || !hasParticle(parsed, verb)) return undefined
  const clause = parsed.clauseOf[verb] ?? 0
  return { by: who, how: 'made', said: !isUnsaid(parsed, clause), first: at, last: verb }
}

/** "planen som jag har gjort", "den plan FK tog fram". */
function relatively(parsed: Parsed, { clause, at, to }: Mention): Made | undefined {
  const next = parsed.clauses[clause + 1]
  if (next?.opens !== 'som' || next.from - to > 4) return undefined
  for (let verb = next.from; verb < next.to; verb += 1) {
    const making = parsed.making[verb]
    if (making?.voice === 'active' && hasParticle(parsed, verb)) {
      const by = subjectOf(parsed, clause + 1, verb)
      const isOwn = parsed.words
        .slice(next.from + 1, verb)
        .some((_, index) => parsed.who[next.from + 1 + index] !== undefined)
      if (!isOwn) return undefined
      return {
        by,
        how: making.revises === true ? 'revised' : 'made',
        said: !isUnsaid(parsed, clause + 1),
        first: at,
        last: verb,
      }
    }
    const who = parsed.who[verb]
    if (
      /^(?:har|hade)$/.test(parsed.words[verb]?.text ?? '') &&
      parsed.making[verb + 1] === undefined &&
      parsed.who[verb - 1] !== undefined &&
      who === undefined &&
      !isSupine(parsed.words[verb + 1]?.text ?? '')
    )
      return { by: parsed.who[verb - 1] ?? 'unclear', how: 'has', said: true, first: at, last: verb }
  }
  return undefined
}

/** "jag har gjort en plan", "Planen har jag gjort", "FK har en plan". */
function actively(parsed: Parsed, mention: Mention): Made | undefined {
  const { clause, from, at } = mention
  const { from: start = 0, to: end = 0 } = parsed.clauses[clause] ?? {}
  for (let verb = from - 1; verb >= Math.max(start, from - 16); verb -= 1) {
    const making = parsed.making[verb]
    if (parsed.words[verb]?.lex.noun) return undefined
    if (making?.voice !== 'active') continue
    if (!isObject(parsed, verb, mention)) {
      if (
        making.form === 'finite' &&
        /^(?:får|fick|kommer|kom|tar|tog)$/.test(parsed.words[verb]?.text ?? '')
      )
        continue
      return undefined
    }
    const by = subjectOf(parsed, clause, verb)
    return {
      by,
      how: making.revises === true ? 'revised' : 'made',
      said: !isUnsaid(parsed, clause),
      first: verb,
      last: at,
    }
  }
  for (let verb = mention.to + 1; verb < Math.min(end, mention.to + 8); verb += 1) {
    const making = parsed.making[verb]
    if (making?.voice !== 'active' || making.form === 'infinitive' || !hasParticle(parsed, verb)) continue
    if (planNounBetween(parsed, mention.to + 1, Math.min(end, verb + 6))) return undefined
    const hasActor = parsed.words
      .slice(mention.to + 1, verb + 3)
      .some((_, index) => parsed.who[mention.to + 1 + index] === 'fk')
    if (!hasActor || prepositions.has(parsed.words[from - 1]?.text ?? '')) return undefined
    return {
      by: subjectOf(parsed, clause, verb),
      how: 'made',
      said: !isUnsaid(parsed, clause),
      first: at,
      last: verb,
    }
  }
  return finishing(parsed, mention) ?? having(parsed, mention)
}

/** "Är klar med planen", "blev färdig med planen". */
function finishing(parsed: Parsed, { clause, from, at }: Mention): Made | undefined {
  if (
    parsed.words[from - 1]?.text !== 'med' ||
    !/^(?:klara?|färdiga?)$/.test(parsed.words[from - 2]?.text ?? '')
  )
    return undefined
  return {
    by: subjectOf(parsed, clause, from - 2),
    how: 'made',
    said: !isUnsaid(parsed, clause),
    first: from - 2,
    last: at,
  }
}

const isSupine = (text: string) => text.length > 3 && text.endsWith('t')

function having(parsed: Parsed, { clause, from, at, definite }: Mention): Made | undefined {
  if (definite) return undefined
  const { from: start = 0 } = parsed.clauses[clause] ?? {}
  for (let verb = from - 1; verb >= Math.max(start, from - 4); verb -= 1) {
    const { text = '' } = parsed.words[verb] ?? {}
    if (!/^(?:har|hade)$/.test(text)) continue
    if (isSupine(parsed.words[verb + 1]?.text ?? '') || prepositions.has(parsed.words[from - 1]?.text ?? ''))
      return undefined
    const by = subjectOf(parsed, clause, verb)
    return { by, how: 'has', said: !isUnsaid(parsed, clause), first: verb, last: at }
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
