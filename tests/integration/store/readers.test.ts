// Threads that read an archive while it is written in. The database is a real one, encrypted, in a file.
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { all, query } from '../../../main/store/db.ts'
import { withEmptyLog } from '../../../main/store/empty-log.ts'
import { closeDatabase, openReader } from '../../../main/store/open.ts'
import { question } from '../../../main/store/readers/question.ts'
import { watchCount } from '../../../main/store/readers/questions.ts'
import { createReaders, ReadingEnded } from '../../../main/store/readers/readers.ts'
import { startThread } from '../../../main/store/thread.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { WatchQuery } from '../../../shared/watch/list.ts'
import { madeDatabase } from './support.ts'
import { factsRow, insert } from './watch/tables.ts'

// As it is, and counted.
vi.mock('../../../main/store/thread.ts', { spy: true })
beforeEach(() => {
  vi.clearAllMocks()
})

const everyCase: WatchQuery = { of: 'case', filters: [], columns: ['number'], sort: [] }
const counting = {
  asked: { query: everyCase, today: isoDateSchema.parse('2026-03-04') },
  reader: { userId: 'jag' },
  most: 100,
}
/** The same question, which the connection that writes cannot answer: only a thread can have. */
const inThread = {
  ...watchCount,
  read: () => {
    throw new Error('The connection that writes was asked.')
  },
}

function opened() {
  const made = madeDatabase()
  made.db.raw.pragma('foreign_keys = OFF')
  const readers = createReaders(made.db, made.key)
  onTestFinished(() => readers.end())
  return { ...made, readers, addCase: (n: number) => insert(made.db, 'case_facts', factsRow(n)) }
}

test('a thread answers by all that is saved when it is asked', async () => {
  const { readers, addCase } = opened()
  for (const n of [1, 2, 3]) {
    addCase(n)
    expect(await readers.ask(inThread, counting)).toBe(n)
  }
})

test('many questions at once are each given their own answer', async () => {
  const { readers, addCase } = opened()
  for (let n = 1; n <= 9; n += 1) addCase(n)
  const most = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const answers = await Promise.all(most.map((each) => readers.ask(inThread, { ...counting, most: each })))
  expect(answers).toEqual(most)
})

test('a thread reads and cannot write', () => {
  const { path, key } = opened()
  const reader = openReader(path, key)
  onTestFinished(() => closeDatabase(reader))
  expect(() => reader.raw.exec(`DELETE FROM case_facts`)).toThrow(/readonly/)
})

test('what a thread cannot answer is read, and its fault told, by the connection that writes', async () => {
  const { readers } = opened()
  const unknown = question('unknown', {
    asked: z.null(),
    answer: z.string(),
    read: (db) => `read in ${db.path.slice(-'prov.klarlagt'.length)}`,
  })
  expect(await readers.ask(unknown, null)).toBe('read in prov.klarlagt')
})

test('a question taken back is not answered, and the next one is', async () => {
  const { readers, addCase } = opened()
  addCase(1)
  const stop = new AbortController()
  const taken = readers.ask(inThread, counting, stop.signal)
  const waiting = [1, 2, 3].map(() => readers.ask(inThread, counting, stop.signal))
  stop.abort(new Error('taken back'))
  for (const each of [taken, ...waiting]) await expect(each).rejects.toThrow('taken back')
  await expect(readers.ask(inThread, counting, stop.signal)).rejects.toThrow('taken back')
  expect(await readers.ask(inThread, counting)).toBe(1)
})

test('threads go on while questions are taken back, as when somebody types', async () => {
  const { readers, addCase } = opened()
  addCase(1)
  readers.prepare()
  for (let letter = 0; letter < 20; letter += 1) {
    const stop = new AbortController()
    const taken = readers.ask(inThread, counting, stop.signal)
    await setTimeout(letter)
    stop.abort(new Error('taken back'))
    await taken.catch(() => undefined)
  }
  expect(await readers.ask(inThread, counting)).toBe(1)
  expect(vi.mocked(startThread).mock.calls.length).toBeLessThan(5)
})

test('a thread that reads for long what nobody wants is given up for another, which goes when it is done', async () => {
  const { db, readers } = opened()
  const insertCase = db.raw.transaction(() => {
    for (let n = 1; n <= 20_000; n += 1) insert(db, 'case_facts', factsRow(n))
  })
  insertCase()
  const pages = question('watch-page', { asked: z.unknown(), answer: z.unknown(), read: () => undefined })
  const slow = {
    asked: { query: everyCase, today: counting.asked.today },
    reader: counting.reader,
    limit: 20_000,
  }
  const stop = new AbortController()
  const forsaken = [1, 2].map(() => readers.ask(pages, slow, stop.signal))
  stop.abort(new Error('taken back'))
  await Promise.allSettled(forsaken)
  expect(await readers.ask(inThread, counting)).toBe(100)
  expect(vi.mocked(startThread).mock.calls.length).toBeGreaterThan(2)
})

test('an archive is closed when nobody reads it any more, and leaves no log beside it', async () => {
  const { db, path, readers, addCase } = opened()
  addCase(1)
  await readers.ask(inThread, counting)
  const late = [
    readers.ask(inThread, counting),
    readers.ask(inThread, counting),
    readers.ask(inThread, counting),
  ]
  const refused = Promise.allSettled(late)
  await readers.end()
  closeDatabase(db)
  for (const { status } of (await refused).slice(2)) expect(status).toBe('rejected')
  await expect(readers.ask(inThread, counting)).rejects.toThrow(ReadingEnded)
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('no file of what the connections share lies beside the archive', async () => {
  const { path, readers } = opened()
  await readers.ask(inThread, counting)
  expect(existsSync(`${path}-shm`)).toBe(false)
})

test('the log is emptied between what is read, and not while somebody reads it', async () => {
  const { db, path, key, addCase } = opened()
  const reader = openReader(path, key)
  onTestFinished(() => closeDatabase(reader))
  addCase(1)
  reader.raw.exec('BEGIN')
  reader.raw.prepare('SELECT count(*) FROM case_facts').get()
  addCase(2)
  let isEmpty = false
  const emptied = withEmptyLog(db, () => {
    isEmpty = true
  })
  await setTimeout(50)
  expect(isEmpty).toBe(false)
  reader.raw.exec('COMMIT')
  await emptied
  expect(isEmpty).toBe(true)
})

test('a thread that cannot open the archive leaves the answer to the connection that writes', async () => {
  const { db, addCase } = opened()
  addCase(1)
  const readers = createReaders(db, new Uint8Array(32))
  expect(await readers.ask(watchCount, counting)).toBe(1)
  await readers.end()
})

test('what is slow is told by its name, and without what was asked', () => {
  const { db } = opened()
  const told: string[] = []
  db.slow = (name) => told.push(name)
  const slow = sql`WITH RECURSIVE t(i, s) AS (SELECT 1, ${'Lisa Berg'} UNION ALL SELECT i + 1, s FROM t WHERE i < 400000)
    SELECT count(*) AS count FROM t`
  all(db, { compile: () => slow.compile(query) }, z.object({ count: z.int() }))
  expect(told).toEqual(['with t'])
})
