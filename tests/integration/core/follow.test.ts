import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { casesWaiting } from '../../../main/store/derived/keep.ts'
import { readRevisions } from '../../../main/store/history/revisions.ts'
import { readLog } from '../../../main/store/log.ts'
import { readWriters } from '../../../main/store/review.ts'
import type { FollowProgress } from '../../../shared/api/follow.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { anchorSchema } from '../../../shared/comments/thread.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  type Client,
  caseDetails,
  inStore,
  needTemplate,
  present,
  refused,
  startWithArchive,
  wholeNeed,
  workAs,
} from './support.ts'

const person = { name: 'Karin Lind', role: 'arbetsgivare' }
const meeting: Answers = {
  datum: '2026-02-20',
  deltagare: [
    { id: 'a', answers: { person, narvarade: 'ja' } },
    { id: 'b', answers: { person: { ...person, name: 'Nils Ny' }, narvarade: 'nej' } },
  ],
}
const older: Answers = { tidsgrans: { value: 'dag-180' }, 'den-forsakrades-syn': 'Vill tillbaka.' }

const bundleShape = z.looseObject({ notes: z.array(z.looseObject({ template: z.looseObject({}) })) })

/** An archive in which notes of earlier versions were received as a bundle: they pin those. */
async function withOlder(drafts: readonly { template: string; answers: Answers }[]) {
  const before = await startWithArchive()
  const { id: caseId } = await before.client.cases.create(caseDetails())
  for (const { template } of drafts)
    await before.client.notes.create({ caseId, templateId: templateIdSchema.parse(template) })
  const bundle = bundleShape.parse(JSON.parse(await before.client.cases.dump({ id: caseId })))
  const notes = bundle.notes.map((note, index) => ({
    ...note,
    template: { ...note.template, version: 1 },
    answers: drafts[index]?.answers ?? {},
    takenOver: [{ field: 'datum', from: { kind: 'case' } }],
  }))
  const started = await startWithArchive()
  const imported = await started.client.cases.import({ json: JSON.stringify({ ...bundle, notes }) })
  return {
    ...started,
    caseId: imported.caseId,
    notes: await started.client.notes.ofCase({ caseId: imported.caseId }),
  }
}

/** Written in by the one who works, and handed in for review. */
async function handedIn(client: Client, { id, revision, answers }: StoredNote): Promise<StoredNote> {
  await client.notes.save({ id, baseRevision: revision, answers: { ...answers, paverkan: 'Ny' } })
  await client.review.act({ id, baseRevision: revision + 1, verb: 'lamna-in' })
  return client.notes.get({ id })
}

const noteOf = async (client: Client, caseId: CaseId, index = 0): Promise<StoredNote> =>
  present((await client.notes.ofCase({ caseId }))[index])

describe('a draft that follows its template', () => {
  test('is of the later version, and what its answers say stands where that asks for it', async () => {
    const { client, path, notes } = await withOlder([{ template: 'avstamningsmote', answers: meeting }])
    const { id, revision } = present(notes[0])
    const note = await client.follow.note({ id, baseRevision: revision, version: 2 })
    expect(note).toMatchObject({
      template: { id: 'avstamningsmote', version: 2 },
      revision: revision + 1,
      answers: {
        deltagare: [{ id: 'a', answers: { person } }],
        franvarande: [{ id: 'b', answers: { person: { ...person, name: 'Nils Ny' } } }],
      },
    })
    expect(await client.notes.get({ id })).toEqual(note)
    await inStore(client, path, (db) => {
      expect(readRevisions(db, id).at(-1)).toMatchObject({ cause: 'foljde-mallen', template: { version: 2 } })
      expect(readLog(db).at(-1)).toMatchObject({ action: 'note-followed', noteId: id })
    })
  })

  test('what finds no place is set aside in it; undone, it is what it was', async () => {
    const { client, core, notes } = await withOlder([{ template: 'planering', answers: older }])
    const before = present(notes[0])
    const note = await client.follow.note({ id: before.id, baseRevision: before.revision, version: 2 })
    expect(note.setAside).toMatchObject([{ answers: { tidsgrans: { value: 'dag-180' } } }])
    const back = await client.follow.undo({ id: note.id, baseRevision: note.revision })
    expect(back).toEqual({ ...before, revision: note.revision + 1, updatedAt: back.updatedAt })
    expect(await core.verify()).toEqual([])
  })

  test('comments on rows and fields stand where their answers do, there and back', async () => {
    const { client, notes } = await withOlder([
      { template: 'arbetsgivarens-plan', answers: { kanal: { value: 'via-den-forsakrade' } } },
    ])
    const { id, revision } = present(notes[0])
    const kanal = anchorSchema.parse({ kind: 'field', field: 'kanal' })
    await client.comments.begin({ note: id, anchor: kanal, text: 'Hur då?' })
    const placeNow = async () => (await client.comments.ofNote({ note: id }))[0]?.place
    const note = await client.follow.note({ id, baseRevision: revision, version: 2 })
    expect(await placeNow()).toEqual({ kind: 'field', field: 'avsandare' })
    await client.follow.undo({ id, baseRevision: note.revision })
    expect(await placeNow()).toEqual(kanal)
  })

  test('whoever lets it follow has not written in it, and can review it', async () => {
    const { client, path, notes } = await withOlder([{ template: 'planering', answers: older }])
    const { id, revision } = present(notes[0])
    await workAs(client, { name: 'Sara Holm', role: 'specialist' })
    await client.follow.note({ id, baseRevision: revision, version: 2 })
    await inStore(client, path, (db) => {
      expect(readWriters(db, present(notes[0])).map(({ name }) => name)).not.toContain('Sara Holm')
    })
  })
})

describe('it is refused, and nothing is changed, where', () => {
  test('somebody has saved since', async () => {
    const { client, notes } = await withOlder([{ template: 'planering', answers: older }])
    const { id, revision } = present(notes[0])
    await client.notes.save({ id, baseRevision: revision, answers: { ...older, paverkan: 'Ny' } })
    const refusal = await refused(client.follow.note({ id, baseRevision: revision, version: 2 }))
    expect(refusal.code).toBe('CONFLICT')
    expect((await client.notes.get({ id })).template.version).toBe(1)
  })

  test('it is handed in for review', async () => {
    const { client, notes } = await withOlder([{ template: 'planering', answers: older }])
    const { id, revision } = await handedIn(client, present(notes[0]))
    const refusal = await refused(client.follow.note({ id, baseRevision: revision, version: 2 }))
    expect(refusal.code).toBe('NOTE_FROZEN')
  })

  test('there is no such version, or something has been written since it followed', async () => {
    const { client, notes } = await withOlder([{ template: 'planering', answers: older }])
    const { id, revision } = present(notes[0])
    expect((await refused(client.follow.note({ id, baseRevision: revision, version: 9 }))).code).toBe(
      'NOT_FOUND',
    )
    const note = await client.follow.note({ id, baseRevision: revision, version: 2 })
    await client.notes.save({ id, baseRevision: note.revision, answers: { ...note.answers, paverkan: 'Ny' } })
    expect((await refused(client.follow.undo({ id, baseRevision: note.revision + 1 }))).code).toBe(
      'NOT_FOUND',
    )
  })
})

describe('all drafts of a template', () => {
  const drafts = [
    { template: 'planering', answers: older },
    { template: 'planering', answers: older },
    { template: 'avstamningsmote', answers: meeting },
  ]
  const told = async (client: Client, input: Parameters<Client['follow']['all']>[0]) => {
    const events: FollowProgress[] = []
    for await (const event of await client.follow.all(input)) events.push(event)
    return events
  }

  test('follow, and it is told how far it has come; what is handed in stays as it is', async () => {
    const { client, core, caseId, notes } = await withOlder(drafts)
    await handedIn(client, present(notes[0]))
    const events = await told(client, { template: templateIdSchema.parse('planering') })
    expect(events).toEqual([
      { done: 0, total: 2, followed: 0, stayed: 0 },
      { done: 2, total: 2, followed: 1, stayed: 1 },
    ])
    const versions = (await client.notes.ofCase({ caseId })).map((note) => note.template.version)
    expect(versions).toEqual([1, 2, 1])
    expect((await told(client, {})).at(-1)).toEqual({ done: 2, total: 2, followed: 1, stayed: 1 })
    expect(await core.verify()).toEqual([])
  })

  test('follow, and what is derived of their cases is in step soon after', async () => {
    const { client, path } = await withOlder(drafts)
    const changes = await client.changes()
    await told(client, {})
    for await (const { type } of changes) if (type === 'derived') break
    await inStore(client, path, (db) => expect(casesWaiting(db)).toBe(0))
  })

  test('follow, and what is signed stays to the letter, in every way to it', async () => {
    const { client, path, notes } = await withOlder([{ template: needTemplate, answers: wholeNeed }])
    const { id, revision } = present(notes[0])
    const signed = await client.notes.sign({ id, baseRevision: revision })
    expect(await told(client, {})).toEqual([{ done: 0, total: 0, followed: 0, stayed: 0 }])
    const itself = await refused(client.follow.note({ id, baseRevision: signed.revision, version: 2 }))
    expect(itself.code).toBe('NOTE_SIGNED')
    await inStore(client, path, (db) => {
      expect(() => db.raw.exec('UPDATE notes SET template_version = 2')).toThrow(/signed/)
    })
    expect(await client.notes.get({ id })).toEqual(signed)
  })

  test('wait no more where nobody listens any more', async () => {
    const { client, caseId } = await withOlder(drafts)
    for await (const event of await client.follow.all({})) if (event.done === 0) break
    expect((await noteOf(client, caseId)).template.version).toBe(1)
  })
})
