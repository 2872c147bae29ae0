import { expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema } from '../../../shared/case/ids.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { caseDetails, needTemplate, refused, startWithArchive, wholeNeed } from './support.ts'

const today = isoDateSchema.parse('2026-03-04')
const afterDay30 = isoDateSchema.parse('2026-01-02')

test('what needs somebody follows each save, each change of the case and each day', async () => {
  const { client } = await startWithArchive()
  const { id: caseId } = await client.cases.create(caseDetails({ expectedLength: 'kortare' }))
  const problems = async (day = today) => {
    const [attention] = await client.cases.attention({ today: day, cases: [caseId] })
    expect(attention?.caseId).toBe(caseId)
    return attention?.problems
  }
  expect(await problems()).toEqual({ error: 0, warning: 0, info: 0 })

  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  expect((await problems())?.error).toBeGreaterThan(0)
  await client.notes.save({ id, baseRevision: 1, answers: wholeNeed })
  expect((await problems())?.error).toBe(0)
  await client.notes.sign({ id, baseRevision: 2 })
  expect(await problems()).toEqual({ error: 0, warning: 0, info: 0 })

  await client.cases.update({ id: caseId, baseRevision: 1, details: caseDetails() })
  expect(await problems()).toEqual({ error: 0, warning: 1, info: 0 })
  expect(await problems(isoDateSchema.parse('2025-12-30'))).toEqual({ error: 0, warning: 0, info: 0 })
  expect(await problems(afterDay30)).toEqual({ error: 0, warning: 1, info: 0 })
})

test('what is signed is checked no more', async () => {
  const { client } = await startWithArchive()
  const { id: caseId } = await client.cases.create(caseDetails())
  const templateId = templateIdSchema.parse('arbetsgivarens-plan')
  const { id } = await client.notes.create({ caseId, templateId })
  const answers = {
    'plan-status': { value: 'inkommen' },
    'inkom-datum': '2026-03-02',
    kanal: { value: 'blankett' },
    foljbar: 'nej',
  }
  await client.notes.save({ id, baseRevision: 1, answers })
  const [draft] = await client.cases.attention({ today, cases: [caseId] })
  expect(draft?.problems).toEqual({ error: 0, warning: 1, info: 0 })
  await client.notes.sign({ id, baseRevision: 2 })
  const [signed] = await client.cases.attention({ today, cases: [caseId] })
  expect(signed?.problems).toEqual({ error: 0, warning: 0, info: 0 })
})

test('of the cases that are named, but for one that is gone', async () => {
  const { client } = await startWithArchive()
  const one = await client.cases.create(caseDetails())
  const two = await client.cases.create(caseDetails({ number: '26-2' }))
  const asked = async (cases: (typeof one.id)[]) =>
    (await client.cases.attention({ today, cases })).map(({ caseId }) => caseId)
  const gone = caseIdSchema.parse('00000000-0000-4000-8000-000000000009')
  expect(await asked([two.id, gone, one.id])).toEqual([two.id, one.id])
  expect(await asked([two.id])).toEqual([two.id])
  await client.archive.close()
  expect((await refused(client.cases.attention({ today, cases: [two.id] }))).code).toBe('ARCHIVE_CLOSED')
})
