import { type Lexical, lexicalOf } from './lexicon/lexical.ts'

/** A word of a text with where it stands. Hyphens and colons belong to the word: "F-kassan", "FK:s". */
export interface Word {
  /** Lower case, NFC. */
  text: string
  /** As written. */
  written: string
  start: number
  end: number
  /** What stands between it and the next word. */
  after: string
  lex: Lexical
}

/** Whether a word may be a verb that has a subject. */
export function isFiniteVerb(word: Word | undefined): boolean {
  return word?.lex.finite === true
}

const word = /[\p{L}\p{N}]+(?:[-\u2010\u2011:'’][\p{L}\p{N}]+)*/gu

/** Hyphens and apostrophes of all kinds as one; the length stays as it was. */
function plain(text: string): string {
  const lower = text.toLowerCase()
  const even = lower.length === text.length ? lower : text
  return /[\u2010\u2011’]/.test(even) ? even.replace(/[\u2010\u2011]/g, '-').replaceAll('’', "'") : even
}

/** "F.K." with its full stops is one word: its second letter is joined to the first. */
function joined(text: string, first: Word, end: number): Word {
  const last = text[end] === '.' ? end + 1 : end
  return { ...first, text: 'fk', written: text.slice(first.start, last), end: last, lex: lexicalOf('fk') }
}

/** The words of a readable text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const lower = plain(text)
  let last: Word | undefined
  for (const found of text.matchAll(word)) {
    const start = found.index
    const end = start + found[0].length
    const plainText = lower.slice(start, end)
    if (last)
      last.after = start === last.end + 1 && text[last.end] === ' ' ? ' ' : text.slice(last.end, start)
    if (plainText === 'k' && last?.text === 'f' && /^\.\s?$/.test(last.after)) {
      last = joined(text, last, end)
      words.pop()
    } else last = { text: plainText, written: found[0], start, end, after: '', lex: lexicalOf(plainText) }
    words.push(last)
  }
  if (last) last.after = text.slice(last.end)
  return words
}

/** A sentence with where it begins in its text. */
export interface Sentence {
  text: string
  start: number
  /** Whether it asks rather than says. */
  asks: boolean
}

/** Words that a full stop shortens and does not end a sentence after. */
const shortened =
  /(?:^|[^\p{L}\p{N}])(?:kap|ex|dvs|ca|tel|tfn|kl|nr|ev|ang|obs|resp|inkl|exkl|st|handl|hndl|förs|försäkr|ssk|dr|mån|tis|ons|tors|fre|jan|feb|aug|sept|okt|nov|dec|bitr|undert|avd|arb|s\.k|\p{L})$/iu

/** Sentences with where they begin; "30 kap. 6 §" and "t.ex. jag" do not end one. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const end of text.matchAll(/[!?;\n]+|\.+(?=[\s”"»)]|$)/g)) {
    if (end[0] === '.' && shortened.test(text.slice(Math.max(0, end.index - 12), end.index))) continue
    found.push({ text: text.slice(start, end.index), start, asks: end[0].includes('?') })
    start = end.index + end[0].length
  }
  return [...found, { text: text.slice(start), start, asks: false }]
}
