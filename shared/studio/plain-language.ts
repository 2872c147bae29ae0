import { isObject, type Json, type JsonObject } from '../fields/json.ts'
import type { TextKey } from '../text/index.ts'
import { notPassive, plainerPhrases, plainerWords } from './plain-words.ts'

/** What could be said more plainly in a text of a template, and the whole text as it would then be, where that is clear. */
export interface PlainHint {
  path: readonly PropertyKey[]
  key: TextKey
  params: Readonly<Record<string, string | number>>
  replacement?: string
}

/** The most words in a sentence. Own choice: Språkrådet's advice is to vary, and to let few sentences be longer than this. */
export const MOST_WORDS = 25
/** The passives that make a sentence heavy. Own choice: one is often right, since what matters is what is done. */
const MANY_PASSIVES = 2

const wordsIn = (text: string) => text.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? []

/** Sentences of a text; items of a list and lines are sentences too. An abbreviation's full stop ends none. */
function sentences(text: string): string[] {
  const whole = text.replace(/\b(t\.ex|bl\.a|m\.m|d\.v\.s|o\.s\.v|kap|st|ca|nr|s\.k)\./giu, '$1')
  return whole.split(/(?<=[.!?])\s+|\n+/u).filter((sentence) => sentence.trim() !== '')
}

/** As `replacement` stands where `found` stood: with a capital where that had one. */
function likewise(found: string, replacement: string): string {
  const [first = ''] = found
  return first === first.toLocaleUpperCase('sv') && first !== first.toLocaleLowerCase('sv')
    ? replacement.charAt(0).toLocaleUpperCase('sv') + replacement.slice(1)
    : replacement
}

const escaped = (phrase: string) => phrase.replaceAll(' ', String.raw`\s+`)
/** "Avseende ska fästas vid" speaks of a regard, and not of what something is about. */
const notANoun = String.raw`(?!\s+(?:ska|skall|fäst|vid)(?!\p{Ll}{4}))`
const listed: readonly (readonly [RegExp, string])[] = Object.entries({
  ...plainerPhrases,
  ...plainerWords,
}).map(([heavy, plain]) => [
  new RegExp(String.raw`(?<![\p{L}\p{N}-])${escaped(heavy)}(?![\p{L}\p{N}-])${notANoun}`, 'giu'),
  plain,
])

function heavyWords(text: string): Omit<PlainHint, 'path'>[] {
  return listed.flatMap(([pattern, plain]) => {
    const [found] = text.match(pattern) ?? []
    if (found === undefined) return []
    const replacement = text.replace(pattern, (word) => likewise(word, plain))
    return [{ key: 'plain.word' as const, params: { word: found, plain }, replacement }]
  })
}

/** A verb in the passive, as it is mostly spelled: utreds, beslutas, har bedömts, ska lämnas. */
const passive = /^\p{L}{2,}(?:as|ades|des|tes|ts|ds|rs|ns|ls|gs|vs|ks|ms|ps|tas|das)$/u

function passives(sentence: string): string[] {
  const words = wordsIn(sentence)
  return words.filter((word, index) => {
    const lower = word.toLocaleLowerCase('sv')
    // A genitive stands before what it owns, and is a name or a noun: those we can tell have a capital, or end as one does.
    const isName = index > 0 && word !== lower
    return (
      !isName &&
      passive.test(lower) &&
      !notPassive.has(lower) &&
      !/(?:ens|ets|nas|arnas|ernas|ns)$/u.test(lower)
    )
  })
}

function longAndPassive(text: string): Omit<PlainHint, 'path'>[] {
  return sentences(text).flatMap((sentence) => {
    const count = wordsIn(sentence).length
    const beginning = sentence.trim().split(/\s+/).slice(0, 4).join(' ')
    const found = passives(sentence)
    return [
      ...(count > MOST_WORDS
        ? [{ key: 'plain.long' as const, params: { words: count, most: MOST_WORDS, beginning } }]
        : []),
      ...(found.length >= MANY_PASSIVES
        ? [{ key: 'plain.passive' as const, params: { verbs: found.join(', ') } }]
        : []),
    ]
  })
}

/** What could be said more plainly in one Swedish text. */
export function plainHintsIn(text: string): Omit<PlainHint, 'path'>[] {
  return [...heavyWords(text), ...longAndPassive(text)]
}

const isText = (value: JsonObject) =>
  typeof value.sv === 'string' && Object.keys(value).every((name) => name === 'sv' || name === 'en')

/** Hints for every Swedish text of a template, finished or not, each with the path to it. */
export function plainHints(value: Json, path: readonly PropertyKey[] = []): PlainHint[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => plainHints(part, [...path, index]))
  if (!isObject(value)) return []
  if (isText(value) && typeof value.sv === 'string')
    return plainHintsIn(value.sv).map((hint) => ({ ...hint, path: [...path, 'sv'] }))
  return Object.entries(value).flatMap(([name, part]) => plainHints(part, [...path, name]))
}
