import { describe, expect, test } from 'vitest'
import { readRevision, readRevisions } from '../../../main/store/history/revisions.ts'
import { readLog } from '../../../main/store/log.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { digestHolds } from '../../../shared/note/canonical.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  type Client,
  draftWith,
  inStore,
  refused,
  signedNote,
  startWithArchive,
  wholeNeed,
} from './support.ts'

const newest = async (client: Client, id: string) => {
  const template = (await client.templates.list()).findLast((each) => each.id === id)
  if (!template) throw new Error(`No template ${id}`)
  return { id: template.id, version: template.version }
}

/** A need that was begun as such, and moved to Planering where it belongs. */
async function moved() {
  const started = await startWithArchive()
  const draft = await draftWith(started.client, wholeNeed)
  const template = await newest(started.client, 'planering')
  const note = await started.client.notes.move({ id: draft.id, baseRevision: draft.revision, template })
  return { ...started, draft, template, note }
}

describe('a draft that is moved', () => {
  test('is of the other template, with what it asks as well; the rest is set aside in the note', async () => {
    const { client, draft, template, note } = await moved()
    expect(note).toMatchObject({
      template,
      kind: 'planering',
      owner: 'forsakringskassan',
      status: 'utkast',
      revision: draft.revision + 1,
      answers: { samrad: 'ja' },
    })
    const aside = note.setAside?.find(({ answers }) => 'motivering' in answers)
    expect(aside).toMatchObject({
      template: { id: 'behovsklarlaggande' },
      title: { sv: 'Behovsklarläggande' },
      text: wholeNeed.motivering,
    })
    expect(await client.notes.get({ id: note.id })).toEqual(note)
  })

  test('keeps what is set aside through later saves', async () => {
    const { client, note } = await moved()
    const { id, revision, answers } = note
    await client.notes.save({ id, baseRevision: revision, answers: { ...answers, bakgrund: 'Ny text' } })
    expect((await client.notes.get({ id })).setAside).toEqual(note.setAside)
  })

  test('moved back says what it said, and nothing is set aside any more', async () => {
    const { client, draft, note } = await moved()
    const back = await client.notes.move({
      id: note.id,
      baseRevision: note.revision,
      template: draft.template,
    })
    expect(back).toEqual({ ...draft, revision: note.revision + 1, updatedAt: back.updatedAt })
    expect(back).not.toHaveProperty('setAside')
  })

  test('to its own template is left as it is', async () => {
    const { client, note } = await moved()
    const again = await client.notes.move({
      id: note.id,
      baseRevision: note.revision,
      template: note.template,
    })
    expect(again).toEqual(note)
  })

  test('has every revision, and the log and the archive’s own check hold', async () => {
    const { client, core, path, draft, note } = await moved()
    expect(await core.verify()).toEqual([])
    await inStore(client, path, (db) => {
      expect(readRevisions(db, note.id)).toHaveLength(3)
      expect(readRevision(db, note.id, draft.revision).answers).toEqual(wholeNeed)
      expect(readLog(db).at(-1)).toMatchObject({ action: 'note-moved', noteId: note.id })
    })
  })

  test('goes out in a bundle and comes in again as it was', async () => {
    const { client, note } = await moved()
    const json = await client.cases.dump({ id: note.caseId })
    const other = await startWithArchive()
    const { caseId } = await other.client.cases.import({ json })
    const [bundle] = bundleSchema.parse(JSON.parse(await other.client.cases.dump({ id: caseId }))).notes
    expect(bundle).toEqual(bundleSchema.parse(JSON.parse(json)).notes[0])
    expect(bundle?.setAside).toEqual(note.setAside)
  })

  test('is signed with what was set aside, which no export prints', async () => {
    const { client } = await startWithArchive()
    const answers = { motivering: 'Kvar från planeringen', 'ingen-insats-skal': 'x' }
    const begun = await draftWith(client, {})
    const planering = await newest(client, 'planering')
    const first = await client.notes.move({ id: begun.id, baseRevision: begun.revision, template: planering })
    await client.notes.save({ id: first.id, baseRevision: first.revision, answers })
    const back = await client.notes.move({
      id: first.id,
      baseRevision: first.revision + 1,
      template: begun.template,
    })
    const all = { ...back.answers, ...wholeNeed }
    const { revision } = await client.notes.save({ id: back.id, baseRevision: back.revision, answers: all })
    const signed = await client.notes.sign({ id: back.id, baseRevision: revision })
    if (signed.status !== 'journalford') throw new Error('It is not signed.')
    expect(signed.setAside?.map(({ text }) => text)).toContain('x')
    const { caseId: _case, revision: _revision, ...plain } = signed
    expect(digestHolds(plain)).toBe(true)
    expect(digestHolds({ ...plain, setAside: undefined })).toBe(false)
    const file = await client.notes.export({ id: signed.id, format: 'txt', language: 'sv' })
    expect(Buffer.from(file.base64, 'base64').toString('utf8')).not.toContain('Ingen insats')
  })
})

describe('a move is refused, and nothing is changed, where', () => {
  test('the note is journalförd', async () => {
    const { client } = await startWithArchive()
    const { id, revision } = await signedNote(client)
    const template = await newest(client, 'planering')
    const move = client.notes.move({ id, baseRevision: revision, template })
    expect(await refused(move)).toMatchObject({ code: 'NOTE_SIGNED' })
  })
  test('somebody has saved it meanwhile', async () => {
    const { client, note, draft } = await moved()
    const move = client.notes.move({ id: note.id, baseRevision: draft.revision, template: draft.template })
    expect(await refused(move)).toMatchObject({
      code: 'CONFLICT',
      data: { current: { revision: note.revision } },
    })
  })
  test('there is no such template', async () => {
    const { client, note } = await moved()
    const template = { id: templateIdSchema.parse('finns-inte'), version: 1 }
    const move = client.notes.move({ id: note.id, baseRevision: note.revision, template })
    expect(await refused(move)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.notes.get({ id: note.id })).toEqual(note)
  })
})
