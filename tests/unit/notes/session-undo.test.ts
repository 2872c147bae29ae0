import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNoteSession } from '../../../renderer/note-model/session/note-session.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { readSentenceSchema } from '../../../shared/note/note.ts'
import { draft, fakeClock, fakeStore, signed, stored } from './support.ts'

function openNote(answers: Answers = {}) {
  const store = fakeStore(draft(answers))
  const clock = fakeClock()
  return { store, clock, session: createNoteSession(store.current(), store, clock) }
}
type Note = ReturnType<typeof openNote>

const REST = 1000

/** Types a text into a field as a user does, a letter a key. */
async function type({ session, clock }: Note, field: string, text: string): Promise<void> {
  for (let end = 1; end <= text.length; end++) {
    session.edit(field, text.slice(0, end))
    await clock.pass(60)
  }
}

const insats = (what: string, more: object = {}) => ({ id: `rad-${what}`, what, ...more })

describe('what was done in a note is taken back', () => {
  test('field by field, whatever had the focus, and done again', async () => {
    const note = openNote({ mal: 'Ordinarie arbete' })
    await type(note, 'samrad', 'Samtal med Lena Berg.')
    await note.clock.pass(REST)
    note.session.edit('mal', 'Annat arbete')
    await note.clock.pass(REST)

    expect(note.session.undo()?.where).toEqual({ field: 'mal' })
    expect(note.session.answers()).toEqual({ mal: 'Ordinarie arbete', samrad: 'Samtal med Lena Berg.' })
    expect(note.session.undo()?.where).toEqual({ field: 'samrad' })
    expect(note.session.answers()).toEqual({ mal: 'Ordinarie arbete' })
    expect(note.session.undo()).toBeUndefined()

    note.session.redo()
    note.session.redo()
    expect(note.session.answers()).toEqual({ mal: 'Annat arbete', samrad: 'Samtal med Lena Berg.' })
    expect(note.session.redo()).toBeUndefined()
  })

  test('typing as one step until it rests, with the caret where it was', async () => {
    const note = openNote({ samrad: 'Lena vill.' })
    note.session.edit('samrad', 'Lena Berg vill.')
    await note.clock.pass(REST)
    await type(note, 'samtal', 'Ringde')
    await note.clock.pass(REST)
    note.session.edit('samtal', 'Ringde a')
    expect(note.session.undo()).toEqual({ where: { field: 'samtal' }, caret: 6 })
    expect(note.session.answers().samtal).toBe('Ringde')
    note.session.undo()
    expect(note.session.answers().samtal).toBeUndefined()
    expect(note.session.undo()).toEqual({ where: { field: 'samrad' }, caret: 'Lena '.length })
  })

  test('a choice is a step of its own, however fast the next is made', () => {
    const { session } = openNote()
    session.edit('samrad', 'ja')
    session.edit('samrad', 'nej')
    session.undo()
    expect(session.answers().samrad).toBe('ja')
  })

  test('a fix of several fields as one', () => {
    const before = { mal: 'Plan för återgång', insatser: [insats('Samtal')] }
    const { session } = openNote(before)
    session.apply([{ field: 'mal', value: 'Planering' }, { field: 'insatser' }])
    expect(session.undo()?.where).toEqual({ field: 'mal' })
    expect(session.answers()).toEqual(before)
  })

  test.each([
    ['a row that was added', [], [insats('Samtal')], { field: 'insatser' }],
    ['a row that was taken away', [insats('Samtal')], [], { field: 'insatser', row: 'rad-Samtal' }],
    [
      'a column of a row',
      [insats('Samtal'), insats('Arbetsprövning', { status: 'planerad' })],
      [insats('Samtal'), insats('Arbetsprövning', { status: 'pagar' })],
      { field: 'insatser', row: 'rad-Arbetsprövning', column: 'status' },
    ],
    [
      'rows that changed places',
      [insats('Samtal'), insats('Arbetsprövning')],
      [insats('Arbetsprövning'), insats('Samtal')],
      { field: 'insatser' },
    ],
    [
      'a column of a repeated group',
      [{ id: 'rad', answers: { vad: 'Scheman', nar: 'maj' } }],
      [{ id: 'rad', answers: { vad: 'Arbetstider', nar: 'maj' } }],
      { field: 'insatser', row: 'rad', column: 'vad' },
    ],
  ])('%s, in its place', (_, before, after, where) => {
    const { session } = openNote({ insatser: before })
    session.edit('insatser', after)
    expect(session.undo()?.where).toEqual(where)
    expect(session.answers().insatser).toEqual(before)
  })

  test('formatted text with its formats', () => {
    const text = (words: string, bold: object = {}) => ({
      blocks: [
        { type: 'paragraph', runs: [{ text: 'Först.' }] },
        { type: 'paragraph', runs: [{ text: words, ...bold }] },
      ],
    })
    const { session } = openNote({ syn: text('Hon vill börja.', { bold: true }) })
    session.edit('syn', text('Hon vill inte börja.'))
    expect(session.undo()).toEqual({ where: { field: 'syn' }, caret: 'Först.Hon vill '.length })
    expect(session.answers().syn).toEqual(text('Hon vill börja.', { bold: true }))
  })

  test('a day that was put in the form of a date belongs to what was typed', async () => {
    const note = openNote()
    await type(note, 'datum', '3/2')
    await note.clock.pass(30_000)
    note.session.edit('datum', '2026-02-03')
    note.session.undo()
    expect(note.session.answers().datum).toBeUndefined()
    note.session.redo()
    expect(note.session.answers().datum).toBe('2026-02-03')
  })

  test('an objection to how a rule has read, and its withdrawal', () => {
    const { session } = openNote({ mal: 'En plan för hösten.' })
    const to = readSentenceSchema.parse({ rule: 'R2', field: 'mal', sentence: 'En plan för hösten.' })
    session.object(to, stored.by)
    expect(session.undo()?.where).toEqual({ field: 'mal' })
    expect(session.current().objections).toBeUndefined()
    session.redo()
    expect(session.current().objections).toMatchObject([{ rule: 'R2', by: stored.by }])
    session.withdraw(to)
    session.undo()
    expect(session.current().objections).toMatchObject([{ rule: 'R2', by: stored.by }])
  })

  test('and something new done then ends what could be done again', () => {
    const { session } = openNote()
    session.edit('mal', 'ja')
    session.undo()
    session.edit('samrad', 'nej')
    expect(session.redo()).toBeUndefined()
    expect(session.answers()).toEqual({ samrad: 'nej' })
  })
})

describe('nothing that was saved is lost by it', () => {
  test('what is taken back is saved as a revision of its own, and the text before stays in the history', async () => {
    const { session, store } = openNote({ mal: 'Ordinarie arbete' })
    session.edit('mal', 'Annat arbete')
    await session.flush()
    session.undo()
    expect(await session.flush()).toBe(true)
    expect([...store.history.values()].map(({ mal }) => mal)).toEqual([
      'Ordinarie arbete',
      'Annat arbete',
      'Ordinarie arbete',
    ])
  })

  test('what another window has written since is left alone', async () => {
    const { session, store } = openNote({ mal: 'Ordinarie arbete', samrad: 'ja' })
    session.edit('mal', 'Annat arbete')
    session.edit('samrad', 'nej')
    await session.flush()
    session.receive(store.otherWindow({ mal: 'Eget företag', samrad: 'nej' }))
    session.undo()
    expect(session.answers()).toEqual({ mal: 'Eget företag', samrad: 'ja' })
    expect(session.undo()).toBeUndefined()
    expect(session.answers()).toEqual({ mal: 'Eget företag', samrad: 'ja' })
  })

  test('a note that has been journalförd since is not changed', async () => {
    const { session } = openNote()
    session.edit('mal', 'Ordinarie arbete')
    await session.flush()
    session.receive(signed({ mal: 'Ordinarie arbete' }, 9))
    expect(session.undo()).toBeUndefined()
    expect(session.answers()).toEqual({ mal: 'Ordinarie arbete' })
  })
})

test('whatever was done, all of it undone is the note as it was opened, and all of it redone as it was left', () => {
  const fieldId = fc.constantFrom('mal', 'samrad', 'insatser', 'syn')
  const value = fc.oneof(
    fc.constant(undefined),
    fc.string({ maxLength: 6 }),
    fc.constantFrom('2026-02-03', 'igår', 'ja', 'nej'),
    fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), what: fc.string({ maxLength: 3 }) }), {
      maxLength: 3,
    }),
    fc.record({
      blocks: fc.array(
        fc.record({
          type: fc.constant('paragraph'),
          runs: fc.array(fc.record({ text: fc.string({ maxLength: 4 }) }), { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
  )
  const edits = fc.array(fc.array(fc.record({ field: fieldId, value }), { minLength: 1, maxLength: 3 }), {
    maxLength: 25,
  })
  fc.assert(
    fc.property(edits, (all) => {
      const begun = { mal: 'Ordinarie arbete' }
      const { session } = openNote(begun)
      for (const changes of all) session.apply(changes)
      const left = session.answers()
      while (session.undo() !== undefined);
      expect(session.answers()).toEqual(begun)
      while (session.redo() !== undefined);
      expect(session.answers()).toEqual(left)
    }),
  )
})
