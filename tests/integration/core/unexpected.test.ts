import { expect, test } from 'vitest'
import { caseDetails, startCore, startWithArchive } from './support.ts'

const secret = 'Lisa Bergs hemliga diagnos'

test('an unexpected failure tells neither caller nor log what somebody wrote', async () => {
  const logged: string[] = []
  const { client } = startCore({
    log: (line) => logged.push(line),
    now: () => {
      throw new TypeError(`cannot read ${secret}`)
    },
  })
  const user = { name: 'Anna Ek', role: 'utredare' } as const
  const call = client.archive.create({ name: 'Prov', user, passphrase: 'hemlig fras för prov' })
  const error: unknown = await call.catch((reason: unknown) => reason)
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
