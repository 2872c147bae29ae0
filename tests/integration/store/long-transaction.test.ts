// What is made over many turns of the event loop, as a demo archive by hundreds of calls, comes to the disk as a whole.
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { type Db, longTransaction, transaction } from '../../../main/store/db.ts'
import { madeDatabase, rowsOf } from './support.ts'

const save = (db: Db, id: string) =>
  transaction(db, () => db.raw.prepare('INSERT INTO phrases (id, phrase) VALUES (?, ?)').run(id, ''))

test('What many calls save is derived once, when all of it is there', async () => {
  const { db } = madeDatabase()
  const derived = vi.fn()
  db.deriving = () => derived
  await longTransaction(db, async () => {
    save(db, 'ett')
    await setImmediate()
    save(db, 'två')
    expect(derived).not.toHaveBeenCalled()
  })
  expect(derived).toHaveBeenCalledOnce()
  expect(rowsOf(db, 'phrases')).toHaveLength(2)
  expect(db.raw.inTransaction).toBe(false)
})

test('Where one of them is refused nothing is kept of the others, and the next can be made', async () => {
  const { db } = madeDatabase()
  const made = longTransaction(db, async () => {
    save(db, 'ett')
    await setImmediate()
    throw new Error('refused')
  })
  await expect(made).rejects.toThrow('refused')
  expect(rowsOf(db, 'phrases')).toEqual([])
  save(db, 'två')
  expect(rowsOf(db, 'phrases')).toHaveLength(1)
})
