import { describe, expect, test } from 'vitest'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import type { NoteContext } from '../../../shared/note/context.ts'
import { aroundNote } from '../../../shared/note/context.ts'
import { type Note, type SignedNote, signedNoteSchema } from '../../../shared/note/note.ts'
import { type EntryInput, entryOf, example } from './examples.ts'

const input = example('arbetsgivarens-plan')

function signed(note: Note): SignedNote {
  if (note.status !== 'journalford') throw new Error('not signed')
  return note
}

const first = signed(input.note)
const annulled = { at: first.signature.at, by: first.signature.by, reason: 'Skriven i fel ärende.' }
const rattelse = signedNoteSchema.parse({
  ...first,
  id: noteIdSchema.parse('99999999-9999-4999-8999-999999999999'),
  amends: { verb: 'rattelse', note: first.id },
  signature: {
    ...first.signature,
    sequence: 90,
    at: '2026-05-02T08:00:00.000Z',
    by: { name: 'Bo Lind', role: 'utredare' },
  },
})

/** A note printed among these. */
function printed(note: Note, ...others: Note[]) {
  const around: Pick<NoteContext, 'others' | 'uncounted'> = aroundNote(
    { others: [], uncounted: [note, ...others].map((each) => ({ ...input, note: each })) },
    note.id,
  )
  const subject: EntryInput = { ...input, note, ...around }
  const { header, notice } = entryOf(subject)
  return { notice, rows: header.rows.map(({ label, text }) => `${label}: ${text}`) }
}

describe('the entry of a note that has been corrected', () => {
  test('says what stands in its place, on every page and in its head', () => {
    const { notice, rows } = printed(first, rattelse)
    expect(notice?.word).toBe('RÄTTAD')
    expect(notice?.explanation).toContain('anteckning journalförd 2026-05-02 kl. 10.00 av Bo Lind, utredare')
    expect(rows).toContainEqual(expect.stringMatching(/^Rättad av: anteckning journalförd 2026-05-02/))
  })

  test('and the rättelse says what it corrects, and has no such word', () => {
    const { notice, rows } = printed(rattelse, first)
    expect(notice).toBeUndefined()
    expect(rows).toContainEqual(expect.stringMatching(/^Rättelse av: anteckning journalförd \d{4}-/))
  })

  test('stands again where the rättelse is annulled, and says that', () => {
    const { notice, rows } = printed(first, { ...rattelse, annulled })
    expect(notice).toBeUndefined()
    expect(rows).toContainEqual(expect.stringMatching(/^Rättad av: .*, makulerad \(9999/))
  })

  test('names the note by its id where that is not here', () => {
    expect(printed(rattelse).rows).toContain(`Rättelse av: anteckning ${first.id}`)
  })
})

test('the entry of an annulled note says who annulled it, when and why', () => {
  const { notice, rows } = printed({ ...first, annulled })
  expect(notice?.word).toBe('MAKULERAD')
  expect(notice?.explanation).toContain('Skäl: Skriven i fel ärende.')
  expect(rows).toContainEqual(expect.stringMatching(/^Makulerad: .*Skäl: Skriven i fel ärende\./))
})
