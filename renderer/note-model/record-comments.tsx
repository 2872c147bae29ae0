import { useEffect } from 'react'
import type { NoteId } from '../../shared/case/ids.ts'
import { isResolved, type Thread } from '../../shared/comments/thread.ts'
import { rangeIn } from '../base/caret.ts'
import { useThreads } from './comments.tsx'

const NAME = 'comments'

/** The one highlight of all records that are drawn: each puts its own ranges in it. */
function sharedHighlight(): Highlight {
  const known = CSS.highlights.get(NAME)
  if (known !== undefined) return known
  const made = new Highlight()
  CSS.highlights.set(NAME, made)
  return made
}

/** Where the record of a note is drawn; undefined where it is not. */
export function recordOf(note: NoteId): Element | undefined {
  return document.querySelector(`[data-note="${CSS.escape(note)}"] .journal`) ?? undefined
}

/** A commented passage as a record prints it: its first line, which the record may part from the rest. */
export function rangeOf(record: Element, { place }: Thread): Range | undefined {
  if (place.kind !== 'passage' || place.gone === true) return undefined
  const [line = ''] = place.quote.split('\n')
  const start = line === '' ? -1 : (record.textContent ?? '').indexOf(line)
  return start === -1 ? undefined : rangeIn(record, { start, end: start + line.length })
}

/** Marks the commented passages of a note that can only be read; stands after its record. A draft's editors mark their own. */
export function RecordComments({ note }: { note: NoteId }) {
  const threads = useThreads(note)
  useEffect(() => {
    const record = recordOf(note)
    if (record === undefined || threads.length === 0) return undefined
    const highlight = sharedHighlight()
    const ranges = threads
      .filter((thread) => !isResolved(thread))
      .flatMap((thread) => rangeOf(record, thread) ?? [])
    for (const range of ranges) highlight.add(range)
    return () => {
      for (const range of ranges) highlight.delete(range)
    }
  }, [note, threads])
  return null
}
