import { diffWordsWithSpace } from 'diff'
import type { Passage } from './thread.ts'

/** The one part of a text in which it differs from what it was: `before[from..to)` has become `after[from..upTo)`. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly upTo: number
}

function editBetween(before: string, after: string): Edit {
  const shortest = Math.min(before.length, after.length)
  let from = 0
  while (from < shortest && before[from] === after[from]) from += 1
  let same = 0
  while (same < shortest - from && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1
  return { from, to: before.length - same, upTo: after.length - same }
}

/** Every place where the words stand, overlapping ones too. */
function* placesOf(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) yield at
}

function nearest(places: Iterable<number>, to: number): number | undefined {
  let found: number | undefined
  for (const place of places)
    if (found === undefined || Math.abs(place - to) < Math.abs(found - to)) found = place
  return found
}

function at({ gone: _gone, ...passage }: Passage, start: number, quote: string): Passage {
  return { ...passage, start, end: start + quote.length, quote }
}

/** The passage where its text stands now; the one that it is, where nothing of it has changed. */
function placed(passage: Passage, start: number, quote: string): Passage {
  const same = passage.gone !== true && passage.start === start && passage.quote === quote
  return same ? passage : at(passage, start, quote)
}

function removed(passage: Passage, start: number): Passage {
  return { ...passage, start, end: start + passage.quote.length, gone: true }
}

/** What is left of a passage that one edit has reached into. */
function besideEdit({ start, end }: Passage, { from, to, upTo }: Edit): readonly [number, number] {
  const shift = upTo - to
  if (from >= start && to <= end) return [start, end + shift]
  return from > start ? [start, from] : [upTo, end + shift]
}

/** The most words that may differ for it to be looked up which of them are the same. */
const MOST_WORDS = 500

/**
 * From the first to the last word of a passage that is still there, where several edits have been made at once; undefined where
 * none is, or where the texts are too unlike to tell.
 */
function betweenKeptWords(
  { start, end }: Passage,
  before: string,
  after: string,
): readonly [number, number] | undefined {
  let [was, is] = [0, 0]
  let kept: readonly [number, number] | undefined
  for (const { value, added, removed } of diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS }) ??
    []) {
    if (!added && !removed) {
      const [first, last] = [Math.max(start, was), Math.min(end, was + value.length)]
      if (before.slice(first, Math.max(first, last)).trim() !== '')
        kept = [kept?.[0] ?? is + first - was, is + first - was + before.slice(first, last).trimEnd().length]
    }
    if (!added) was += value.length
    if (!removed) is += value.length
  }
  return kept
}

/** What is left of a passage that edits have reached into; undefined where nothing is that can be read. */
function survivor(passage: Passage, edit: Edit, before: string, after: string): [number, string] | undefined {
  const isOne = edit.upTo === edit.from || (edit.from >= passage.start && edit.to <= passage.end)
  const left = isOne ? besideEdit(passage, edit) : betweenKeptWords(passage, before, after)
  const quote = left === undefined ? '' : after.slice(...left)
  return left === undefined || quote.trim() === '' ? undefined : [left[0], quote]
}

/** Where an edit has brought a passage's words to, pasted or put in again, nearest to a place; what stood there before is not it. */
function broughtTo({ quote }: Passage, { from, upTo }: Edit, after: string, to: number): number | undefined {
  if (upTo === from) return undefined
  const brought = [...placesOf(after, quote)].filter((place) => place < upTo && place + quote.length > from)
  return nearest(brought, to)
}

/** A passage that is gone is back where its words are. */
function returned(passage: Passage, edit: Edit, after: string): Passage {
  const { from, to, upTo } = edit
  const start = passage.start <= from ? passage.start : Math.max(from, passage.start + upTo - to)
  const found = broughtTo(passage, edit, after, start)
  return found === undefined ? removed(passage, start) : placed(passage, found, passage.quote)
}

/**
 * A passage of a text after the text has become another: moved with what stands before it, grown and shrunk with what is written
 * and taken away inside it, found again by its words where they have moved, and else gone, saying what it said.
 */
export function followText(passage: Passage, before: string, after: string, longest: number): Passage {
  if (before === after) return passage
  const edit = editBetween(before, after)
  if (passage.gone === true) return returned(passage, edit, after)
  const { start, end, quote } = passage
  const shift = edit.upTo - edit.to
  if (end <= edit.from) return passage
  if (start >= edit.to) return placed(passage, start + shift, quote)
  // What is alike on both sides of an edit makes its place uncertain: a passage that is whole beside it was not reached.
  for (const whole of [start, start + shift])
    if (after.startsWith(quote, Math.max(0, whole)) && whole >= 0) return placed(passage, whole, quote)
  const isAll = edit.from === start && edit.to === end
  const isInside = edit.from >= start && edit.to <= end && !isAll
  const moved = isInside ? undefined : broughtTo(passage, edit, after, start)
  if (moved !== undefined) return placed(passage, moved, quote)
  const left = isAll ? undefined : survivor(passage, edit, before, after)
  if (left === undefined || left[1].length > longest) return removed(passage, Math.min(start, after.length))
  return placed(passage, ...left)
}

/**
 * Where a passage stands in a text that may have changed since it was chosen: where it was said to, else where its words are
 * nearest, else gone.
 */
export function locate(passage: Passage, text: string): Passage {
  const { start, quote } = passage
  if (text.startsWith(quote, start)) return placed(passage, start, quote)
  const found = nearest(placesOf(text, quote), start)
  return found === undefined ? removed(passage, Math.min(start, text.length)) : placed(passage, found, quote)
}
