import { describe, expect, test } from 'vitest'
import type { NoteId } from '../../../shared/case/ids.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import {
  type Client,
  inStore,
  now,
  planeringTemplate,
  refused,
  signedNote,
  startWithArchive,
  wholeNeed,
} from './support.ts'

const motivering = 'Lisa är tillbaka i arbete den 16 mars.'

async function sign(client: Client, { id }: StoredNote): Promise<StoredNote> {
  return client.notes.sign({ id, baseRevision: (await client.notes.get({ id })).revision })
}

/** A signed rättelse of a note. */
async function corrected(client: Client, note: NoteId): Promise<StoredNote> {
  const draft = await client.amendments.correct({ note })
  await client.notes.save({ id: draft.id, baseRevision: 1, answers: { ...draft.answers, motivering } })
  return sign(client, draft)
}

const annul = (client: Client, note: NoteId) =>
  client.amendments.annul({ note, reason: 'Skriven i fel ärende.' })

describe('a rättelse', () => {
  test('is a draft of the same version with all that the note says, and says where it is from', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    const draft = await client.amendments.correct({ note: note.id })
    expect(draft).toMatchObject({
      status: 'utkast',
      template: note.template,
      answers: note.answers,
      amends: { verb: 'rattelse', note: note.id },
    })
    expect(draft.takenOver?.map(({ field }) => field)).toEqual(Object.keys(note.answers))
    expect(new Set(draft.takenOver?.map(({ from }) => from))).toEqual(
      new Set(Object.keys(note.answers).map(() => ({ kind: 'note', note: note.id }))),
    )
    expect(await client.notes.get({ id: draft.id })).toEqual(draft)
  })

  test('is signed with what it corrects in its record, and leaves that as it was', async () => {
    const { client, core, path } = await startWithArchive()
    const note = await signedNote(client)
    const rattelse = await corrected(client, note.id)
    expect(await client.notes.get({ id: note.id })).toEqual(note)
    const canonical = await inStore(client, path, ({ raw }) =>
      raw.prepare('SELECT canonical FROM records WHERE note_id = ?').pluck().get(rattelse.id),
    )
    expect(canonical).toContain(`"amends":{"note":"${note.id}","verb":"rattelse"}`)
    expect(await core.verify()).toEqual([])
  })

  test('of a rättelse goes on the same way', async () => {
    const { client, core } = await startWithArchive()
    const first = await signedNote(client)
    const second = await corrected(client, first.id)
    const third = await corrected(client, second.id)
    expect(third.amends).toEqual({ verb: 'rattelse', note: second.id })
    expect(await core.verify()).toEqual([])
  })

  test('keeps what it corrects when it is saved and when it is moved to another template', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    const draft = await client.amendments.correct({ note: note.id })
    await client.notes.save({ id: draft.id, baseRevision: 1, answers: { motivering } })
    const moved = await client.notes.move({
      id: draft.id,
      baseRevision: 2,
      template: { id: planeringTemplate, version: 1 },
    })
    expect(moved.amends).toEqual(draft.amends)
  })
})

describe('a komplettering', () => {
  test('is an empty draft of the same template, or of the one that is chosen', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    const amends = { verb: 'komplettering', note: note.id }
    expect(await client.amendments.add({ note: note.id })).toMatchObject({
      amends,
      kind: note.kind,
      answers: {},
    })
    expect(await client.amendments.add({ note: note.id, templateId: planeringTemplate })).toMatchObject({
      amends,
      kind: 'planering',
      answers: {},
    })
  })
})

describe('makulering', () => {
  test('says who, when and why, is logged, and leaves the note as it was signed', async () => {
    const { client, core, path } = await startWithArchive()
    const note = await signedNote(client)
    const annulled = await client.amendments.annul({ note: note.id, reason: '  Fel\u0000 person.\r\n ' })
    expect(annulled).toEqual({
      ...note,
      annulled: { at: now.toISOString(), by: note.author, reason: 'Fel person.' },
    })
    expect(await client.notes.get({ id: note.id })).toEqual(annulled)
    const [summary] = (await client.cases.get({ id: note.caseId })).notes
    expect(summary).toMatchObject({ id: note.id, sequence: 1, annulled: { reason: 'Fel person.' } })
    expect(await core.verify()).toEqual([])
    const logged = await inStore(client, path, ({ raw }) =>
      raw.prepare(`SELECT note_id FROM log WHERE action = 'note-annulled'`).pluck().all(),
    )
    expect(logged).toEqual([note.id])
  })

  test('is told to the other windows by ids alone', async () => {
    const { client, core } = await startWithArchive()
    const note = await signedNote(client)
    const { state } = core.line()
    const events = state.changes.subscribe('another window')
    await annul(client, note.id)
    expect((await events.next()).value).toEqual({
      type: 'note',
      id: note.id,
      caseId: note.caseId,
      own: false,
    })
  })

  test('of a reason with nothing to read in it is refused', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    await expect(client.amendments.annul({ note: note.id, reason: ' \u0000 \n' })).rejects.toThrow()
    expect(await client.notes.get({ id: note.id })).toEqual(note)
  })
})

describe('what cannot be amended or annulled', () => {
  const verbs: readonly [string, (client: Client, note: NoteId) => Promise<unknown>][] = [
    ['corrected', (client, note) => client.amendments.correct({ note })],
    ['added to', (client, note) => client.amendments.add({ note })],
    ['annulled', annul],
  ]

  test.each(verbs)('a draft is not %s', async (_what, verb) => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    const draft = await client.amendments.add({ note: note.id })
    expect(await refused(verb(client, draft.id))).toMatchObject({
      code: 'NOTE_NOT_SIGNED',
      data: { id: draft.id },
    })
  })

  test.each(verbs)('an annulled note is not %s', async (_what, verb) => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    await annul(client, note.id)
    expect(await refused(verb(client, note.id))).toMatchObject({
      code: 'NOTE_ANNULLED',
      data: { id: note.id },
    })
  })

  test('a rättelse that was begun before is not signed once its note is annulled', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    const draft = await client.amendments.correct({ note: note.id })
    await annul(client, note.id)
    expect(await refused(sign(client, draft))).toMatchObject({
      code: 'NOTE_ANNULLED',
      data: { id: note.id },
    })
    expect((await client.notes.get({ id: draft.id })).status).toBe('utkast')
  })
})

describe('a bundle', () => {
  /** A case with a corrected note, a komplettering, an annulled rättelse and one that is being written. */
  async function amendedCase(client: Client) {
    const note = await signedNote(client)
    const rattelse = await corrected(client, note.id)
    await annul(client, rattelse.id)
    const addition = await client.amendments.add({ note: note.id })
    await client.notes.save({ id: addition.id, baseRevision: 1, answers: wholeNeed })
    await sign(client, addition)
    await client.amendments.correct({ note: note.id })
    const json = await client.cases.dump({ id: note.caseId })
    return { note, rattelse, json, parsed: bundleSchema.parse(JSON.parse(json)) }
  }

  test('with amendments and annulments comes back the same', async () => {
    const { client } = await startWithArchive()
    const { note, json } = await amendedCase(client)
    const { client: other, core } = await startWithArchive()
    await other.cases.import({ json })
    expect(await other.cases.dump({ id: note.caseId })).toBe(json)
    expect(await core.verify()).toEqual([])
  })

  test('whose notes stand in another order is taken in all the same', async () => {
    const { client } = await startWithArchive()
    const { parsed } = await amendedCase(client)
    const { client: other, core } = await startWithArchive()
    await other.cases.import({ json: JSON.stringify({ ...parsed, notes: parsed.notes.toReversed() }) })
    const ids = (await other.notes.ofCase({ caseId: parsed.case.id })).map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set(parsed.notes.map(({ id }) => id)))
    expect(await core.verify()).toEqual([])
  })

  const stranger = '11111111-1111-4111-8111-111111111111'
  test.each<[string, (ids: { note: NoteId; draft: NoteId }) => object, RegExp]>([
    ['points outside the case', () => ({ verb: 'rattelse', note: stranger }), /inte finns i filen/],
    ['points at a draft', ({ draft }) => ({ verb: 'rattelse', note: draft }), /ett utkast/],
  ])('with a draft that %s is refused', async (_what, amends, words) => {
    const { client } = await startWithArchive()
    const { note, parsed } = await amendedCase(client)
    const draft = parsed.notes.find(({ status }) => status === 'utkast')
    if (!draft) throw new Error('no draft')
    const notes = parsed.notes.map((one) =>
      one === draft ? { ...one, amends: amends({ note: note.id, draft: draft.id }) } : one,
    )
    const { client: other } = await startWithArchive()
    const { code, data } = await refused(other.cases.import({ json: JSON.stringify({ ...parsed, notes }) }))
    expect([code, JSON.stringify(data)]).toEqual(['BUNDLE_REFUSED', expect.stringMatching(words)])
  })
})
