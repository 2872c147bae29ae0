import { expect, test } from 'vitest'
import { z } from 'zod'
import { personnummerSchema } from '../../../shared/case/identity.ts'
import { type Client, caseDetails, inStore, signedNote, startWithArchive } from './support.ts'

const extractSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      notes: z.array(z.looseObject({ id: z.string() })),
      others: z.array(z.looseObject({ name: z.string(), notes: z.array(z.string()) })),
    }),
  ),
  named: z.array(z.unknown()),
  log: z.array(z.looseObject({ action: z.string() })),
})
const lisa = personnummerSchema.parse('18930412-2386')
const lisaNamed = { name: 'Lisa Berg', role: 'arbetsgivare' }

async function extracted(client: Client, format: 'json' | 'pdf') {
  const { base64, fileName } = await client.extract.person({ personnummer: lisa, format, language: 'sv' })
  return { fileName, bytes: Buffer.from(base64, 'base64') }
}

/** A case about Lisa with a note that names the investigator, and a case of somebody else that names her. */
async function archive() {
  const started = await startWithArchive()
  const note = await signedNote(started.client)
  const draft = await started.client.amendments.add({ note: note.id })
  await started.client.notes.save({
    id: draft.id,
    baseRevision: 1,
    answers: { motivering: 'Anna Ek ringde.' },
  })
  await started.client.cases.create(
    caseDetails({
      number: '26-2',
      insured: { name: 'Bo Lind', personnummer: '18900118-9803' },
      persons: [lisaNamed],
    }),
  )
  return { ...started, note, draft }
}

test('a registerutdrag holds the cases of a person whole, and of others only that they are named there', async () => {
  const { client, note, draft } = await archive()
  const { bytes, fileName } = await extracted(client, 'json')
  const text = bytes.toString()
  const extract = extractSchema.parse(JSON.parse(text))
  expect(fileName).toBe('registerutdrag-2026-03-04.json')
  expect(extract.cases).toHaveLength(1)
  expect(extract.cases[0]?.notes.map(({ id }) => id)).toEqual([note.id, draft.id])
  expect(extract.cases[0]?.others).toEqual([{ name: 'Anna Ek', notes: [draft.id] }])
  expect(extract.named).toEqual([{ case: '26-2', role: 'arbetsgivare' }])
  expect(text).not.toMatch(/Bo Lind|18900118/)
  expect(extract.log.map(({ action }) => action)).toContain('note-signed')
})

test('it can be had as a document', async () => {
  const { client } = await archive()
  const { bytes } = await extracted(client, 'pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('that it was made is logged, and about whom is not @security-extract', async () => {
  const { client, path } = await archive()
  await extracted(client, 'json')
  const entries = await inStore(client, path, ({ raw }) =>
    raw.prepare(`SELECT * FROM log WHERE action = 'person-extracted'`).all(),
  )
  expect(entries).toMatchObject([{ case_id: null, note_id: null }])
  expect(JSON.stringify(entries)).not.toMatch(/Lisa|1893/)
})
