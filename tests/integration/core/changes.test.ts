import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { router } from '../../../main/core/core.ts'
import type { ChangeEvent } from '../../../shared/api/contract.ts'
import {
  anna,
  caseDetails,
  needTemplate,
  passphrase,
  refused,
  startCore,
  startWithArchive,
  wholeNeed,
} from './support.ts'

async function take(events: AsyncIterator<ChangeEvent>, count: number): Promise<ChangeEvent[]> {
  const taken: ChangeEvent[] = []
  while (taken.length < count) {
    const next = await events.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

test('each window is told of every change, in order, with ids alone, and which are its own', async () => {
  const { client, core } = startCore()
  const elsewhere = createRouterClient(router, { context: core.line() })
  const one = await client.changes()
  const other = await elsewhere.changes()
  await client.archive.create({ name: 'Prov', user: anna, passphrase })
  const { id: caseId } = await client.cases.create(caseDetails())
  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  await client.notes.save({ id, baseRevision: 1, answers: wholeNeed })
  await client.notes.sign({ id, baseRevision: 2 })
  await client.settings.set({ key: 'a', value: 1 })
  const expected = [
    { type: 'archive' },
    { type: 'case', id: caseId },
    { type: 'note', id, caseId },
    { type: 'note-saved', id, caseId },
    { type: 'note', id, caseId },
    { type: 'settings' },
  ]
  expect(await take(one, 6)).toEqual(expected.map((change) => ({ ...change, own: true })))
  expect(await take(other, 6)).toEqual(expected.map((change) => ({ ...change, own: false })))
})

test('a refused save and a save of nothing new tell nobody anything', async () => {
  const { client } = await startWithArchive()
  const { id: caseId } = await client.cases.create(caseDetails())
  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  const events = await client.changes()
  await refused(client.notes.save({ id, baseRevision: 7, answers: { a: 'b' } }))
  await client.notes.save({ id, baseRevision: 1, answers: {} })
  await client.settings.set({ key: 'sist', value: 1 })
  expect(await take(events, 1)).toEqual([{ type: 'settings', own: true }])
})

test('a window that does not read loses nothing', async () => {
  const { client } = await startWithArchive()
  const events = await client.changes()
  for (let n = 0; n < 300; n += 1) await client.settings.set({ key: 'n', value: n })
  expect(await take(events, 300)).toHaveLength(300)
})

test('the stream ends when the window goes away, and when the core closes', async () => {
  const { client, core } = await startWithArchive()
  const leaving = new AbortController()
  const left = await client.changes(undefined, { signal: leaving.signal })
  const waiting = left.next()
  leaving.abort()
  expect(await waiting).toMatchObject({ done: true })

  const staying = await client.changes()
  const rest = take(staying, Number.POSITIVE_INFINITY)
  await core.close()
  expect((await rest).every(({ type }) => type === 'archive')).toBe(true)
  expect(await staying.next()).toMatchObject({ done: true })
})
