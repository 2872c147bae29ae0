import type { Parsed } from './clauses.ts'
import type { Who } from './lexicon/names.ts'
import {
  adverbs,
  coordinators,
  mine,
  negations,
  ours,
  ownSubjects,
  prepositions,
  theirs,
  withinNoun,
} from './lexicon/small-words.ts'
import { isFiniteVerb } from './words.ts'

/**
 * Who does what a verb says. `writer`: nobody is named, as notes are written. `several`: the agency together with
 * somebody else. `unclear`: somebody or something that is not known.
 */
export type Subject = Who | 'writer' | 'several' | 'unclear'

/** Nobody reads farther back than this many words for a subject; it bounds the work on a text without full stops. */
const FARTHEST = 40

const objects = new Set(['mig', 'oss', 'henne', 'honom', 'dem'])

export function isGenitive(text: string): boolean {
  return text.length > 2 && text.endsWith('s') && !/^(?:f\.s|oss|hrs|dess)$/.test(text)
}

function belongsToNoun(text: string): boolean {
  return withinNoun.has(text) || theirs.has(text) || mine.has(text) || ours.has(text) || ownSubjects.has(text)
}

/** The first word of the noun phrase that ends at `at`: articles, adjectives and genitives before it. */
function nounFrom({ words }: Parsed, at: number, from: number): number {
  let start = at
  while (start > from && at - start < 3) {
    const text = words[start - 1]?.text ?? ''
    if (!belongsToNoun(text) && !(isGenitive(text) && !prepositions.has(text))) break
    start -= 1
  }
  return start
}

/** Whether the word at `at` hangs on a preposition, by itself or as one of several: "med AG, FS och chefen". */
function isAfterPreposition(parsed: Parsed, at: number, from: number): boolean {
  const start = nounFrom(parsed, at, from)
  const before = parsed.words[start - 1]
  if (!before || start <= from) return false
  const opensClause = start - 1 === from && parsed.clauses[parsed.clauseOf[from] ?? 0]?.opens === before.text
  // "Anna Ek på FK har gjort": the name is the subject, and it is the agency's.
  const isHouse = parsed.who[at] === 'fk' && /^(?:på|hos|vid|från)$/.test(before.text)
  const person = parsed.words[start - 2]
  if (
    isHouse &&
    person &&
    start - 2 >= from &&
    parsed.who[start - 2] === undefined &&
    /^\p{Lu}\p{Ll}/u.test(person.written) &&
    !adverbs.has(person.text)
  )
    return isAfterPreposition(parsed, start - 2, from)
  if (prepositions.has(before.text)) return !opensClause
  const joined = before.text === 'och' || before.text === 'samt'
  const earlier = joined ? start - 2 : start - 1
  const listed = joined || /^\s*[,/&]/.test(before.after)
  return (
    listed &&
    earlier >= from &&
    parsed.who[earlier] !== undefined &&
    isAfterPreposition(parsed, earlier, from)
  )
}

function canBeSubject(parsed: Parsed, at: number, from: number): boolean {
  const word = parsed.words[at]
  if (!word || parsed.who[at] === undefined) return false
  if (isGenitive(word.text)) return false
  // "bett mig upprätta": whom it is asked of does it.
  if (objects.has(word.text) && parsed.making[at + 1]?.form !== 'infinitive') return false
  // "fs plan": whose it is, not who acts.
  if (word.text === 'fs' && parsed.words[at + 1]?.lex.noun) return false
  return !isAfterPreposition(parsed, at, from)
}

/** Whether a list that ends at `at` names such a one: "AG, VC och jag". */
function isListed(parsed: Parsed, at: number, who: Who): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 8); index -= 1) {
    if (parsed.who[index] === who) return true
    const word = parsed.words[index]
    if (word?.lex.finite === true || prepositions.has(word?.text ?? '')) return false
  }
  return false
}

/** Who acts together: "AG och jag" is several, "jag och den försäkrade" the agency still. */
function together(parsed: Parsed, at: number, from: number): Subject {
  const who = parsed.who[at] ?? 'unclear'
  const start = nounFrom(parsed, at, from)
  const joins = parsed.words[start - 1]
  const isJoined = joins && (/^(?:och|samt|eller)$/.test(joins.text) || /^\s*[/&,]/.test(joins.after))
  const first = isJoined
    ? parsed.who[/^(?:och|samt|eller)$/.test(joins.text) ? start - 2 : start - 1]
    : undefined
  if (first === undefined || first === who) return who
  const pair = [first, who]
  if (!pair.includes('fk')) return pair.includes('employer') ? 'employer' : who
  return pair.includes('employer') || isListed(parsed, start, 'employer') ? 'several' : 'fk'
}

/** The first finite verb of a clause, or its first word that says making. */
export function verbOf(parsed: Parsed, clause: number): number | undefined {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  for (let at = from; at < to; at += 1)
    if (isFiniteVerb(parsed.words[at]) || parsed.making[at]?.voice === 'active') return at
  return undefined
}

/** Whether something not known stands where the subject does: "Skolan har gjort", "Idag har Rune gjort", "Man gör". */
function hasUnknownSubject(parsed: Parsed, from: number, verb: number): boolean {
  let finite = from
  while (finite < verb && !isFiniteVerb(parsed.words[finite])) finite += 1
  const opens = parsed.clauses[parsed.clauseOf[from] ?? 0]?.opens
  for (let at = from; at < verb; at += 1) {
    const word = parsed.words[at]
    if (!word) continue
    const { text, written } = word
    if (at === from && (text === opens || coordinators.has(text))) continue
    if (prepositions.has(text)) {
      if (at < finite) return namesSomebody(parsed, Math.max(finite, at + 1), verb)
      return false
    }
    if (word.lex.noun || parsed.making[at] || parsed.who[at]) continue
    if (at < finite && isFiniteVerb(parsed.words[finite])) {
      if (!adverbs.has(text) && !belongsToNoun(text) && !/^\d/.test(text) && !negations.has(text)) return true
      if (text === 'det') return true
    } else if (at > finite && at > 0 && /^\p{Lu}\p{Ll}+$/u.test(written)) return true
    if (text === 'man') return true
  }
  return false
}

function namesSomebody(parsed: Parsed, from: number, to: number): boolean {
  return parsed.words.slice(from, to).some(({ written, text }, index) => {
    const before = parsed.words[from + index - 1]?.text ?? ''
    return (
      text === 'man' ||
      text === 'det' ||
      (/^\p{Lu}\p{Ll}+$/u.test(written) &&
        !prepositions.has(before) &&
        parsed.who[from + index] === undefined &&
        !parsed.making[from + index])
    )
  })
}

/** Whose doing an infinitive is: "bett AG att göra" is the employer's, "ska börja att göra" the subject's own. */
function controlled(parsed: Parsed, clause: number): Subject {
  const { from = 0, parent } = parsed.clauses[clause] ?? {}
  if (parent === undefined) return 'unclear'
  const start = parsed.clauses[parent]?.from ?? 0
  const before = parsed.words.slice(start, from)
  const other = parsed.who.slice(start, from).find((one) => one !== undefined && one !== 'fk')
  const asked = parsed.who[from - 1]
  if (asked === 'fk' || before.some(({ text }) => /^(?:ombedd|tillfrågad)/.test(text))) return 'fk'
  if (other === undefined && before.some(({ text }) => mine.has(text) || ours.has(text))) return 'fk'
  if (before.some(({ lex }) => lex.urges || (lex.says && other !== undefined))) return other ?? 'unclear'
  if (before.at(-1)?.text === 'om' && other !== undefined) return other
  if (before.at(-1)?.text === 'för' && other === 'employer') return 'several'
  const verb = verbOf(parsed, parent)
  const first = before[0]?.text ?? ''
  if (verb === undefined && startsWithSupine(parsed, start)) return 'writer'
  if (first === 'det' || first === 'detta') return 'unclear'
  const isPurpose = /^(?:för|syfte)$/.test(before.at(-1)?.text ?? '') && other === 'insured'
  if (verb === undefined && isPurpose) return 'writer'
  return verb === undefined ? (other ?? withoutVerb(parsed, parent)) : subjectOf(parsed, parent, verb)
}

/** Who is the subject of the verb at `verb` in its clause. */
export function subjectOf(parsed: Parsed, clause: number, verb: number): Subject {
  const { from = 0, to = 0, opens = '', parent } = parsed.clauses[clause] ?? {}
  const farthest = Math.max(from, verb - FARTHEST)
  for (let at = verb - 1; at >= farthest; at -= 1)
    if (canBeSubject(parsed, at, from)) return together(parsed, at, from)
  // "Nu upprättar jag en plan"; but "Ringde chefen" is said of whom the writer rang.
  const inverts = isFiniteVerb(parsed.words[verb]) && (verb > from || parsed.making[verb] !== undefined)
  for (let at = verb + 1; inverts && at < Math.min(to, verb + 4); at += 1) {
    if (parsed.words[at]?.lex.noun) break
    if (canBeSubject(parsed, at, from)) return together(parsed, at, from)
  }
  if (opens === 'som') {
    const head = parsed.who[from - 1]
    const isDen = /^(?:den|det|de)$/.test(parsed.words[from - 1]?.text ?? '')
    const earlier = isDen && parent !== undefined ? verbOf(parsed, parent) : undefined
    // "Jag är den som har gjort planen"
    return (
      head ?? (earlier === undefined || parent === undefined ? 'unclear' : subjectOf(parsed, parent, earlier))
    )
  }
  if (hasUnknownSubject(parsed, from, verb)) return 'unclear'
  if (opens === 'att') return controlled(parsed, clause)
  if (opens === '' || parent === undefined) return opens === '' || opens === ',' ? 'writer' : 'unclear'
  if (coordinators.has(opens) || opens === ',') {
    // "Uppdrag till AG: upprätta plan"
    const colon = /^\s*:/.test(parsed.words[from - 1]?.after ?? '')
    const told = parsed.who.slice(parsed.clauses[parent]?.from, from).find((one) => one !== undefined)
    if (colon && parsed.making[verb]?.form === 'infinitive' && told !== undefined) return told
    const earlier = verbOf(parsed, parent)
    return earlier === undefined ? withoutVerb(parsed, parent) : subjectOf(parsed, parent, earlier)
  }
  return 'unclear'
}

/** "AG, har gjort …": who is named in a clause without a verb; "Möte med AG, gjort …" is the writer. */
function withoutVerb(parsed: Parsed, clause: number): Subject {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  if (startsWithSupine(parsed, from)) return 'writer'
  for (let at = from; at < to; at += 1) if (canBeSubject(parsed, at, from)) return together(parsed, at, from)
  return 'writer'
}

/** "Kallat fs …", "Läst intyget": whom a note's first verb has after it is not who acts. */
function startsWithSupine({ words, who }: Parsed, from: number): boolean {
  const text = words[from]?.text ?? ''
  return text.length > 3 && who[from] === undefined && /(?:[aeiu]t|[gklnprst]t)$/.test(text)
}
