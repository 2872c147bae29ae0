import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { markerSchema } from '../../../shared/note/marker.ts'
import type { ReadSentence } from '../../../shared/note/note.ts'
import {
  anna,
  draftWith,
  inWords,
  matching,
  now,
  refused,
  startWithArchive,
  wholeNeed,
  workAs,
} from './support.ts'

const errorsSchema = z.object({ markers: z.array(markerSchema) })
const field = fieldIdSchema.parse('motivering')
const answers = { ...wholeNeed, motivering: 'Vår plan för återgång gäller. Hon är åter i arbete.' }
const ours: ReadSentence = { rule: 'R2', field, sentence: 'Vår plan för återgång gäller.' }
const later = new Date('2026-03-05T10:00:00Z')
const eva = { name: 'Eva Sten', role: 'specialist' } as const
const stamped = { by: anna, at: now.toISOString() }

/** A draft with one objection, by Anna, and a core whose clock the test turns. */
async function withObjection() {
  let time = now
  const started = await startWithArchive({ now: () => time })
  const draft = await draftWith(started.client, answers)
  const save = { id: draft.id, baseRevision: draft.revision, answers, objections: [ours] }
  const saved = await started.client.notes.save(save)
  return { ...started, id: draft.id, saved, pass: () => (time = later) }
}

describe('an objection that is saved', () => {
  test('is by the user of the archive, at the time of the save, and is told at once', async () => {
    const { client, id, saved } = await withObjection()
    expect(saved).toMatchObject({
      revision: 3,
      savedAt: stamped.at,
      objections: [{ ...ours, ...stamped }],
    })
    expect(await client.notes.get({ id })).toMatchObject({ objections: [{ ...ours, ...stamped }] })
  })

  test('cannot be given in another’s name', async () => {
    const { client, id } = await withObjection()
    const forged = { ...ours, sentence: 'En annan.', by: eva, at: stamped.at }
    const save = { id, baseRevision: 3, answers, objections: [forged] }
    await expect(client.notes.save(save)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('keeps who made it and when, whoever saves the note later', async () => {
    const { client, id, pass } = await withObjection()
    pass()
    const worker = await workAs(client, eva)
    const other = { ...ours, sentence: 'Planen är vår.' }
    const { objections } = await client.notes.save({
      id,
      baseRevision: 3,
      answers,
      objections: [other, ours],
    })
    expect(objections).toMatchObject([
      { ...other, by: worker, at: later.toISOString() },
      { ...ours, ...stamped },
    ])
  })

  test('sent again makes no revision; taken back makes one, without it', async () => {
    const { client, id } = await withObjection()
    const again = { id, baseRevision: 2, answers, objections: [ours, ours] }
    expect(await client.notes.save(again)).toMatchObject({ revision: 3 })
    expect(await client.notes.save({ id, baseRevision: 3, answers })).toMatchObject({ revision: 4 })
    expect(await client.notes.get({ id })).not.toHaveProperty('objections')
  })

  test('meets another’s save as answers do', async () => {
    const { client, id } = await withObjection()
    const save = { id, baseRevision: 2, answers, objections: [] }
    expect(await refused(client.notes.save(save))).toMatchObject({ code: 'CONFLICT' })
  })

  test('to what stands in the way of signing lets the note be signed; it goes with the bundle to another archive', async () => {
    const { client, core } = await startWithArchive()
    const { id, revision } = await draftWith(client, answers)
    const { code, data } = await refused(client.notes.sign({ id, baseRevision: revision }))
    expect(code).toBe('NOTE_HAS_ERRORS')
    const objections = errorsSchema
      .parse(data)
      .markers.flatMap(({ fixes }) => fixes.flatMap((fix) => (fix.kind === 'object' ? [fix.to] : [])))
    await client.notes.save({ id, baseRevision: revision, answers, objections })
    const signed = await client.notes.sign({ id, baseRevision: revision + 1 })
    expect(await core.verify()).toEqual([])
    const json = await client.cases.dump({ id: signed.caseId })
    const { client: other, core: there } = await startWithArchive()
    expect(await other.cases.import({ json })).toMatchObject({ findings: [] })
    expect(await other.notes.get({ id })).toMatchObject({
      objections: objections.map((one) => ({ ...one, ...stamped })),
    })
    expect(objections).toHaveLength(1)
    expect(await there.verify()).toEqual([])
    expect(await refused(client.notes.save({ id, baseRevision: 3, answers }))).toMatchObject({
      code: 'NOTE_SIGNED',
    })
  })
})

describe('a bundle with objections', () => {
  async function changed(objection: Record<string, unknown>) {
    const { client, id } = await withObjection()
    const { caseId } = await client.notes.get({ id })
    const dumped = bundleSchema.parse(JSON.parse(await client.cases.dump({ id: caseId })))
    const notes = dumped.notes.map((note) => ({
      ...note,
      objections: [{ ...ours, ...stamped, ...objection }],
    }))
    const { client: other } = await startWithArchive()
    return () => other.cases.import({ json: JSON.stringify({ ...dumped, notes }) })
  }

  test('is taken in where one is to a field that the template has not, and that is told', async () => {
    const take = await changed({ field: 'forut-fanns' })
    const { findings } = await take()
    expect(inWords(findings)).toEqual([
      { path: 'notes[0].objections[0].field', message: matching(/forut-fanns/) },
    ])
  })

  test.each([
    ['without a name', { by: { name: ' ', role: 'utredare' } }],
    ['at no time', { at: 'igår' }],
    ['to no rule', { rule: 'falt/datum' }],
    ['with half a surrogate pair', { sentence: 'Vår \ud800 plan' }],
  ])('is refused with one %s', async (_what, objection) => {
    const take = await changed(objection)
    expect(await refused(take())).toMatchObject({ code: 'BUNDLE_REFUSED' })
  })
})
