import { describe, expect, test } from 'vitest'
import { lockFile, unlockFile } from '../../../main/core/age.ts'
import type { CoreOptions } from '../../../main/core/core.ts'
import { readLog } from '../../../main/store/log.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { MAX_BUNDLE_CHARS } from '../../../shared/case/limits.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { packageSchema, type ReviewPackage } from '../../../shared/package/package.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import {
  type Client,
  cheapScrypt,
  draftWith,
  inStore,
  now,
  present,
  refused,
  startWithArchive,
  wholeNeed,
  workAs,
} from './support.ts'

const secret = 'en fras som båda känner'
const disposing = { ...noPolicies, policies: { disposeAfterMonths: 12 } }
const locked = { kind: 'passphrase', passphrase: secret } as const
const eva = { name: 'Eva Sten', role: 'specialist' } as const

/** Two archives: Anna's with a note that is handed in, and the specialist's elsewhere. */
async function apart(options: Partial<CoreOptions> = {}) {
  const anna = await startWithArchive()
  const draft = await draftWith(anna.client, wholeNeed)
  const note = await anna.client.review.act({ id: draft.id, baseRevision: draft.revision, verb: 'lamna-in' })
  const there = await startWithArchive(options)
  await workAs(there.client, eva, ['gallring'])
  return { here: anna.client, path: anna.path, there: there.client, therePath: there.path, note }
}

const send = (client: Client, { id, caseId }: StoredNote) =>
  client.packages.make({ caseId, notes: [id], lock: locked })
const open = (client: Client, { base64 }: { base64: string }, passphrase = secret) =>
  client.packages.open({ base64, passphrase })
const answer = (client: Client, caseId: CaseId) => client.packages.answer({ caseId, lock: locked })

async function returned(client: Client, { id }: StoredNote) {
  const { revision } = await client.notes.get({ id })
  return client.review.act({
    id,
    baseRevision: revision,
    verb: 'aterlamna',
    reason: 'Skriv vad som har prövats.',
  })
}

/** All of a note and its case but what is said in review. */
const written = async (client: Client, { id, caseId }: StoredNote) => {
  const { review: _review, ...note } = (await client.notes.get({ id })) as StoredNote & { review?: unknown }
  return { note, case: await client.cases.get({ id: caseId }).then((found) => found.case) }
}

/** What a file holds, for whoever knows its passphrase. */
async function contentOf({ base64 }: { base64: string }): Promise<ReviewPackage> {
  const bytes = await unlockFile(Buffer.from(base64, 'base64'), { identity: undefined, passphrase: secret })
  return packageSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

/** The same file with another content, locked with the same passphrase. */
async function forged(file: { base64: string }, change: (content: ReviewPackage) => unknown) {
  const text = JSON.stringify(change(await contentOf(file)))
  const bytes = await lockFile(Buffer.from(text), { lock: locked, minimum: undefined, scrypt: cheapScrypt })
  return { base64: Buffer.from(bytes).toString('base64') }
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

describe('what does not belong is refused, and nothing of it stays', () => {
  test('a wrong passphrase, and any changed byte @security-package', async () => {
    const { here, there, note } = await apart()
    const file = await send(here, note)
    expect(await refused(open(there, file, 'en helt annan fras'))).toMatchObject({ code: 'PACKAGE_LOCKED' })
    const bytes = Buffer.from(file.base64, 'base64')
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const opened = open(there, { base64: changed.toString('base64') })
      expect(await refused(opened), `byte ${at}`).toMatchObject({ code: 'PACKAGE_LOCKED' })
    }
    expect((await there.cases.list()).cases).toEqual([])
  })

  test('a file made by somebody who knows the passphrase, with another text, other words or another form @security-package', async () => {
    const { here, there, note } = await apart()
    await here.comments.begin({ note: note.id, anchor: { kind: 'note' }, text: 'Räcker det?' })
    const [own] = (await there.people.list()).filter(({ name }) => name === eva.name)
    const file = await send(here, note)
    const opened = async (change: (content: ReviewPackage) => unknown) =>
      refused(open(there, await forged(file, change)))
    const [first] = (await contentOf(file)).notes
    const { threads, note: text } = present(first)
    const changed = (part: object) => (content: ReviewPackage) => ({
      ...content,
      notes: [{ ...first, ...part }],
    })
    expect(await opened(changed({ note: { ...text, answers: {} } }))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'other-note' },
    })
    const inHerName = threads.map((thread) => ({
      ...thread,
      entries: thread.entries.map((entry) => ({ ...entry, by: { ...eva, id: present(own).id } })),
    }))
    expect(await opened(changed({ threads: inHerName }))).toMatchObject({ data: { why: 'own-decision' } })
    for (const other of [changed({ more: 'x' }), () => [], () => 'x', () => ({ format: 'klarlagt/arende' })])
      expect(await opened(other)).toMatchObject({ code: 'PACKAGE_UNREADABLE' })
    expect((await there.cases.list()).cases).toEqual([])
    expect(await open(there, await forged(file, (content) => content))).toMatchObject({ notes: 1 })
  })

  test('a file that would take the machine: too long, too deep, or locked with endless work @security-package', async () => {
    const { there } = await apart()
    const file = async (text: string) => {
      const bytes = await lockFile(Buffer.from(text), {
        lock: locked,
        minimum: undefined,
        scrypt: cheapScrypt,
      })
      return { base64: Buffer.from(bytes).toString('base64') }
    }
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const long = `"${'x'.repeat(MAX_BUNDLE_CHARS)}"`
    for (const text of [deep, long, '', '{'])
      expect(await refused(open(there, await file(text)))).toMatchObject({ code: 'PACKAGE_UNREADABLE' })
    const tooLong = there.packages.open({ base64: 'A'.repeat(80_000_001), passphrase: secret })
    await expect(tooLong).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    // The header says how much work the passphrase takes, and anybody can write it.
    const { base64 } = await file('{}')
    const header = Buffer.from(base64, 'base64').toString('latin1')
    expect(header).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ \d+\n/)
    const endless = header.replace(/(-> scrypt \S+) \d+\n/, '$1 40\n')
    const asked = performance.now()
    const opened = refused(open(there, { base64: Buffer.from(endless, 'latin1').toString('base64') }))
    expect(await opened).toMatchObject({ code: 'PACKAGE_LOCKED' })
    expect(performance.now() - asked).toBeLessThan(2000)
  })

  test('a passphrase that is too weak, an address that is none, a note that is not handed in', async () => {
    const { here, note } = await apart()
    const make = (lock: Parameters<typeof here.packages.make>[0]['lock']) =>
      refused(here.packages.make({ caseId: note.caseId, notes: [note.id], lock }))
    expect(await make({ kind: 'passphrase', passphrase: 'kort' })).toMatchObject({ code: 'PASSPHRASE_WEAK' })
    expect(await make({ kind: 'recipient', recipient: 'age1nej' })).toMatchObject({
      code: 'RECIPIENT_UNKNOWN',
    })
    await here.review.act({ id: note.id, baseRevision: note.revision, verb: 'ta-tillbaka' })
    expect(await make(locked)).toMatchObject({ code: 'NOT_SUBMITTED' })
  })

  test('the same package again, and one whose case is here by another way', async () => {
    const { here, there, note } = await apart()
    const file = await send(here, note)
    await open(there, file)
    expect(await refused(open(there, file))).toMatchObject({ code: 'PACKAGE_KNOWN' })
    // Whoever investigates takes in no packages; only whoever reviews does.
    expect((await refused(open(here, await send(here, note)))).code).toBe('ROLE_REFUSED')
    const elsewhere = await startWithArchive()
    await elsewhere.client.cases.import({ json: await here.cases.dump({ id: note.caseId }) })
    await workAs(elsewhere.client, eva)
    expect(await refused(open(elsewhere.client, file))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'other-note' },
    })
  })

  test('an answer to a package of another archive', async () => {
    const { here, there, note } = await apart()
    await open(there, await send(here, note))
    const file = await answer(there, note.caseId)
    const other = await apart()
    expect(await refused(open(other.here, file))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'other-package' },
    })
  })

  test('a decision about another text than stands now', async () => {
    const { here, there, note } = await apart()
    await open(there, await send(here, note))
    await returned(there, note)
    const file = await answer(there, note.caseId)
    await here.review.act({ id: note.id, baseRevision: note.revision, verb: 'ta-tillbaka' })
    expect(await refused(open(here, file))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'other-text' },
    })
    expect(await here.review.events({ id: note.id })).toHaveLength(2)
  })

  test('a decision by the writer of the note, in another archive and under another id @security-package', async () => {
    const { here, note } = await apart()
    const own = await startWithArchive()
    await own.client.people.add({ name: 'Eva Sten', roles: ['lasare'], rights: [] })
    const [first] = await own.client.people.list()
    const { id } = present(first)
    await own.client.people.change({
      id,
      name: 'anna ek',
      roles: ['utredare', 'specialist'],
      rights: ['anvandare'],
      left: false,
    })
    await own.client.people.switch({ id, role: 'specialist' })
    await open(own.client, await send(here, note))
    await own.client.review.act({ id: note.id, baseRevision: 1, verb: 'godkann' })
    const file = await answer(own.client, note.caseId)
    expect(await refused(open(here, file))).toMatchObject({
      code: 'PACKAGE_FOREIGN',
      data: { why: 'own-decision' },
    })
    expect(await here.review.events({ id: note.id })).toHaveLength(1)
  })
})
