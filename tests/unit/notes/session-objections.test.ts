import { describe, expect, test } from 'vitest'
import { mergeObjections } from '../../../renderer/note-model/session/compare.ts'
import { createNoteSession, SAVE_DELAY_MS } from '../../../renderer/note-model/session/note-session.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { Objection, ReadSentence } from '../../../shared/note/note.ts'
import { draft, fakeClock, fakeStore, signed, stored } from './support.ts'

const field = fieldIdSchema.parse('mal')
const first: ReadSentence = { rule: 'R2', field, sentence: 'Vår plan gäller.' }
const second: ReadSentence = { ...first, sentence: 'Min plan är klar.' }
const eva = { name: 'Eva Sten', role: 'specialist' } as const

function open() {
  const clock = fakeClock()
  const store = fakeStore(draft({ mal: 'a' }))
  const session = createNoteSession(store.current(), store, clock)
  return { clock, store, session, held: () => session.current().objections }
}

describe('an objection in an open note', () => {
  test('is there at once, and in the store soon, by whom the store says', async () => {
    const { clock, store, session, held } = open()
    const edits: (readonly string[])[] = []
    session.onEdit((fields) => edits.push(fields))
    session.object(first, eva)
    expect(held()).toMatchObject([{ ...first, by: eva }])
    expect([edits, session.isDirty(), session.saveState().kind]).toEqual([[['mal']], true, 'saving'])
    await clock.pass(SAVE_DELAY_MS)
    expect(store.current().objections).toEqual([{ ...first, ...stored }])
    expect(held()).toEqual([{ ...first, ...stored }])
    expect([session.isDirty(), session.saveState().kind]).toEqual([false, 'saved'])
  })

  test('taken back while its save is on the way is taken back in the store too', async () => {
    const { clock, store, session, held } = open()
    store.hold = true
    session.object(first, eva)
    await clock.pass(SAVE_DELAY_MS)
    session.withdraw(first)
    session.object(second, eva)
    store.hold = false
    store.release()
    await clock.pass(SAVE_DELAY_MS)
    expect(held()).toEqual([{ ...second, ...stored }])
    expect(store.current().objections).toEqual(held())
  })

  test('is not lost when somebody else saves first', async () => {
    const { clock, store, session, held } = open()
    store.otherWindow({ mal: 'b' }, [{ ...second, ...stored }])
    session.object(first, eva)
    await clock.pass(SAVE_DELAY_MS)
    expect(store.current().answers).toEqual({ mal: 'b' })
    expect(held()).toEqual([
      { ...second, ...stored },
      { ...first, ...stored },
    ])
  })

  test('made or taken back by another window is shown here', () => {
    const { store, session, held } = open()
    session.receive(store.otherWindow({ mal: 'a' }, [{ ...first, ...stored }]))
    expect(held()).toEqual([{ ...first, ...stored }])
    session.receive(store.otherWindow({ mal: 'a' }, []))
    expect(held()).toBeUndefined()
  })

  test('that a save leaves as it is tells nobody of a change', async () => {
    const { clock, session } = open()
    session.object(first, stored.by)
    await clock.pass(SAVE_DELAY_MS)
    const edits: (readonly string[])[] = []
    session.edit('samrad', 'ja')
    session.onEdit((fields) => edits.push(fields))
    await clock.pass(SAVE_DELAY_MS)
    expect(edits).toEqual([])
  })

  test('is never made in a signed note', () => {
    const store = fakeStore(signed())
    const session = createNoteSession(store.current(), store, fakeClock())
    session.object(first, eva)
    expect(session.current()).toEqual(store.current())
  })
})

test('objections of two windows are put together one by one', () => {
  const of = (...sentences: ReadSentence[]): Objection[] => sentences.map((one) => ({ ...one, ...stored }))
  const third = { ...first, rule: 'R1' }
  expect(mergeObjections(of(first, second), of(second, third), of(first))).toEqual(of(third))
  expect(mergeObjections(of(first), of(first, third), of(first, third))).toEqual(of(first, third))
})
