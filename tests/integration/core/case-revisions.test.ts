import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { router } from '../../../main/core/core.ts'
import { readLog } from '../../../main/store/log.ts'
import type { CaseDetails, StoredCase } from '../../../shared/case/case.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { type Client, caseDetails, changeCase, inStore, refused, startWithArchive } from './support.ts'

const detailsOf = ({ case: { id: _id, ...details } }: StoredCase): CaseDetails => details

/** A change of a case as a window sends it: from the case as that window has read it. */
const updateFrom = (seen: StoredCase, changes: Partial<CaseDetails>) => ({
  id: seen.case.id,
  baseRevision: seen.revision,
  details: { ...detailsOf(seen), ...changes },
})

describe('a change of the details of a case', () => {
  test('is one revision more', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.cases.create(caseDetails())
    expect((await client.cases.get({ id })).revision).toBe(1)
    expect(await changeCase(client, id, { extent: 50 })).toMatchObject({ case: { extent: 50 }, revision: 2 })
    expect((await client.cases.list()).cases).toMatchObject([{ case: { extent: 50 }, revision: 2 }])
  })

  test('from a revision that is no longer the newest is refused with the case as it is, and nothing is written', async () => {
    const { client, path } = await startWithArchive()
    const { id } = await client.cases.create(caseDetails())
    const seen = await client.cases.get({ id })
    const current = await changeCase(client, id, { extent: 50 })
    const { code, data } = await refused(client.cases.update(updateFrom(seen, { expectedLength: 'kortare' })))
    expect(code).toBe('CASE_CHANGED')
    expect(data).toEqual({ current })
    expect(await client.cases.get({ id })).toMatchObject(current)
    // Whoever was refused decides with both in sight, and writes from what it was told.
    const both = await client.cases.update(updateFrom(current, { expectedLength: 'kortare' }))
    expect(both).toMatchObject({ case: { extent: 50, expectedLength: 'kortare' }, revision: 3 })
    const actions = await inStore(client, path, (db) => readLog(db).map(({ action }) => action))
    expect(actions).toEqual(['archive-created', 'case-created', 'case-updated', 'case-updated'])
  })

  test('that is there already makes no revision, so that one sent again after a lost reply is no conflict', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.cases.create(caseDetails())
    const seen = await client.cases.get({ id })
    const events = await client.changes()
    const sent = updateFrom(seen, { extent: 50 })
    const first = await client.cases.update(sent)
    expect(await client.cases.update(sent)).toEqual(first)
    await client.settings.set({ key: 'sist', value: 1 })
    expect((await events.next()).value).toMatchObject({ type: 'case', id })
    expect((await events.next()).value).toMatchObject({ type: 'settings' })
  })
})

type Step = readonly [window: 0 | 1, act: 'read' | 'add']
const steps = fc.array(fc.tuple(fc.constantFrom<0 | 1>(0, 1), fc.constantFrom<Step[1]>('read', 'add')), {
  maxLength: 24,
})

/** Two windows that read the case and each add persons to it as they last saw it; gives the names that were acknowledged. */
async function addPersons(
  clients: readonly [Client, Client],
  id: CaseId,
  todo: readonly Step[],
): Promise<string[]> {
  const [one, other] = clients
  const seen = [await one.cases.get({ id }), await other.cases.get({ id })]
  const acknowledged: string[] = []
  for (const [index, [window, act]] of todo.entries()) {
    const client = clients[window]
    const last = seen[window]
    if (last === undefined || act === 'read') {
      seen[window] = await client.cases.get({ id })
      continue
    }
    const name = `Person ${index}`
    const persons = [...last.case.persons, { name, role: 'arbetsgivare' as const }]
    const sent = await client.cases.update(updateFrom(last, { persons })).catch(() => undefined)
    if (sent !== undefined) acknowledged.push(name)
  }
  return acknowledged
}

test('two windows that change one case lose nothing of what either was told is saved', async () => {
  const { client, core } = await startWithArchive()
  const elsewhere = createRouterClient(router, { context: core.line() })
  let number = 0
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      number += 1
      const { id } = await client.cases.create(caseDetails({ number: `26-${number}` }))
      const acknowledged = await addPersons([client, elsewhere], id, todo)
      const { case: stored, revision } = await client.cases.get({ id })
      expect(stored.persons.map(({ name }) => name)).toEqual(acknowledged)
      expect(revision).toBe(1 + acknowledged.length)
    }),
  )
})
