import { expect, test } from 'vitest'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { caseDetails, passphrase, planeringTemplate, startCore, startWithArchive } from './support.ts'

const followUpTemplate = templateIdSchema.parse('uppfoljning-av-planering')

test('a follow-up begins with the goal, the consents and the open insatser of its case, and keeps saying so', async () => {
  const { client, core, dataDir, path } = await startWithArchive()
  const consents = [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-01-12' }]
  const { id: caseId } = await client.cases.create(caseDetails({ consents }))
  const planering = await client.notes.create({ caseId, templateId: planeringTemplate })
  const insatser = [
    { id: 'a', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' }, status: 'pagar' },
    { id: 'b', what: 'Samtalsstöd', performer: { actor: 'foretagshalsovard' }, status: 'genomford' },
  ]
  await client.notes.save({
    id: planering.id,
    baseRevision: 1,
    answers: { mal: { value: 'ordinarie-arbete' }, insatser },
  })

  const begun = await client.notes.create({ caseId, templateId: followUpTemplate })
  const from = { kind: 'note', note: planering.id }
  expect(begun.answers).toEqual({
    planeringen: { note: planering.id },
    insatser: [insatser[0]],
    mal: { value: 'ordinarie-arbete' },
    samtycken: consents,
  })
  expect(begun.takenOver).toEqual([
    { field: 'planeringen', from },
    { field: 'insatser', from },
    { field: 'mal', from },
    { field: 'samtycken', from: { kind: 'case' } },
  ])

  const answers = { ...begun.answers, datum: '2026-03-01' }
  await client.notes.save({ id: begun.id, baseRevision: 1, answers })
  await core.close()
  const again = startCore({ dataDir })
  await again.client.archive.open({ path, passphrase })
  expect(await again.client.notes.get({ id: begun.id })).toMatchObject({
    revision: 2,
    answers,
    takenOver: begun.takenOver,
  })
})
