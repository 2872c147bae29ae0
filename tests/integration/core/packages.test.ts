import { describe, expect, test } from 'vitest'
import { readLog } from '../../../main/store/log.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { answer, apart, eva, locked, open, returned, send } from './packages-support.ts'
import {
  type Client,
  inStore,
  now,
  present,
  refused,
  startWithArchive,
  wholeNeed,
  workAs,
} from './support.ts'

const disposing = { ...noPolicies, policies: { disposeAfterMonths: 12 } }

/** All of a note and its case but what is said in review. */
const written = async (client: Client, { id, caseId }: StoredNote) => {
  const { review: _review, ...note } = (await client.notes.get({ id })) as StoredNote & { review?: unknown }
  return { note, case: await client.cases.get({ id: caseId }).then((found) => found.case) }
}

describe('a case is passed to a specialist elsewhere', () => {
  test('who reads it, comments and returns it, and the answer changes nothing but review', async () => {
    const { here, there, note } = await apart()
    const before = await written(here, note)
    const file = await send(here, note)
    expect(file.fileName).toBe('26-1187.klarlagt-granskning')
    expect(await open(there, file)).toEqual({ kind: 'package', caseId: note.caseId, notes: 1 })
    expect(await there.review.queue()).toMatchObject([{ noteId: note.id, verb: 'lamna-in' }])
    await there.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Vilka möten?' })
    await returned(there, note)

    expect(await open(here, await answer(there, note.caseId))).toEqual({
      kind: 'answer',
      caseId: note.caseId,
      decisions: 1,
      comments: 1,
    })
    expect(await written(here, note)).toEqual(before)
    expect(await here.notes.get({ id: note.id })).toMatchObject({
      review: { state: 'aterlamnad', by: eva, reason: 'Skriv vad som har prövats.' },
    })
    const [thread] = await here.comments.ofNote({ note: note.id })
    expect(present(thread).entries).toMatchObject([{ text: 'Vilka möten?', by: eva }])
  })

  test('and approved: the note is then signed where it was written', async () => {
    const { here, there, note } = await apart()
    await open(there, await send(here, note))
    await there.review.act({ id: note.id, baseRevision: 1, verb: 'godkann' })
    await open(here, await answer(there, note.caseId))
    expect(await here.notes.sign({ id: note.id, baseRevision: note.revision })).toMatchObject({
      status: 'journalford',
    })
  })

  test('a comment of the sender is answered in its own thread', async () => {
    const { here, there, note } = await apart()
    const begun = await here.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Räcker det?' })
    await open(there, await send(here, note))
    await there.comments.reply({ thread: begun.id, text: 'Nästan.' })
    await open(here, await answer(there, note.caseId))
    const [thread] = await here.comments.ofNote({ note: note.id })
    expect(present(thread).entries.map((entry) => (entry.kind === 'comment' ? entry.text : ''))).toEqual([
      'Räcker det?',
      'Nästan.',
    ])
  })

  test('by address, without a passphrase, there and back', async () => {
    const { here, there, note } = await apart()
    const { recipient } = await there.packages.address()
    expect(recipient).toMatch(/^age1/)
    expect(await there.packages.address()).toEqual({ recipient })
    const { base64 } = await here.packages.make({
      caseId: note.caseId,
      notes: [note.id],
      lock: { kind: 'recipient', recipient },
    })
    await there.packages.open({ base64 })
    await returned(there, note)
    const back = await there.packages.answer({ caseId: note.caseId })
    expect(await here.packages.open({ base64: back.base64 })).toMatchObject({ kind: 'answer', decisions: 1 })
    expect((await refused(there.packages.open({ base64: back.base64 }))).code).toBe('PACKAGE_LOCKED')
  })

  test('the answer merged twice is as merged once, even when the note has been written on since @security-package', async () => {
    const { here, path, there, note } = await apart()
    await open(there, await send(here, note))
    await there.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Vilka möten?' })
    await returned(there, note)
    const file = await answer(there, note.caseId)
    await open(here, file)
    const standing = async () => ({
      note: await here.notes.get({ id: note.id }),
      events: await here.review.events({ id: note.id }),
      threads: await here.comments.ofNote({ note: note.id }),
      log: await inStore(here, path, (db) => readLog(db).length),
    })
    const once = await standing()
    expect(await open(here, file)).toMatchObject({ decisions: 0, comments: 0 })
    expect(await standing()).toEqual(once)
    await here.notes.save({
      id: note.id,
      baseRevision: note.revision,
      answers: { ...wholeNeed, motivering: 'Två möten.' },
    })
    expect(await open(here, file)).toMatchObject({ decisions: 0, comments: 0 })
  })

  test('what is received is not written in, by any call', async () => {
    const { here, there, note } = await apart()
    await open(there, await send(here, note))
    await returned(there, note)
    const received = { code: 'CASE_RECEIVED' }
    const save = there.notes.save({ id: note.id, baseRevision: 1, answers: { motivering: 'x' } })
    expect(await refused(save)).toMatchObject(received)
    expect(
      await refused(there.notes.create({ caseId: note.caseId, templateId: note.template.id })),
    ).toMatchObject(received)
    const {
      case: { id, ...details },
      revision,
    } = await there.cases.get({ id: note.caseId })
    const update = there.cases.update({
      id,
      baseRevision: revision,
      details: { ...details, assignedTo: 'Eva Sten' },
    })
    expect(await refused(update)).toMatchObject(received)
  })
})

describe('a case that was received', () => {
  test('may be disposed of so long after it came, though nobody closes it here, and does not come back @security-disposal', async () => {
    let time = now
    const { here, there, note } = await apart({ policies: disposing, now: () => time })
    await open(there, await send(here, note))
    await returned(there, note)
    expect(await there.disposal.due()).toEqual([])
    time = new Date('2027-03-05T10:00:00Z')
    const [due, ...others] = await there.disposal.due()
    expect({ due, others }).toMatchObject({ due: { caseId: note.caseId, received: true }, others: [] })
    const { number } = present(due)
    await there.disposal.dispose({ caseId: note.caseId, number, reason: 'Granskningen är klar.' })
    expect((await there.cases.list()).cases).toEqual([])
    expect(await refused(open(there, await send(here, note)))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'disposed' },
    })
  })
})

/** The note is written on where it was returned, and handed in anew. */
async function handedInAnew(client: Client, { id }: StoredNote, motivering: string) {
  const { revision, answers } = await client.notes.get({ id })
  await client.notes.save({
    id,
    baseRevision: revision,
    answers: { ...answers, motivering },
  })
  return client.review.act({ id, baseRevision: revision + 1, verb: 'lamna-in' })
}

/** There and back once: taken in, returned, and the answer merged. */
async function onceThereAndBack() {
  const parts = await apart()
  const { here, there, note } = parts
  const first = await send(here, note)
  await open(there, first)
  await there.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Vilka möten?' })
  await returned(there, note)
  const firstAnswer = await answer(there, note.caseId)
  await open(here, firstAnswer)
  return { ...parts, first, firstAnswer }
}

describe('a case is passed to the same specialist again', () => {
  test('who gets the newer text, with what was said before, and decides about that', async () => {
    const { here, there, note } = await onceThereAndBack()
    const [thread] = await here.comments.ofNote({ note: note.id })
    await here.comments.reply({ thread: present(thread).id, text: 'Två i mars.' })
    await handedInAnew(here, note, 'Två möten i mars.')
    const second = await send(here, note)
    expect(await open(there, second)).toEqual({ kind: 'package', caseId: note.caseId, notes: 1 })
    expect(await there.notes.get({ id: note.id })).toMatchObject({
      revision: 2,
      answers: { motivering: 'Två möten i mars.' },
      review: { state: 'inlamnad', revision: 2 },
    })
    const [there1] = await there.comments.ofNote({ note: note.id })
    expect(present(there1).entries).toMatchObject([{ text: 'Vilka möten?' }, { text: 'Två i mars.' }])
    const heads = await there.history.list({ note: note.id, limit: 10 })
    expect(heads.revisions.map(({ revision, cause }) => ({ revision, cause }))).toContainEqual({
      revision: 2,
      cause: 'importerad',
    })

    await there.review.act({ id: note.id, baseRevision: 2, verb: 'godkann' })
    const back = await answer(there, note.caseId)
    expect(await open(here, back)).toMatchObject({ kind: 'answer', decisions: 1, comments: 0 })
    expect(await here.notes.get({ id: note.id })).toMatchObject({ review: { state: 'godkand', by: eva } })
    // Both of it again: nothing more, and what is older than what is here does not come back.
    expect(await open(here, back)).toMatchObject({ decisions: 0, comments: 0 })
    expect(await refused(open(there, second))).toMatchObject({ code: 'PACKAGE_KNOWN' })
  })

  test('with its case as it has become, and more notes of it; and is still written in by nobody @security-package', async () => {
    const { here, there, therePath, note } = await onceThereAndBack()
    const { case: before, revision } = await here.cases.get({ id: note.caseId })
    const { id, ...details } = before
    await here.cases.update({ id, baseRevision: revision, details: { ...details, assignedTo: 'Bo Alm' } })
    await handedInAnew(here, note, 'Två möten i mars.')
    const begun = await here.notes.create({ caseId: note.caseId, templateId: note.template.id })
    await here.notes.save({ id: begun.id, baseRevision: 1, answers: wholeNeed })
    const another = await here.notes.get({ id: begun.id })
    await here.review.act({ id: another.id, baseRevision: another.revision, verb: 'lamna-in' })
    const file = await here.packages.make({ caseId: note.caseId, notes: [note.id, another.id], lock: locked })
    await open(there, file)
    const now = await there.cases.get({ id })
    expect(now).toMatchObject({ revision: 2, case: { assignedTo: 'Bo Alm' } })
    expect(now.notes.map((each) => each.id).toSorted()).toEqual([note.id, another.id].toSorted())
    expect(await there.packages.received()).toMatchObject([{ caseId: id, sender: { name: 'Anna Ek' } }])
    const update = there.cases.update({ id, baseRevision: 2, details: { ...details, assignedTo: 'Eva' } })
    expect((await refused(update)).code).toBe('CASE_RECEIVED')
    await inStore(there, therePath, (db) => {
      for (const sql of [
        `UPDATE notes SET answers = '{}', revision = revision + 1`,
        `UPDATE cases SET revision = revision + 1`,
        `UPDATE cases SET revision = 2, details = '{}'`,
      ])
        expect(() => db.raw.exec(sql), sql).toThrow(/only reviewed|in review/)
    })
    await returned(there, another)
    // Open again there, and still no place to write.
    await inStore(there, therePath, (db) =>
      expect(() =>
        db.raw.exec(`UPDATE notes SET answers = '{}', revision = revision + 1 WHERE id = '${another.id}'`),
      ).toThrow('only reviewed'),
    )
    await there.review.act({ id: note.id, baseRevision: 2, verb: 'godkann' })
    expect(await open(here, await answer(there, id))).toMatchObject({ decisions: 2 })
  })

  test('who has not answered the first yet, or has and the answer never came', async () => {
    const { here, there, note } = await apart()
    await open(there, await send(here, note))
    await there.review.act({ id: note.id, baseRevision: 1, verb: 'godkann' })
    const never = await answer(there, note.caseId)
    await here.review.act({ id: note.id, baseRevision: note.revision, verb: 'ta-tillbaka' })
    await handedInAnew(here, note, 'Två möten i mars.')
    await open(there, await send(here, note))
    expect(await there.notes.get({ id: note.id })).toMatchObject({ review: { state: 'inlamnad' } })
    // The approval of the text before says nothing of this one.
    expect(await open(here, await answer(there, note.caseId))).toMatchObject({ decisions: 0 })
    expect(await refused(open(here, never))).toMatchObject({ data: { why: 'other-text' } })
    await there.review.act({ id: note.id, baseRevision: 2, verb: 'godkann' })
    expect(await open(here, await answer(there, note.caseId))).toMatchObject({ decisions: 1 })
  })

  test('with the same text again, and an older package that comes late', async () => {
    const { here, there, note } = await apart()
    const early = await send(here, note)
    const late = await send(here, note)
    await open(there, early)
    await open(there, late)
    expect(await there.notes.get({ id: note.id })).toMatchObject({ revision: 1 })
    const elsewhere = await startWithArchive()
    await workAs(elsewhere.client, eva)
    await here.review.act({ id: note.id, baseRevision: note.revision, verb: 'ta-tillbaka' })
    await handedInAnew(here, note, 'Två möten i mars.')
    await open(elsewhere.client, await send(here, note))
    expect(await refused(open(elsewhere.client, early))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'older-text' },
    })
    expect(await elsewhere.client.notes.get({ id: note.id })).toMatchObject({
      answers: { motivering: 'Två möten i mars.' },
    })
  })
})
