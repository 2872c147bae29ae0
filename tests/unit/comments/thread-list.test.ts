import { describe, expect, test } from 'vitest'
import { groupThreads } from '../../../renderer/features/comments/thread-list.ts'
import { type Thread, threadSchema } from '../../../shared/comments/thread.ts'

let made = 0
function thread(place: object, isResolved = false): Thread {
  made += 1
  const id = (part: number) => `00000000-0000-4000-8000-${String(made * 10 + part).padStart(12, '0')}`
  const stamp = { at: '2026-03-04T10:00:00.000Z', by: { name: 'Bo Lind', role: 'specialist' } }
  return threadSchema.parse({
    id: id(0),
    note: id(1),
    anchor: place,
    place,
    entries: [
      { id: id(2), ...stamp, kind: 'comment', text: 'Varför?' },
      ...(isResolved ? [{ id: id(3), ...stamp, kind: 'resolved' }] : []),
    ],
  })
}
const words = (start: number, gone?: true) =>
  thread({ kind: 'passage', field: 'mal', start, end: start + 3, quote: 'hon', gone })

const fields = [
  { id: 'datum', label: 'När?' },
  { id: 'mal', label: 'Mål' },
]

describe('the threads of a note', () => {
  test('stand as the note does: about the whole, then field by field and from left to right, and last what is not shown', () => {
    const hidden = thread({ kind: 'field', field: 'dold' })
    const [late, gone, early] = [words(40), words(5, true), words(2)]
    const field = thread({ kind: 'field', field: 'mal' })
    const date = thread({ kind: 'field', field: 'datum' })
    const whole = thread({ kind: 'note' })
    const groups = groupThreads([hidden, late, gone, early, field, date, whole], fields, 'open')
    expect(groups).toEqual([
      { field: undefined, label: undefined, threads: [whole] },
      { field: 'datum', label: 'När?', threads: [date] },
      { field: 'mal', label: 'Mål', threads: [field, early, late, gone] },
      { field: 'dold', label: undefined, threads: [hidden] },
    ])
  })

  test('are those that are open, those that are resolved, or all', () => {
    const [open, resolved] = [thread({ kind: 'note' }), thread({ kind: 'note' }, true)]
    const shown = (filter: 'open' | 'resolved' | 'all') =>
      groupThreads([open, resolved], fields, filter).flatMap(({ threads }) => threads)
    expect(shown('open')).toEqual([open])
    expect(shown('resolved')).toEqual([resolved])
    expect(shown('all')).toEqual([open, resolved])
  })
})
