import { expect, test } from 'vitest'
import type { CaseId } from '../../../shared/case/ids.ts'
import { caseDetails, inStore, needTemplate, startWithArchive, workAs } from './support.ts'

test('a list tells how many cases it has and how many there are, and where it goes on', async () => {
  const { client } = await startWithArchive()
  for (const number of ['26-3', '26-1', '26-2']) await client.cases.create(caseDetails({ number }))
  const numbers = ({ cases }: { cases: readonly { case: { number: string } }[] }) =>
    cases.map((each) => each.case.number)
  const first = await client.cases.list({ limit: 2 })
  expect(numbers(first)).toEqual(['26-1', '26-2'])
  expect(first.count).toEqual({ found: 3, all: 3 })
  const rest = await client.cases.list({ limit: 2, cursor: first.next })
  expect(numbers(rest)).toEqual(['26-3'])
  expect(rest).not.toHaveProperty('next')
  expect(rest).not.toHaveProperty('count')
  const found = await client.cases.list({ text: '26-2 berg' })
  expect(numbers(found)).toEqual(['26-2'])
  expect(found.count).toEqual({ found: 1, all: 3 })
})

test('those opened last stand in that order, without any that is gone', async () => {
  const { client } = await startWithArchive()
  const ids: CaseId[] = []
  for (const number of ['26-1', '26-2', '26-3'])
    ids.push((await client.cases.create(caseDetails({ number }))).id)
  const recent = [...ids.slice(1), 'cccccccc-0000-4000-8000-000000000009'].toReversed()
  const { cases } = await client.cases.list({ show: 'recent', recent })
  expect(cases.map((each) => each.case.number)).toEqual(['26-3', '26-2'])
})

test('a case becomes mine with the first note that I write in it', async () => {
  const { client } = await startWithArchive()
  const { id: caseId } = await client.cases.create(caseDetails())
  await workAs(client, { name: 'Bo Al', role: 'utredare' })
  const mine = async () => (await client.cases.list({ show: 'mine' })).cases.map((each) => each.case.id)
  expect(await mine()).toEqual([])
  await client.notes.create({ caseId, templateId: needTemplate })
  expect(await mine()).toEqual([caseId])
})

test('a case is found by its number as it is written, and none by another', async () => {
  const { client } = await startWithArchive()
  const { id, number } = await client.cases.create(caseDetails())
  expect((await client.cases.numbered({ number }))?.case.id).toBe(id)
  expect(await client.cases.numbered({ number: number.slice(0, -1) })).toBeUndefined()
})

test('an archive that was made before there were lists has all its cases in them soon, and says so', async () => {
  const { client, path } = await startWithArchive()
  for (let n = 1; n <= 400; n += 1) await client.cases.create(caseDetails({ number: `26-${n}` }))
  const events = await client.changes()
  const told = (async () => {
    for await (const { type } of events) if (type === 'derived') return type
    return undefined
  })()
  await inStore(client, path, ({ raw }) => {
    raw.exec('DELETE FROM case_facts')
    raw.exec('INSERT INTO derive_queue SELECT id FROM cases')
  })
  expect(await told).toBe('derived')
  await expect.poll(async () => (await client.cases.list()).count?.all).toBe(400)
})
