import { expect, onTestFinished, test, vi } from 'vitest'
import type { Answers } from '../../../shared/note/answers.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  type Client,
  caseDetails,
  type needTemplate,
  planeringTemplate,
  startWithArchive,
  workAs,
} from './support.ts'

/** A case with one note on a template, saved with these answers. */
async function caseWith(client: Client, number: string, templateId: typeof needTemplate, answers: Answers) {
  const { id: caseId } = await client.cases.create(caseDetails({ number }))
  const { id, revision } = await client.notes.create({ caseId, templateId })
  await client.notes.save({ id, baseRevision: revision, answers })
  return { caseId, note: id }
}

const insats = (id: string, row: Answers): Answers[string] => ({
  id,
  what: 'Samtal',
  kind: 'medicinsk',
  performer: { actor: 'halso-och-sjukvarden' },
  status: 'pagar',
  ...row,
})

test('insatser that aim at nothing, of every case, each with the row that says so and why', async () => {
  const { client } = await startWithArchive()
  const one = await caseWith(client, '26-1', planeringTemplate, {
    insatser: [
      insats('utan-syfte', {}),
      insats('med-syfte', { what: 'Arbetsträning', purpose: 'Kunna arbeta halvtid.' }),
      insats('over', { what: 'Samtal i vintras', status: 'genomford' }),
    ],
  })
  const other = await caseWith(client, '26-2', planeringTemplate, {
    insatser: [insats('mabra', { what: 'Mindfulness', purpose: 'Må bättre.' })],
  })
  await caseWith(client, '26-3', planeringTemplate, {
    insatser: [insats('malet', { purpose: 'Tillbaka till jobbet.' })],
  })
  expect(await client.review.aimless()).toMatchObject([
    {
      ...one,
      caseNumber: '26-1',
      insured: 'Lisa Berg',
      what: 'Samtal',
      field: 'insatser',
      row: 'utan-syfte',
      why: ['no-purpose'],
    },
    { ...other, caseNumber: '26-2', what: 'Mindfulness', row: 'mabra', why: ['purpose-without-work'] },
  ])
})

test('an insats that a later note gives a purpose is no longer aimless', async () => {
  const { client } = await startWithArchive()
  const { caseId, note } = await caseWith(client, '26-1', planeringTemplate, {
    insatser: [insats('samtal', {})],
  })
  expect(await client.review.aimless()).toHaveLength(1)
  const { revision } = await client.notes.get({ id: note })
  await client.notes.save({
    id: note,
    baseRevision: revision,
    answers: { insatser: [insats('samtal', { purpose: 'Orka arbeta heltid.' })] },
  })
  expect(await client.review.aimless()).toEqual([])
  expect((await client.cases.get({ id: caseId })).case.number).toBe('26-1')
})

test('the use of plan and planering in every case, each place in its sentence and with its field', async () => {
  const { client } = await startWithArchive()
  const text = 'Bor nära. Vår plan för återgång börjar i april. Planeringen följs upp.'
  const one = await caseWith(client, '26-1', planeringTemplate, {
    'sociala-faktorer': text,
    insatser: [insats('rad', { purpose: 'Följa planen.' })],
  })
  const other = await caseWith(client, '26-2', templateIdSchema.parse('behovsklarlaggande'), {
    beskrivning: { blocks: [{ type: 'paragraph', runs: [{ text: 'Arbetsgivarens plan kom i går.' }] }] },
  })
  await caseWith(client, '26-3', planeringTemplate, { 'sociala-faktorer': 'Bor nära.' })
  const listed = await client.review.words()
  expect(listed).toMatchObject([
    {
      caseId: one.caseId,
      note: one.note,
      caseNumber: '26-1',
      signed: false,
      plan: 2,
      planering: 1,
      places: [
        {
          field: 'sociala-faktorer',
          label: { sv: 'Sociala faktorer, som utbildning och bostadsort' },
          why: 'own-plan',
          marked: ['', 'Vår plan', ' för återgång börjar i april'],
          instead: 'planering',
        },
        { field: 'insatser', row: 'rad', column: 'purpose', why: 'whose-plan' },
      ],
    },
    { caseId: other.caseId, plan: 1, planering: 0, places: [] },
  ])
  // Whoever may read a case may read what it says.
  await workAs(client, { name: 'Per Lind', role: 'lasare' })
  expect(await client.review.words()).toEqual(listed)
})

test('a list that nobody waits for any more is read no further', async () => {
  const { client } = await startWithArchive()
  for (const number of ['26-1', '26-2']) await client.cases.create(caseDetails({ number }))
  let clock = 0
  // Each case takes longer than a stretch.
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 20
    return clock
  })
  onTestFinished(() => spy.mockRestore())
  const stop = new AbortController()
  const asked = client.review.words(undefined, { signal: stop.signal })
  stop.abort()
  await expect(asked).rejects.toThrow('aborted')
})
