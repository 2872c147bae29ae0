import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRevision } from '../../../main/store/history/revisions.ts'
import { SCHEMA_VERSION } from '../../../main/store/migrations/index.ts'
import { closeDatabase, createDatabase, openDatabase } from '../../../main/store/open.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { saveNote } from '../../../main/store/write-notes.ts'
import { draftId, type Made, madeDatabase, stampLater, thrownBy, withNotes } from './support.ts'

function closed(): Made {
  const made = withNotes()
  for (let n = 1; n <= 20; n += 1)
    saveNote(
      made.db,
      { id: draftId, baseRevision: n, answers: { a: randomBytes(3000).toString('hex') } },
      stampLater(n),
    )
  closeDatabase(made.db)
  return made
}

/** Opening is refused with this, and leaves file and folder as they were. */
function expectRefused({ path, key }: Pick<Made, 'path' | 'key'>, refusal: object): void {
  const before = [readdirSync(dirname(path)), existsSync(path) && readFileSync(path)]
  expect(thrownBy(() => openDatabase(path, key))).toMatchObject(refusal)
  expect([readdirSync(dirname(path)), existsSync(path) && readFileSync(path)]).toEqual(before)
}

describe('an archive that cannot be opened is left as it is, and nothing is made in its place', () => {
  test.each<[string, (path: string) => void]>([
    ['random bytes', (path) => writeFileSync(path, randomBytes(50_000))],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['a text', (path) => writeFileSync(path, 'inte en databas')],
    ['cut off in the middle', (path) => truncateSync(path, 40_000)],
    ['cut off in its first page', (path) => truncateSync(path, 1000)],
    [
      'its first page overwritten',
      (path) => writeFileSync(path, Buffer.concat([randomBytes(4096), readFileSync(path).subarray(4096)])),
    ],
    [
      'a database of somebody else, in clear',
      (path) => writeFileSync(path, 'SQLite format 3\0'.padEnd(4096, '\0')),
    ],
  ])('%s', (_what, damage) => {
    const made = closed()
    damage(made.path)
    expectRefused(made, { code: 'ARCHIVE_CORRUPT', data: { path: made.path } })
  })

  test('opened with the key of another archive', () => {
    expectRefused({ ...closed(), key: randomBytes(32) }, { code: 'ARCHIVE_CORRUPT' })
  })

  test('an encrypted database that is no archive', () => {
    const made = madeDatabase()
    made.db.raw.pragma('application_id = 1')
    closeDatabase(made.db)
    expectRefused(made, { code: 'ARCHIVE_CORRUPT' })
  })

  test('of a newer version', () => {
    const made = withNotes()
    made.db.raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    closeDatabase(made.db)
    expectRefused(made, {
      code: 'ARCHIVE_NEWER',
      data: { path: made.path, found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    })
  })

  test('missing', () => {
    const made = closed()
    rmSync(made.path)
    expectRefused(made, { code: 'ARCHIVE_MISSING', data: { path: made.path } })
  })

  test('made where there is one already', () => {
    const { path, key } = closed()
    const before = readFileSync(path)
    expect(thrownBy(() => createDatabase(path, key))).toMatchObject({ code: 'ARCHIVE_EXISTS' })
    expect(readFileSync(path)).toEqual(before)
  })
})

describe('damage in the middle of an archive', () => {
  function damaged() {
    const made = closed()
    const bytes = readFileSync(made.path)
    bytes.fill(0x55, bytes.length - 3 * 4096)
    writeFileSync(made.path, bytes)
    return openDatabase(made.path, made.key)
  }

  test('is said when what it holds is read', () => {
    const db = damaged()
    expect(thrownBy(() => readRevision(db, draftId, 21))).toMatchObject({ code: 'ARCHIVE_CORRUPT' })
    closeDatabase(db)
  })

  test('is found by verify', () => {
    const db = damaged()
    expect(verifyArchive(db).map(({ kind }) => kind)).toContain('integrity')
    closeDatabase(db)
  })
})

test('a row that does not read as what it should is said to be damage, not shown as something else', () => {
  const { db } = withNotes()
  db.raw.exec(`UPDATE notes SET answers = '{broken' WHERE id = '${draftId}'`)
  expect(thrownBy(() => readStoredNote(db, draftId))).toMatchObject({ code: 'ARCHIVE_CORRUPT' })
})
