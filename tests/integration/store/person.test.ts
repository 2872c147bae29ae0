import { expect, test } from 'vitest'
import { z } from 'zod'
import { findPerson, personQueries } from '../../../main/store/person.ts'
import { caseDetails, inStore, startWithArchive } from '../core/support.ts'

const details = z.array(z.object({ detail: z.string() }))
const lisa = '18930412-2386'
const bo = { name: 'Bo Lind', personnummer: '18900118-9803' }

test('A person is found by index: of cases, and of all that waits to be derived, none is gone through', async () => {
  const { client, path } = await startWithArchive()
  const plans = await inStore(client, path, ({ raw }) =>
    Object.entries(personQueries).map(([name, sql]) => {
      const steps = details.parse(raw.prepare(`EXPLAIN QUERY PLAN ${sql.replace(/:\w+/g, 'NULL')}`).all())
      return [name, steps.map(({ detail }) => detail).join('; ')]
    }),
  )
  const scanned = plans.map(([name, plan = '']) => [
    name,
    [...plan.matchAll(/SCAN (\w+)/g)].map(([, of]) => of),
  ])
  expect(Object.fromEntries(scanned)).toEqual({
    about: ['derive_queue'],
    // The index of words, by what it matches.
    naming: ['search_index', 'derive_queue'],
    logOfCase: [],
    // Who did something is in no index of the log: read in a thread of its own.
    loggedBy: ['log', 'json_each'],
    loggedNames: ['log'],
  })
  expect(plans.find(([name]) => name === 'naming')?.[1]).toMatch(/search_index VIRTUAL TABLE INDEX \d+:\S*M/)
})

test('A person is found by number and, in the cases of others, by whole name however it is written', async () => {
  const { client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  const named = (name: string, number: string) =>
    client.cases.create(caseDetails({ number, insured: bo, persons: [{ name, role: 'arbetsgivare' }] }))
  await named('LISA  Berg', '26-2')
  await named('Lisa Bergman', '26-3')
  const found = await inStore(client, path, (db) => findPerson(db, { personnummer: lisa }))
  expect(found).toMatchObject({ cases: [id], named: [{ case: '26-2', role: 'arbetsgivare' }] })
})

test('A case that is not derived yet is found as well', async () => {
  const { client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  await client.cases.create(
    caseDetails({ number: '26-2', insured: bo, persons: [{ name: 'Lisa Berg', role: 'arbetsgivare' }] }),
  )
  const found = await inStore(client, path, (db) => {
    db.raw.exec('DELETE FROM case_facts; INSERT OR IGNORE INTO derive_queue (case_id) SELECT id FROM cases')
    return findPerson(db, { personnummer: lisa })
  })
  expect(found).toMatchObject({ cases: [id], named: [{ case: '26-2' }] })
})
