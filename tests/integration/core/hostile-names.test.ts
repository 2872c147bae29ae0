import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Core, router } from '../../../main/core/core.ts'
import { lineOptions } from '../../../shared/api/line-options.ts'
import type { Json } from '../../../shared/fields/json.ts'
import { type Answers, answersSchema } from '../../../shared/note/answers.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import {
  type Client,
  caseDetails,
  draftWith,
  needTemplate,
  refused,
  startWithArchive,
  wholeNeed,
} from './support.ts'

/** Names that every object has a member of, or takes for its prototype. */
const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'toJSON', 'length']

const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>('text', 0, true, null),
    fc.array(tie('value'), { maxLength: 2 }),
    fc
      .array(fc.tuple(fc.constantFrom(...hostile), tie('value')), { maxLength: 3 })
      .map((pairs): Json => Object.fromEntries(pairs)),
  ),
})).value
const answersOf: fc.Arbitrary<Answers> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...hostile), values), { selector: ([name]) => name, maxLength: 4 })
  .map((pairs) => answersSchema.parse(Object.fromEntries([...pairs, ...Object.entries(wholeNeed)])))

/** The core as a window has it: at the other end of a line. */
function overLine(core: Core): Client {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  new RPCHandler(router, lineOptions).upgrade(port1, { context: core.line() })
  port2.start()
  return createORPCClient(new RPCLink({ port: port2, ...lineOptions }))
}

describe('answers whose names every object has', () => {
  test('are kept through save, reading, signing, dump and import, also over a line', async () => {
    const { client, core } = await startWithArchive()
    const window = overLine(core)
    const other = await startWithArchive()
    let number = 0
    await fc.assert(
      fc.asyncProperty(answersOf, async (answers) => {
        number += 1
        const { id: caseId } = await client.cases.create(caseDetails({ number: `26-${number}` }))
        const { id } = await client.notes.create({ caseId, templateId: needTemplate })
        const { revision } = await window.notes.save({ id, baseRevision: 1, answers })
        const read = await window.notes.get({ id })
        expect(JSON.stringify(read.answers)).toBe(JSON.stringify(answers))
        await window.notes.save({ id, baseRevision: revision, answers: read.answers })
        await window.notes.sign({ id, baseRevision: revision })
        const json = await client.cases.dump({ id: caseId })
        await other.client.cases.import({ json })
        expect(await other.client.cases.dump({ id: caseId })).toBe(json)
        expect(JSON.parse(json)).toHaveProperty('notes[0].status', 'journalford')
        expect(JSON.stringify(bundleSchema.parse(JSON.parse(json)).notes[0]?.answers)).toBe(
          JSON.stringify(answers),
        )
      }),
      { numRuns: 40 },
    )
    expect(await core.verify()).toEqual([])
    expect(await other.core.verify()).toEqual([])
    expect(Reflect.ownKeys({})).toEqual([])
  })

  test('are told of where no field takes them, each at its place', async () => {
    const { client } = await startWithArchive()
    const { id, caseId } = await draftWith(
      client,
      answersSchema.parse(JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2 }')),
    )
    const json = (await client.cases.dump({ id: caseId }))
      .replaceAll(caseId, '7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01')
      .replaceAll(id, '0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11')
      .replace('26-1187', '26-1')
    const { findings } = await client.cases.import({ json })
    expect(findings).toEqual(
      ['__proto__', 'constructor'].map((field) => ({
        path: `notes[0].answers.${field}`,
        message: { key: 'errors.bundle.unknownField', params: { field } },
      })),
    )
  })

  test('are under the digest: one that is changed after signing is refused', async () => {
    const { client } = await startWithArchive()
    const named = answersSchema.parse(JSON.parse('{ "__proto__": "signerat" }'))
    const answers: Answers = { ...wholeNeed, ...named }
    const { id, caseId } = await draftWith(client, answers)
    await client.notes.sign({ id, baseRevision: 2 })
    const json = await client.cases.dump({ id: caseId })
    const other = await startWithArchive()
    const { data } = await refused(other.client.cases.import({ json: json.replace('signerat', 'ändrat') }))
    expect(data).toMatchObject({ problems: [{ path: 'notes[0].signature.digest' }] })
  })
})
