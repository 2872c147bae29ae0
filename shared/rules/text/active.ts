import type { Parsed } from './clauses.ts'
import { prepositions } from './lexicon/small-words.ts'
import { hasParticle, type Made, planNounBetween } from './made.ts'
import type { Mention } from './mentions.ts'
import { isGenitive, subjectOf } from './subject.ts'
import { isUnsaid } from './unsaid.ts'

/** Whether a noun phrase beginning at `from` is what the verb at `verb` makes: no "uppföljning av planen". */
function isObject(parsed: Parsed, verb: number, mention: Mention): boolean {
  const { from } = mention
  const making = parsed.making[verb]
  if (!making) return false
  const between = parsed.words.slice(verb + 1, from).map(({ text }) => text)
  if (between.some((text) => making.not?.includes(text))) return false
  // "Skapat bevakning: plan för återgång"
  if (parsed.words.slice(verb, from).some(({ after }) => after.includes(':'))) return false
  if (making.particles && !between.some((text) => making.particles?.includes(text)))
    return isLaid(parsed, verb, mention)
  if (
    making.particles?.includes('fram') &&
    between.includes('fram') &&
    /^(?:l[aä]|kom)/.test(parsed.words[verb]?.text ?? '')
  )
    return between.includes('till')
  const before = parsed.words[from - 1]?.text ?? ''
  // "enades om en plan", "skriva på en plan", "kom fram till en plan": the preposition is the verb's own.
  const redoes =
    between.length === 1 && before === 'om' && /^(?:gör|gjor)/.test(parsed.words[verb]?.text ?? '')
  const own = redoes || (between.length <= 4 && hasOwnPreposition(parsed.words[verb]?.text ?? '', before))
  if (between.some((text, index) => isNounOther(parsed, verb + 1 + index, text))) return false
  return own || making.particles?.includes(before) === true || !prepositions.has(before)
}

/** "Lagt en plan för återgång" is to make one; "lagt planen i akten" is not. */
function isLaid(parsed: Parsed, verb: number, { from, at, definite, purpose }: Mention): boolean {
  if (definite || purpose !== 'return' || !/^l[aä]/.test(parsed.words[verb]?.text ?? '')) return false
  return from - verb === 1 && !parsed.words.slice(at).some(({ text }) => /^(?:akt|bevak)/.test(text))
}

function hasOwnPreposition(verb: string, preposition: string): boolean {
  if (preposition === 'på') return /^(?:skriv|skiss)/.test(verb)
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

/** "planen vi gjorde", "den plan jag har upprättat": a relative clause without "som". */
export function adjoined(parsed: Parsed, { to, at }: Mention): Made | undefined {
  const who = parsed.who[to + 1]
  if (who === undefined || /[,.;:(]/.test(parsed.words[to]?.after ?? '')) return undefined
  if (isGenitive(parsed.words[to + 1]?.text ?? '')) return undefined
  const verb = [to + 2, to + 3, to + 4].find((index) => parsed.making[index]?.voice === 'active')
  const has =
    /^(?:har|hade)$/.test(parsed.words[to + 2]?.text ?? '') && !isSupine(parsed.words[to + 3]?.text ?? '')
  if (has && verb === undefined) return { by: who, how: 'owned', said: true, first: at, last: to + 2 }
  if (verb === undefined || !hasParticle(parsed, verb)) return undefined
  const clause = parsed.clauseOf[verb] ?? 0
  return { by: who, how: 'made', said: !isUnsaid(parsed, clause), first: at, last: verb }
}

/** "planen som jag har gjort", "den plan FK tog fram". */
export function relatively(parsed: Parsed, { clause, at, to }: Mention): Made | undefined {
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
      return { by: parsed.who[verb - 1] ?? 'unclear', how: 'owned', said: true, first: at, last: verb }
  }
  return undefined
}

/** "jag har gjort en plan", "Planen har jag gjort", "FK har en plan". */
export function actively(parsed: Parsed, mention: Mention): Made | undefined {
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
    !/^m(?:ed)?$/.test(parsed.words[from - 1]?.text ?? '') ||
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

const isSupine = (text: string) => /(?<!sa)(?:[aeiu]t|[gklmnprst]t)$/.test(text)

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
