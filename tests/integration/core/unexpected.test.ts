import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { createRouter } from '../../../main/core/router.ts'
import { caseDetails, startWithArchive } from './support.ts'

const secret = 'Lisa Bergs hemliga diagnos'

test('an unexpected failure tells neither caller nor log what somebody wrote', async () => {
  const { core } = await startWithArchive()
  const logged: string[] = []
  const fail = () => {
    throw new TypeError(`cannot read ${secret}`)
  }
  const services = { ...core.services, cases: { ...core.services.cases, list: fail } }
  const client = createRouterClient(createRouter(services, (line) => logged.push(line)))
  const error: unknown = await client.cases.list().catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', defined: false })
  expect(String(error)).not.toContain('hemlig')
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatch(/^TypeError\n\s+at /)
  expect(logged.join()).not.toContain('hemlig')
})

test('a refusal is not logged at all', async () => {
  const logged: string[] = []
  const { client } = await startWithArchive({ log: (line) => logged.push(line) })
  await client.cases.create(caseDetails())
  await expect(client.cases.create(caseDetails())).rejects.toMatchObject({ code: 'CASE_NUMBER_TAKEN' })
  expect(logged).toEqual([])
})
