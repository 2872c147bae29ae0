import { statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../../main/store/db.ts'
import { readRevision, readRevisions } from '../../../main/store/history/revisions.ts'
import { thinEarlierDays } from '../../../main/store/history/thin-revisions.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { saveNote } from '../../../main/store/write-notes.ts'
import { addDays, dateAt, timestamp } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { readSentenceSchema } from '../../../shared/note/note.ts'
import { anna, now } from '../core/support.ts'
import { draftId, signedId, thrownBy, withNotes } from './support.ts'

const minutesLater = (minutes: number) => timestamp(new Date(now.getTime() + minutes * 60_000))

/** Saves the draft at a minute of the day, and tells which revision that made. */
function saveAt(db: Db, minutes: number, answers: Answers, by = anna): number {
  const baseRevision = readRevisions(db, draftId).at(-1)?.revision ?? 0
  return saveNote(db, { id: draftId, baseRevision, answers }, { by, at: minutesLater(minutes) }).note.revision
}

const numbers = (db: Db) => readRevisions(db, draftId).map(({ revision }) => revision)
const text = (words: string) => ({ motivering: words })

// Words of no language, so that they pack no better than what people write.
let seed = 1187
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const syllables = [
  'bra',
  'kun',
  'för',
  'säk',
  'ring',
  'ar',
  'bet',
  'gi',
  'va',
  're',
  'hab',
  'i',
  'li',
  'te',
  'plan',
  'är',
]
const word = () =>
  Array.from(
    { length: 1 + Math.floor(random() * 4) },
    () => syllables[Math.floor(random() * syllables.length)],
  ).join('')
const prose = (characters: number) => {
  let made = ''
  while (made.length < characters) made += `${word()} `
  return made
}

describe('what a save leaves', () => {
  test('of a minute: its last save, and the first of the sitting', () => {
    const { db } = withNotes()
    for (let quarter = 0; quarter < 8; quarter += 1) saveAt(db, quarter / 4, text(`${quarter}`))
    // Two whole minutes after the revision that the note was created with.
    expect(numbers(db)).toEqual([1, 5, 9])
    expect(readRevision(db, draftId, 5).answers).toEqual(text('3'))
    expect(verifyArchive(db)).toEqual([])
  })

  test('of another day: the first and the last of each sitting', () => {
    const { db } = withNotes()
    for (const minutes of [1, 2, 3, 60, 61, 62]) saveAt(db, minutes, text(`${minutes}`))
    expect(numbers(db)).toEqual([1, 2, 3, 4, 5, 6, 7])
    saveAt(db, 24 * 60, text('nästa dag'))
    expect(numbers(db)).toEqual([1, 4, 5, 7, 8])
    expect(verifyArchive(db)).toEqual([])
  })

  test('when the archive is opened on another day, the days before are thinned', () => {
    const { db } = withNotes()
    for (const minutes of [1, 2, 3]) saveAt(db, minutes, text(`${minutes}`))
    const today = dateAt(minutesLater(0))
    thinEarlierDays(db, today)
    expect(numbers(db)).toEqual([1, 2, 3, 4])
    thinEarlierDays(db, addDays(today, 1))
    expect(numbers(db)).toEqual([1, 4])
  })

  test('of a conflict: the text that the refused save met, and the refused text once it is saved', () => {
    const { db } = withNotes()
    saveAt(db, 0, text('det andra fönstret'))
    const refused = { id: draftId, baseRevision: 1, answers: text('det här fönstret') }
    expect(thrownBy(() => saveNote(db, refused, { by: anna, at: minutesLater(0) }))).toMatchObject({
      code: 'CONFLICT',
    })
    // What was refused is saved whole before what was chosen, as the window does.
    const own = {
      id: draftId,
      baseRevision: 2,
      answers: text('det här fönstret'),
      cause: 'konflikt',
    } as const
    saveNote(db, own, { by: anna, at: minutesLater(0) })
    saveAt(db, 0, text('det som valdes'))
    saveAt(db, 0, text('och mer'))
    saveAt(db, 24 * 60, text('nästa dag'))
    expect(readRevision(db, draftId, 2).answers).toEqual(text('det andra fönstret'))
    expect(readRevision(db, draftId, 3)).toMatchObject({
      cause: 'konflikt',
      answers: text('det här fönstret'),
    })
  })

  test('of an objection: the save that made it, and says so', () => {
    const { db } = withNotes()
    const sentence = readSentenceSchema.parse({ rule: 'R1', field: 'motivering', sentence: 'Vi ordnar det.' })
    const at = minutesLater(0)
    const answers = text('Vi ordnar det.')
    saveNote(db, { id: draftId, baseRevision: 1, answers }, { by: anna, at })
    saveNote(db, { id: draftId, baseRevision: 2, answers, objections: [sentence] }, { by: anna, at })
    saveNote(db, { id: draftId, baseRevision: 3, answers }, { by: anna, at })
    saveAt(db, 24 * 60, text('nästa dag'))
    expect(readRevisions(db, draftId).map(({ cause }) => cause)).toEqual([
      'skapad',
      'skriven',
      'invandning',
      'invandning',
      'skriven',
    ])
  })

  test('of any days of writing, much or little at a time: what the rule keeps, and the triggers let the rest go', () => {
    const pauses = fc.constantFrom(0.2, 1, 5, 40, 700, 1500)
    const save = fc.record({ pause: pauses, characters: fc.constantFrom(20, 300, 4000), whole: fc.boolean() })
    fc.assert(
      fc.property(fc.array(save, { minLength: 1, maxLength: 40 }), (saves) => {
        const { db } = withNotes()
        let minutes = 0
        let words = ''
        for (const { pause, characters, whole } of saves) {
          minutes += pause
          words = whole ? prose(characters) : words + prose(characters)
          const revision = saveAt(db, minutes, text(words))
          expect(readRevision(db, draftId, revision).answers).toEqual(text(words))
        }
        thinEarlierDays(db, addDays(dateAt(minutesLater(minutes)), 1))
        expect(verifyArchive(db)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('what is taken away is gone from the file, not only from the table', () => {
    const { db } = withNotes()
    expect(db.raw.pragma('secure_delete', { simple: true })).toBe(1)
  })
})

describe('no SQL takes a revision that the rule keeps', () => {
  const taking = (revision: number, id: string = draftId) =>
    `DELETE FROM revisions WHERE note_id = '${id}' AND revision = ${revision}`

  function twoSittings(): Db {
    const { db } = withNotes()
    for (const minutes of [1, 2, 60, 61, 62]) saveAt(db, minutes, text(`${minutes}`))
    return db
  }

  test.each([
    ['the first', 1],
    ['the last of a sitting', 3],
    ['the first of a later sitting', 4],
    ['the current', 6],
  ])('%s', (_what, revision) => {
    expect(() => twoSittings().raw.exec(taking(revision))).toThrow('never deleted')
  })

  test('one within a sitting goes, since the rule may take it', () => {
    const db = twoSittings()
    db.raw.exec(taking(5))
    expect(numbers(db)).toEqual([1, 2, 3, 4, 6])
    expect(verifyArchive(db)).toEqual([])
  })

  test('one that others are stored as changes of', () => {
    const { db } = withNotes()
    saveAt(db, 1, text(prose(9000)))
    saveAt(db, 2, text('kort'))
    for (const minutes of [3, 4]) saveAt(db, minutes, text(prose(9000)))
    const built: unknown = db.raw.prepare('SELECT base FROM revisions WHERE base IS NOT NULL').pluck().get()
    expect(() => db.raw.exec(taking(Number(built)))).toThrow('never deleted')
  })

  test('one that a conflict was about, nor can the conflict be forgotten', () => {
    const db = twoSittings()
    db.raw.exec(`INSERT INTO disputed_revisions VALUES ('${draftId}', 5)`)
    expect(() => db.raw.exec(taking(5))).toThrow('never deleted')
    expect(() => db.raw.exec('DELETE FROM disputed_revisions')).toThrow('never forgotten')
    expect(() => db.raw.exec('UPDATE disputed_revisions SET revision = 2')).toThrow('never changed')
  })

  test('one of a signed note', () => {
    const { db } = withNotes()
    expect(() => db.raw.exec(taking(1, signedId))).toThrow('never deleted')
  })
})

describe('the room that revisions take', () => {
  const sizeOf = (db: Db, path: string) => {
    db.raw.pragma('wal_checkpoint(TRUNCATE)')
    return statSync(path).size
  }

  test('500 minutes of a note of 20 kB take less than 1 MB, and each can be read as it was saved', () => {
    const { db, path } = withNotes()
    const before = sizeOf(db, path)
    const saved = new Map<number, Answers>()
    let words = prose(20_000)
    for (let minute = 1; minute <= 500; minute += 1) {
      const place = Math.floor(random() * words.length)
      words = `${words.slice(0, place)}${prose(40)}${words.slice(place + 40)}`
      const answers = { motivering: words }
      saved.set(saveAt(db, minute, answers), answers)
    }
    expect(numbers(db)).toHaveLength(501)
    expect(sizeOf(db, path) - before).toBeLessThan(1_000_000)
    for (const [revision, answers] of saved)
      expect(readRevision(db, draftId, revision).answers).toEqual(answers)
    expect(verifyArchive(db)).toEqual([])
  })

  test('a note that grows from nothing to 20 kB in 500 minutes takes less than 1 MB', () => {
    const { db, path } = withNotes()
    const before = sizeOf(db, path)
    let words = ''
    for (let minute = 1; minute <= 500; minute += 1) {
      words += prose(40)
      saveAt(db, minute, text(words))
    }
    expect(words.length).toBeGreaterThan(20_000)
    expect(sizeOf(db, path) - before).toBeLessThan(1_000_000)
  })

  test('a note of 20 kB that is written on three days leaves so little that a year of 1 500 takes less than 300 MB', () => {
    const { db, path } = withNotes()
    const before = sizeOf(db, path)
    let words = ''
    for (let minute = 0; minute < 180; minute += 1) {
      words += prose(115)
      // An hour on each day, a save each minute.
      saveAt(db, Math.floor(minute / 60) * 24 * 60 + (minute % 60), text(words))
    }
    thinEarlierDays(db, addDays(dateAt(minutesLater(0)), 5))
    expect(words.length).toBeGreaterThan(20_000)
    expect(numbers(db).length).toBeLessThan(20)
    expect((sizeOf(db, path) - before) * 1500).toBeLessThan(300_000_000)
    expect(verifyArchive(db)).toEqual([])
  })
})
