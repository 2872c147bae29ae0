import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import type { PlacedText } from './texts.ts'

/** A note in which something is looked for, with what it says. */
export interface SearchedNote {
  readonly note: NoteId
  readonly caseId: CaseId
  readonly title: string
  readonly texts: readonly PlacedText[]
}

/** One place where the words that are looked for stand. */
export interface Hit extends Pick<SearchedNote, 'note' | 'caseId' | 'title'>, PlacedText {
  readonly start: number
  readonly end: number
  /** Which of the hits of this very text it is, from 0. */
  readonly nth: number
}

/** Letters as they are compared: composed, and small ones. å, ä and ö are not a and o. */
function comparable(text: string): string {
  const lower = text.normalize('NFC').toLocaleLowerCase('sv')
  // Where a letter becomes another number of them, places would no longer hold.
  return lower.length === text.length ? lower : text
}

/** Where the words stand in a text, from the left, none within another. */
export function placesIn(text: string, query: string): number[] {
  const [whole, words] = [comparable(text), comparable(query)]
  const places: number[] = []
  if (words === '') return places
  for (let at = whole.indexOf(words); at !== -1; at = whole.indexOf(words, at + words.length)) places.push(at)
  return places
}

/** Every place in the notes where the words stand: note by note, in document order. */
export function findHits(notes: readonly SearchedNote[], query: string): Hit[] {
  return notes.flatMap(({ note, caseId, title, texts }) =>
    texts.flatMap((placed) =>
      placesIn(placed.text, query).map((start, nth) => ({
        ...placed,
        note,
        caseId,
        title,
        start,
        end: start + query.length,
        nth,
      })),
    ),
  )
}

/** A hit among the words around it. */
export function excerptOf({ text, start, end }: Pick<Hit, 'text' | 'start' | 'end'>, around = 30) {
  const from = Math.max(0, start - around)
  const to = Math.min(text.length, end + around)
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, start),
    hit: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? '…' : ''),
  }
}
