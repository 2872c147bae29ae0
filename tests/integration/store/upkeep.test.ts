// What saves leave behind is tidied when nobody has saved for a moment: pieces of the search index, and the log.
import { statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Db, transaction } from '../../../main/store/db.ts'
import { keepTidy } from '../../../main/store/upkeep.ts'
import { madeDatabase } from './support.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const words = (seed: number) =>
  Array.from({ length: 400 }, (_, index) => `ord${seed * 7 + index * 13}`).join(' ')

function save(db: Db, id: number): void {
  transaction(db, () =>
    db.raw
      .prepare('INSERT INTO search_index (rowid, words, facets) VALUES (CAST(? AS INTEGER), ?, ?)')
      .run(id, words(id), ''),
  )
}

function saveMany(db: Db, count: number, from = 1): void {
  for (let index = 0; index < count; index += 1) save(db, from + index)
}

/** How many pieces the index is in, by the first page of each (FTS5's own table of data). */
const pieces = ({ raw }: Db) =>
  z
    .int()
    .parse(
      raw
        .prepare('SELECT count(DISTINCT id >> 37) FROM search_index_data WHERE id > (1 << 37)')
        .pluck()
        .get(),
    )

const checkpointed = z.tuple([z.object({ log: z.int(), checkpointed: z.int() })])

function started() {
  const made = madeDatabase()
  const failed = vi.fn()
  keepTidy(made.db, failed)
  return { ...made, failed }
}

test('A save leaves the pieces of the index as they are, and they are put together when nobody saves', async () => {
  const { db, failed } = started()
  saveMany(db, 12)
  expect(pieces(db)).toBe(12)
  await vi.advanceTimersByTimeAsync(299)
  expect(pieces(db)).toBe(12)
  await vi.advanceTimersByTimeAsync(1000)
  expect(pieces(db)).toBeLessThan(4)
  const found = db.raw.prepare(`SELECT count(*) FROM search_index WHERE search_index MATCH 'ord20'`).pluck()
  expect(found.get()).toBe(1)
  expect(failed).not.toHaveBeenCalled()
})

test('Few saves are left as they are, and each puts the tidying off', async () => {
  const { db } = started()
  saveMany(db, 7)
  await vi.advanceTimersByTimeAsync(1000)
  expect(pieces(db)).toBe(7)
  for (let id = 100; id < 110; id += 1) {
    save(db, id)
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(pieces(db)).toBe(17)
})

test('The log is brought into the file', async () => {
  const { db, path } = started()
  const before = statSync(path).size
  saveMany(db, 10)
  expect(statSync(path).size).toBe(before)
  await vi.advanceTimersByTimeAsync(1000)
  expect(statSync(path).size).toBeGreaterThan(before)
})

test('While the file is copied the log alone grows', async () => {
  const { db, path } = started()
  db.raw.pragma('wal_checkpoint(TRUNCATE)')
  // As a backup has it.
  db.raw.pragma('wal_autocheckpoint = 0')
  const before = statSync(path, { bigint: true })
  saveMany(db, 10)
  await vi.advanceTimersByTimeAsync(1000)
  const after = statSync(path, { bigint: true })
  expect([after.size, after.mtimeNs]).toEqual([before.size, before.mtimeNs])
  db.raw.pragma('wal_autocheckpoint = 1000')
  const [{ log, checkpointed: brought }] = checkpointed.parse(db.raw.pragma('wal_checkpoint(PASSIVE)'))
  expect(log).toBeGreaterThan(0)
  expect(brought).toBe(log)
})

test('What goes wrong is told, and nobody’s save', async () => {
  const { db, failed } = started()
  saveMany(db, 10)
  db.raw.exec('DROP TABLE search_index')
  await vi.advanceTimersByTimeAsync(1000)
  expect(failed).toHaveBeenCalledOnce()
})

test('An archive that was closed meanwhile is left alone', async () => {
  const { db, failed } = started()
  saveMany(db, 10)
  db.raw.close()
  await vi.advanceTimersByTimeAsync(1000)
  expect(failed).not.toHaveBeenCalled()
})
