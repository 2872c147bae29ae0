import type { SearchSentence, Sought } from './found.ts'
import type { SearchedText } from './searched-text.ts'
import { foldWord } from './words.ts'

/** So long a sentence is shown, in UTF-16 units; of a longer one, what is around the words. Own choice. */
const LONGEST = 240

const letter = '[\\p{L}\\p{N}\\p{M}]'
const between = '[^\\p{L}\\p{N}\\p{M}]+'

/** A word as it may be spelled: in any case, and where that is asked with å and ä as good as a, ö as o. */
function spelled(word: string, forgiving: boolean): string {
  if (!forgiving) return word
  return foldWord(word).replace(/a/g, '[aåä]').replace(/o/g, '[oö]')
}

/** Finds the words of each term in a text: the group that matches tells which term. Words are letters and digits alone. */
function patternOf({ terms, forgiving }: Sought): RegExp | undefined {
  const groups = terms.map(({ kind, texts }) => {
    const each = texts.map((text) => spelled(text, forgiving))
    if (kind === 'phrase') return `(${each.join(between)})`
    return kind === 'prefix' ? `(${each.join('')}${letter}*)` : `(${each.join('|')})`
  })
  if (groups.length === 0) return undefined
  return new RegExp(`(?<!${letter})(?:${groups.join('|')})(?!${letter})`, 'giu')
}

interface Marked {
  readonly marks: readonly (readonly [number, number])[]
  /** How many of the terms stand there. */
  readonly terms: number
}

function markedIn(text: string, pattern: RegExp): Marked {
  const terms = new Set<number>()
  const marks = Array.from(text.matchAll(pattern), (match): readonly [number, number] => {
    terms.add(match.slice(1).findIndex((group) => group !== undefined))
    return [match.index, match.index + match[0].length]
  })
  return { marks, terms: terms.size }
}

/** The end of the sentence that ends before a place, and where the one that goes on there ends. */
function sentenceAround(text: string, at: number, upTo: number): readonly [number, number] {
  const before = text.slice(0, at)
  const start = Math.max(
    0,
    ...Array.from(before.matchAll(/[.!?:]\s+|\n+/g), ({ 0: end, index }) => index + end.length),
  )
  const next = /[.!?](?=\s|$)|\n/.exec(text.slice(upTo))
  const end = next === null ? text.length : upTo + next.index + (next[0] === '\n' ? 0 : 1)
  if (end - start <= LONGEST) return [start, end]
  const from = Math.max(start, Math.min(at - LONGEST / 3, end - LONGEST))
  const gap = text.indexOf(' ', from)
  const first = from === start || gap === -1 || gap >= at ? from : gap + 1
  const to = Math.min(end, first + LONGEST)
  const last = to === end ? end : Math.max(upTo, text.lastIndexOf(' ', to))
  return [Math.floor(first), last]
}

/** The sentence that says most of what is sought, and the part of the document where it stands; its beginning where none does. */
export function sentenceIn(
  parts: readonly SearchedText[],
  sought: Sought,
): { readonly part: SearchedText | undefined; readonly sentence: SearchSentence } {
  const pattern = patternOf(sought)
  let best: { part: SearchedText; text: string; marked: Marked } | undefined
  for (const part of pattern === undefined ? [] : parts) {
    const text = part.text.normalize('NFC')
    const marked = pattern && markedIn(text, pattern)
    if (marked && marked.terms > (best?.marked.terms ?? 0)) best = { part, text, marked }
  }
  // A hit by its filters alone shows how it begins, after the name of its template.
  if (best === undefined) {
    const part = parts.find(({ field }) => field !== undefined) ?? parts[0]
    const text = part?.text.normalize('NFC') ?? ''
    return { part, sentence: { text: text.slice(...sentenceAround(text, 0, 0)), marks: [] } }
  }
  const { part, text, marked } = best
  const [start, end] = sentenceAround(text, ...(marked.marks[0] ?? [0, 0]))
  const marks = marked.marks.flatMap(([from, to]): [number, number][] =>
    from < start || to > end ? [] : [[from - start, to - start]],
  )
  return { part, sentence: { text: text.slice(start, end), marks } }
}
