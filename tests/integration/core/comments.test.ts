import { createRouterClient } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { router } from '../../../main/core/core.ts'
import { readLog } from '../../../main/store/log.ts'
import {
  isResolved,
  MAX_COMMENT_CHARS,
  type Thread,
  threadIdSchema,
} from '../../../shared/comments/thread.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import type { User } from '../../../shared/user/user.ts'
import {
  type Client,
  draftWith,
  inStore,
  present,
  refused,
  signedNote,
  startWithArchive,
  workAs,
} from './support.ts'

const bo: User = { name: 'Bo Lind', role: 'specialist' }
const anna: User = { name: 'Anna Ek', role: 'utredare' }
const field = fieldIdSchema.parse('beskrivning')
const words = 'Hon kan sitta i tio minuter.'
const rich = (text: string) => ({ blocks: [{ type: 'paragraph', runs: [{ text }] }] })

/** The anchor of some words of the note's description. */
function on(quote: string, text = words) {
  const start = text.indexOf(quote)
  return { kind: 'passage', field, start, end: start + quote.length, quote } as const
}

/** A draft that somebody else has commented on: other words for how long she can sit. */
async function commented(): Promise<{ client: Client; path: string; note: StoredNote; thread: Thread }> {
  const { client, path } = await startWithArchive()
  const note = await draftWith(client, { beskrivning: rich(words) })
  await workAs(client, bo)
  const thread = await client.comments.begin({
    note: note.id,
    anchor: on('tio minuter'),
    text: 'Står det så?',
    suggestion: 'en kvart',
  })
  await workAs(client, anna)
  return { client, path, note, thread }
}

const save = (client: Client, { id, revision }: StoredNote, text: string) =>
  client.notes.save({ id, baseRevision: revision, answers: { beskrivning: rich(text) } })

async function only(client: Client, note: StoredNote): Promise<Thread> {
  const threads = await client.comments.ofNote({ note: note.id })
  expect(threads).toHaveLength(1)
  return present(threads[0])
}

describe('a thread of two users', () => {
  test('is answered, resolved and opened again, and says who did what', async () => {
    const { client, path, note, thread } = await commented()
    await client.comments.reply({ thread: thread.id, text: 'Läkaren skrev det.' })
    const resolved = await client.comments.resolve({ thread: thread.id })
    expect(isResolved(resolved)).toBe(true)
    expect(await client.comments.resolve({ thread: thread.id })).toEqual(resolved)
    await refused(client.comments.reply({ thread: thread.id, text: 'Mer.' })).then(({ code, message }) => {
      expect(code).toBe('COMMENT_RESOLVED')
      expect(message).toBe('Kommentaren är avslutad. Öppna den igen för att skriva mer.')
    })
    await client.comments.reopen({ thread: thread.id })
    const { entries } = await only(client, note)
    expect(entries.map(({ kind, by }) => [kind, by.name])).toEqual([
      ['comment', 'Bo Lind'],
      ['comment', 'Anna Ek'],
      ['resolved', 'Anna Ek'],
      ['reopened', 'Anna Ek'],
    ])
    const logged = await inStore(client, path, readLog)
    const acts = logged.filter(({ action }) => action.startsWith('comment'))
    expect(acts.map(({ action, by }) => `${by.name} ${action}`)).toEqual([
      'Bo Lind comment-added',
      'Anna Ek comment-answered',
      'Anna Ek comment-resolved',
      'Anna Ek comment-reopened',
    ])
    expect(JSON.stringify(logged)).not.toMatch(/Står det|Läkaren|kvart/)
  })

  test('follows the words it is about, says what they said when they are gone, and finds them again', async () => {
    const { client, note, thread } = await commented()
    const place = async () => (await only(client, note)).place
    await save(client, note, `I dag: ${words}`)
    expect(await place()).toEqual(on('tio minuter', `I dag: ${words}`))
    await save(client, { ...note, revision: 3 }, 'Hon kan sitta i högst tio långa minuter.')
    expect(await place()).toMatchObject({ quote: 'tio långa minuter' })
    await save(client, { ...note, revision: 4 }, 'Hon kan sitta.')
    expect(await place()).toMatchObject({ quote: 'tio långa minuter', gone: true })
    expect((await refused(client.comments.accept(accepting(thread, 5)))).code).toBe('SUGGESTION_STALE')
    await save(client, { ...note, revision: 5 }, 'Hon kan sitta. Högst tio långa minuter.')
    expect(await place()).toEqual(on('tio långa minuter', 'Hon kan sitta. Högst tio långa minuter.'))
    expect((await only(client, note)).anchor).toEqual(on('tio minuter'))
  })

  test('is kept though the words were taken away before it was begun', async () => {
    const { client, note } = await commented()
    const made = await client.comments.begin({
      note: note.id,
      anchor: { ...on('Hon'), quote: 'Han' },
      text: 'Vem?',
    })
    expect(made.anchor).toMatchObject({ quote: 'Han', gone: true })
  })
})

const accepting = (thread: Thread, baseRevision: number) => ({
  thread: thread.id,
  entry: present(thread.entries[0]).id,
  baseRevision,
})

describe('a suggestion', () => {
  test('that is accepted is a revision of the note, and resolves its thread', async () => {
    const { client, note, thread } = await commented()
    const done = await client.comments.accept(accepting(thread, note.revision))
    expect(done.note).toMatchObject({
      revision: 3,
      answers: { beskrivning: rich('Hon kan sitta i en kvart.') },
    })
    expect(await client.notes.get({ id: note.id })).toEqual(done.note)
    expect(isResolved(done.thread)).toBe(true)
    expect(done.thread).toMatchObject({
      place: { quote: 'en kvart', start: 16, end: 24 },
      anchor: { quote: 'tio minuter' },
    })
    expect((await refused(client.comments.accept(accepting(thread, 3)))).code).toBe('SUGGESTION_SETTLED')
  })

  test('that is declined leaves the note as it is and the thread open, with the reason', async () => {
    const { client, note, thread } = await commented()
    const { entry, thread: id } = accepting(thread, 2)
    const done = await client.comments.decline({ thread: id, entry, reason: ' Läkaren skrev tio. ' })
    expect(done.entries.at(-1)).toMatchObject({ kind: 'declined', text: 'Läkaren skrev tio.' })
    expect(isResolved(done)).toBe(false)
    expect(await client.notes.get({ id: note.id })).toEqual(note)
  })

  test('is not put in a note that has moved on', async () => {
    const { client, note, thread } = await commented()
    await save(client, note, `I dag: ${words}`)
    expect((await refused(client.comments.accept(accepting(thread, 2)))).code).toBe('CONFLICT')
    expect(isResolved(await only(client, note))).toBe(false)
  })
})

test('a note that is signed takes comments, which change nothing of its record', async () => {
  const { client, path } = await startWithArchive()
  const note = await signedNote(client)
  const motivering = fieldIdSchema.parse('motivering')
  const anchor = { kind: 'passage', field: motivering, start: 0, end: 4, quote: 'Lisa' } as const
  const thread = await client.comments.begin({ note: note.id, anchor, text: 'Bra.', suggestion: 'Hon' })
  expect((await refused(client.comments.accept(accepting(thread, note.revision)))).code).toBe('NOTE_SIGNED')
  expect(await client.notes.get({ id: note.id })).toEqual(note)
  expect(
    await inStore(client, path, (db) => db.raw.prepare('SELECT count(*) FROM records').pluck().get()),
  ).toBe(1)
  await client.comments.resolve({ thread: thread.id })
})

describe('what is refused', () => {
  test('a comment by somebody whose role reads alone, who may see what others have written', async () => {
    const { client, note, thread } = await commented()
    await workAs(client, { name: 'Eva Sjö', role: 'lasare' })
    const id = { thread: thread.id }
    for (const call of [
      client.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Bra.' }),
      client.comments.reply({ ...id, text: 'Bra.' }),
      client.comments.resolve(id),
      client.comments.reopen(id),
      client.comments.accept(accepting(thread, 2)),
      client.comments.decline({ ...id, entry: accepting(thread, 2).entry, reason: 'Nej.' }),
    ])
      expect((await refused(call)).code).toBe('ROLE_REFUSED')
    expect(await client.comments.ofNote({ note: note.id })).toEqual([thread])
  })

  test('a comment that is too long, with how long it may be', async () => {
    const { client, note } = await commented()
    const text = 'å'.repeat(MAX_COMMENT_CHARS + 1)
    const call = client.comments.begin({ note: note.id, anchor: { kind: 'note' }, text })
    expect(await refused(call)).toMatchObject({ code: 'TOO_LARGE', data: { limit: MAX_COMMENT_CHARS } })
    expect(await client.comments.ofNote({ note: note.id })).toHaveLength(1)
  })

  test('a comment that says nothing', async () => {
    const { client, note } = await commented()
    await expect(
      client.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: ' ' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('a thread that is not there', async () => {
    const { client, thread } = await commented()
    const id = { thread: threadIdSchema.parse(present(thread.entries[0]).id) }
    expect((await refused(client.comments.resolve(id))).code).toBe('NOT_FOUND')
  })
})

test('text is kept clean: whole letters, no control characters', async () => {
  const { client, note } = await commented()
  const text = ' A\u030asa\u0000 \r\nkan '
  const made = await client.comments.begin({ note: note.id, anchor: { kind: 'field', field }, text })
  expect(made.entries[0]).toMatchObject({ text: 'Åsa \nkan' })
})

test('other windows are told that the comments of a note have changed, by its id alone', async () => {
  const { client, core } = await startWithArchive()
  const note = await draftWith(client, { beskrivning: rich(words) })
  const elsewhere = createRouterClient(router, { context: core.line() })
  const events = await elsewhere.changes()
  const thread = await client.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Bra.' })
  await client.comments.resolve({ thread: thread.id })
  for (const _each of [1, 2])
    expect((await events.next()).value).toEqual({ type: 'comments', note: note.id, own: false })
})
