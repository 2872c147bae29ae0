import { describe, expect, test } from 'vitest'
import type { CaseId } from '../../../shared/case/ids.ts'
import { canonicalRecord, digestHolds, recordDigest } from '../../../shared/note/canonical.ts'
import { type StoredNote, signedNoteSchema } from '../../../shared/note/note.ts'
import {
  anna,
  type Client,
  caseDetails,
  changeCase,
  draftWith,
  needTemplate,
  now,
  planeringTemplate,
  refused,
  signedNote,
  startWithArchive,
  wholeNeed,
} from './support.ts'

/** A whole planering that records two consents, in a case whose need is settled. */
async function planeringWithConsents(client: Client, caseId: CaseId): Promise<StoredNote> {
  const need = await client.notes.create({ caseId, templateId: needTemplate })
  const answers = {
    ...wholeNeed,
    'behov-resultat': { value: 'behov-finns' },
    beskrivning: { blocks: [{ type: 'paragraph', runs: [{ text: 'Arbetsanpassning.' }] }] },
  }
  await client.notes.save({ id: need.id, baseRevision: 1, answers })
  await client.notes.sign({ id: need.id, baseRevision: 2 })
  const planering = await client.notes.create({ caseId, templateId: planeringTemplate })
  await client.notes.save({
    id: planering.id,
    baseRevision: 1,
    answers: {
      mal: { value: 'ordinarie-arbete' },
      datum: '2026-03-04',
      samrad: 'ja',
      'planering-status': { value: 'klar' },
      samtycken: [
        { actor: 'arbetsgivare', consent: 'ja', date: '2026-03-01' },
        { actor: 'halso-och-sjukvarden', consent: 'ej-fragat' },
      ],
      insatser: [
        {
          id: 'r1',
          what: 'Anpassade arbetstider',
          kind: 'arbetsanpassning',
          performer: { actor: 'arbetsgivare' },
          from: '2026-03-09',
          followUp: '2026-04-01',
          status: 'planerad',
        },
      ],
      'nasta-uppfoljning': '2026-04-01',
    },
  })
  return planering
}

describe('journalföring', () => {
  test('locks the note with a digest over its canonical form and the case as it was', async () => {
    const { client, core } = await startWithArchive()
    const note = await signedNote(client)
    if (note.status !== 'journalford') throw new Error('not signed')
    const { signature } = note
    expect(signature).toMatchObject({ by: anna, at: now.toISOString(), sequence: 1, previous: null })
    expect(signature.case).toEqual(caseDetails())
    expect(signature.digest).toBe(recordDigest(canonicalRecord(note, signature)))
    expect(await client.notes.get({ id: note.id })).toEqual(note)
    expect(await core.verify()).toEqual([])
  })

  test('chains each record to the one before it in the same case', async () => {
    const { client, core } = await startWithArchive()
    const first = await signedNote(client)
    const draft = await client.notes.create({ caseId: first.caseId, templateId: needTemplate })
    await client.notes.save({ id: draft.id, baseRevision: 1, answers: wholeNeed })
    const second = await client.notes.sign({ id: draft.id, baseRevision: 2 })
    expect(second).toMatchObject({
      signature: { sequence: 2, previous: first.status === 'journalford' ? first.signature.digest : '' },
    })
    const other = await client.cases.create(caseDetails({ number: '26-2' }))
    const elsewhere = await client.notes.create({ caseId: other.id, templateId: needTemplate })
    await client.notes.save({ id: elsewhere.id, baseRevision: 1, answers: wholeNeed })
    expect(await client.notes.sign({ id: elsewhere.id, baseRevision: 2 })).toMatchObject({
      signature: { sequence: 1, previous: null },
    })
    expect(await core.verify()).toEqual([])
  })

  test('is refused while errors stand in its way, and says which and where', async () => {
    const { client } = await startWithArchive()
    const { samrad: _without, ...answers } = wholeNeed
    const { id } = await draftWith(client, answers)
    const { code, data } = await refused(client.notes.sign({ id, baseRevision: 2 }))
    expect(code).toBe('NOTE_HAS_ERRORS')
    expect(data).toMatchObject({ markers: [{ severity: 'error', where: { field: 'samrad' } }] })
    expect((await client.notes.get({ id })).status).toBe('utkast')
  })

  test('of another revision than the one on screen is a conflict', async () => {
    const { client } = await startWithArchive()
    const { id } = await draftWith(client, wholeNeed)
    expect(await refused(client.notes.sign({ id, baseRevision: 1 }))).toMatchObject({
      code: 'CONFLICT',
      data: { current: { id, revision: 2 } },
    })
  })

  test('happens once, and nothing is saved after it', async () => {
    const { client } = await startWithArchive()
    const { id, revision } = await signedNote(client)
    const signed = { code: 'NOTE_SIGNED', data: { id } }
    expect(await refused(client.notes.sign({ id, baseRevision: revision }))).toMatchObject(signed)
    const save = client.notes.save({ id, baseRevision: revision, answers: { motivering: 'ändrad' } })
    expect(await refused(save)).toMatchObject(signed)
  })

  test('holds for the note alone: a change of the case afterwards changes nothing in it', async () => {
    const { client, core } = await startWithArchive()
    const note = await signedNote(client)
    await changeCase(client, note.caseId, { extent: 25 })
    const { caseId: _case, revision: _revision, ...plain } = await client.notes.get({ id: note.id })
    expect(digestHolds(signedNoteSchema.parse(plain))).toBe(true)
    expect(await core.verify()).toEqual([])
  })

  test('puts the note’s consents into the register of the case; the later date wins', async () => {
    const { client } = await startWithArchive()
    const consents = [{ actor: 'arbetsgivare', consent: 'nej', date: '2026-01-02' }]
    const { id: caseId } = await client.cases.create(caseDetails({ consents }))
    const planering = await planeringWithConsents(client, caseId)
    const signed = await client.notes.sign({ id: planering.id, baseRevision: 2 })
    const register = [
      { actor: 'arbetsgivare', consent: 'ja', date: '2026-03-01' },
      { actor: 'halso-och-sjukvarden', consent: 'ej-fragat' },
    ]
    expect((await client.cases.get({ id: caseId })).case.consents).toEqual(register)
    expect(signed).toMatchObject({ signature: { case: { consents: register } } })
  })

  test('that changes the register is not written over by a window that read the case before it', async () => {
    const { client } = await startWithArchive()
    const { id: caseId } = await client.cases.create(caseDetails())
    const planering = await planeringWithConsents(client, caseId)
    const { revision: baseRevision } = await client.cases.get({ id: caseId })
    await client.notes.sign({ id: planering.id, baseRevision: 2 })
    const late = client.cases.update({ id: caseId, baseRevision, details: caseDetails({ extent: 25 }) })
    expect((await refused(late)).code).toBe('CASE_CHANGED')
    expect((await client.cases.get({ id: caseId })).case.consents).toHaveLength(2)
  })
})
