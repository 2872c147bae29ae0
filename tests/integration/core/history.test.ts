import { describe, expect, test } from 'vitest'
import { readLog } from '../../../main/store/log.ts'
import { READING_LOGGED } from '../../../shared/api/history.ts'
import {
  draftWith,
  inStore,
  needTemplate,
  now,
  planeringTemplate,
  refused,
  signedNote,
  startWithArchive,
  wholeNeed,
} from './support.ts'

/** An archive whose clock a test turns, in minutes from now. */
async function withClock() {
  let minutes = 0
  const started = await startWithArchive({ now: () => new Date(now.getTime() + minutes * 60_000) })
  return {
    ...started,
    at: (minute: number) => {
      minutes = minute
    },
  }
}

const text = (words: string) => ({ motivering: words })

/** A draft that said one thing, then another, each in a minute of its own: revisions 2 and 3. */
async function twoTexts() {
  const started = await withClock()
  const { id } = await draftWith(started.client, text('först'))
  started.at(1)
  await started.client.notes.save({ id, baseRevision: 2, answers: { ...text('sedan'), samrad: 'ja' } })
  return { ...started, id }
}

describe('the history of a note', () => {
  test('lists what was saved, newest first, with who, why, and the fields that say something else', async () => {
    const { client, id } = await twoTexts()
    const { revisions, older, reads } = await client.history.list({ note: id, limit: 100 })
    expect(revisions).toMatchObject([
      {
        revision: 3,
        cause: 'skriven',
        by: { name: 'Anna Ek' },
        sitting: 1,
        changed: ['motivering', 'samrad'],
      },
      { revision: 2, cause: 'skriven', changed: ['motivering'] },
      { revision: 1, cause: 'skapad', changed: [] },
    ])
    expect([older, reads]).toEqual([0, []])
  })

  test('is read a page at a time, and the last of a page knows what it changed', async () => {
    const { client, id } = await twoTexts()
    const { revisions, older } = await client.history.list({ note: id, limit: 1 })
    expect(revisions).toMatchObject([{ revision: 3, changed: ['motivering', 'samrad'] }])
    expect(older).toBe(2)
  })

  test('gives what a revision said, with its template', async () => {
    const { client, id } = await twoTexts()
    expect(await client.history.get({ note: id, revision: 2 })).toMatchObject({
      answers: text('först'),
      template: { id: needTemplate },
      form: { id: needTemplate },
    })
    expect(await refused(client.history.get({ note: id, revision: 9 }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'revision', id: '9' },
    })
  })

  test('says that a suggestion or a conflict was behind a save, where whoever saved says so', async () => {
    const { client, id } = await twoTexts()
    await client.notes.save({ id, baseRevision: 3, answers: text('mitt'), cause: 'konflikt' })
    const { revisions } = await client.history.list({ note: id, limit: 2 })
    expect(revisions.map(({ cause }) => cause)).toEqual(['konflikt', 'skriven'])
  })

  test('of a signed note can be read', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    expect((await client.history.list({ note: note.id, limit: 100 })).revisions).toHaveLength(2)
  })
})

describe('an earlier revision, restored', () => {
  test('is a new revision, and the text that stood there stays', async () => {
    const { client, core, id } = await twoTexts()
    const restored = await client.history.restore({ note: id, revision: 2, baseRevision: 3 })
    expect(restored).toMatchObject({ revision: 4, answers: text('först') })
    await client.notes.save({ id, baseRevision: 4, answers: text('efteråt') })
    const { revisions } = await client.history.list({ note: id, limit: 100 })
    expect(revisions.map(({ revision, cause }) => [revision, cause])).toEqual([
      [5, 'skriven'],
      [4, 'aterstalld'],
      [3, 'skriven'],
      [2, 'skriven'],
      [1, 'skapad'],
    ])
    expect(await core.verify()).toEqual([])
  })

  test('brings its template back with it', async () => {
    const { client } = await startWithArchive()
    const draft = await draftWith(client, wholeNeed)
    const to = (await client.templates.list()).find(({ id }) => id === planeringTemplate)
    const template = { id: planeringTemplate, version: to?.version ?? 1 }
    const moved = await client.notes.move({ id: draft.id, baseRevision: 2, template })
    const back = await client.history.restore({ note: draft.id, revision: 2, baseRevision: moved.revision })
    expect(back).toMatchObject({ template: draft.template, kind: draft.kind, answers: wholeNeed })
    expect(back).not.toHaveProperty('setAside')
  })

  test('that says what the note says already makes no revision', async () => {
    const { client, id } = await twoTexts()
    expect(await client.history.restore({ note: id, revision: 3, baseRevision: 3 })).toMatchObject({
      revision: 3,
    })
  })

  test('is refused where the note is signed, or has been saved from elsewhere', async () => {
    const { client, id } = await twoTexts()
    expect(await refused(client.history.restore({ note: id, revision: 2, baseRevision: 2 }))).toMatchObject({
      code: 'CONFLICT',
    })
    const { client: other } = await startWithArchive()
    const signed = await signedNote(other)
    const again = { note: signed.id, revision: 1, baseRevision: signed.revision }
    expect(await refused(other.history.restore(again))).toMatchObject({ code: 'NOTE_SIGNED' })
  })
})

describe('who has read a note', () => {
  test('is not logged, unless the archive is set to', async () => {
    const { client, id } = await twoTexts()
    await client.notes.get({ id })
    expect((await client.history.list({ note: id, limit: 1 })).reads).toEqual([])
  })

  test('is logged once while somebody sits with it, and shown in the history', async () => {
    const { client, path, id, at } = await twoTexts()
    await client.settings.set({ key: READING_LOGGED, value: true })
    for (const minute of [10, 20, 60]) {
      at(minute)
      await client.notes.get({ id })
    }
    const { reads } = await client.history.list({ note: id, limit: 1 })
    expect(reads.map(({ at: time, by }) => [time, by.name])).toEqual([
      ['2026-03-04T11:00:00.000Z', 'Anna Ek'],
      ['2026-03-04T10:10:00.000Z', 'Anna Ek'],
    ])
    const log = await inStore(client, path, readLog)
    expect(log.filter(({ action }) => action === 'note-read')).toHaveLength(2)
  })
})
