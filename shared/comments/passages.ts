import type { FieldId } from '../fields/base.ts'
import { toJson } from '../fields/json.ts'
import { joinRuns, plainText, type Run, richTextSchema } from '../fields/rich-blocks.ts'
import { mapRuns } from '../fields/rich-text.ts'
import { type Answers, cleanJson } from '../note/answers.ts'
import { type FieldPlaces, placeNow } from '../note/places.ts'
import { followText, locate } from './follow.ts'
import { type Anchor, MAX_QUOTE_CHARS, type Passage } from './thread.ts'

type Stored = Answers[string] | undefined

/** The words of an answer that passages are counted in; undefined where it is neither a text nor a formatted one. */
export function passageText(stored: Stored): string | undefined {
  if (typeof stored === 'string') return stored
  const rich = richTextSchema.safeParse(stored)
  return rich.success ? plainText(rich.data) : undefined
}

/** How an anchor was when its thread was begun, and where what stood in its field stands now, where that is another. */
interface Following {
  readonly begun?: Anchor
  readonly places?: FieldPlaces | undefined
}

/**
 * An anchor after the answers have become others. The very same where it is not touched. Words that are gone come back as they
 * were last, or as they were when the thread was `begun`: between two saves they may have been both.
 */
export function followAnswers(
  place: Anchor,
  before: Answers,
  after: Answers,
  { begun = place, places = new Map() }: Following = {},
): Anchor {
  if (place.kind === 'note') return place
  const quoted = (field: FieldId) =>
    place.kind === 'passage' && passageText(after[field])?.includes(place.quote) === true
  // Of two that say the same it is in the one where it was begun.
  const isHome = (field: FieldId) =>
    begun.kind !== 'note' && field === begun.field && (place.kind !== 'passage' || quoted(field))
  const to = places.get(place.field)?.find(isHome) ?? placeNow(places, place.field, quoted)
  const there = to === place.field ? place : { ...place, field: to }
  if (there.kind !== 'passage' || before[place.field] === after[to]) return there
  const was = passageText(before[place.field]) ?? ''
  const is = passageText(after[to]) ?? ''
  // Where a text has become part of another, its words tell where it is better than what differs.
  const next = to === place.field ? followText(there, was, is, MAX_QUOTE_CHARS) : locate(there, is)
  if (there.gone !== true || next.gone !== true || begun.kind !== 'passage') return next
  const again = followText({ ...there, quote: begun.quote }, was, is, MAX_QUOTE_CHARS)
  return again.gone === true ? next : again
}

/** An anchor in the answers as they are, which may have changed since it was chosen. */
export function anchorIn(anchor: Anchor, answers: Answers): Anchor {
  return anchor.kind === 'passage' ? locate(anchor, passageText(answers[anchor.field]) ?? '') : anchor
}

/** Whether other words can be suggested for a passage: it is there, and in one line of its text. */
export function takesSuggestion(anchor: Anchor): anchor is Passage {
  return anchor.kind === 'passage' && anchor.gone !== true && !anchor.quote.includes('\n')
}

/** Runs with a part of their words put as others, which look as the run that the part begins in. */
function replacedRuns(runs: readonly Run[], start: number, end: number, words: string): Run[] {
  let from = 0
  return joinRuns(
    runs.flatMap((run) => {
      const [begins, ends] = [from, from + run.text.length]
      from = ends
      if (ends <= start || begins >= end) return [run]
      const insert = begins <= start ? words : ''
      const text =
        run.text.slice(0, Math.max(0, start - begins)) + insert + run.text.slice(Math.max(0, end - begins))
      return [{ ...run, text }]
    }),
  )
}

/** An answer with other words in the place of a passage; undefined where the passage does not stand there. */
export function withWords(stored: Stored, { start, end, quote }: Passage, words: string): Stored {
  if (passageText(stored)?.slice(start, end) !== quote) return undefined
  if (typeof stored === 'string') return cleanJson(stored.slice(0, start) + words + stored.slice(end))
  const rich = richTextSchema.safeParse(stored)
  if (!rich.success) return undefined
  let line = 0
  const blocks = mapRuns(rich.data.blocks, (runs) => {
    const begins = line
    const length = runs.reduce((sum, { text }) => sum + text.length, 0)
    line += length + 1
    const isHere = start < begins + length && end > begins
    return isHere ? replacedRuns(runs, start - begins, end - begins, words) : [...runs]
  })
  return cleanJson(toJson({ blocks }))
}
