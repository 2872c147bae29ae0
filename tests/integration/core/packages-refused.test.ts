import { describe, expect, test } from 'vitest'
import { lockFile, unlockFile } from '../../../main/core/age.ts'
import { MAX_BUNDLE_CHARS } from '../../../shared/case/limits.ts'
import { packageSchema, type ReviewPackage } from '../../../shared/package/package.ts'
import { answer, apart, eva, locked, open, returned, secret, send } from './packages-support.ts'
import { cheapScrypt, present, refused, startWithArchive, workAs } from './support.ts'

/** What a file holds, for whoever knows its passphrase. */
async function contentOf({ base64 }: { base64: string }): Promise<ReviewPackage> {
  const bytes = await unlockFile(Buffer.from(base64, 'base64'), { identity: undefined, passphrase: secret })
  return packageSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

/** A file that holds a text, locked with the same passphrase. */
async function fileOf(text: string) {
  const bytes = await lockFile(Buffer.from(text), { lock: locked, minimum: undefined, scrypt: cheapScrypt })
  return { base64: Buffer.from(bytes).toString('base64') }
}

/** The same file with another content. */
const forged = async (file: { base64: string }, change: (content: ReviewPackage) => unknown) =>
  fileOf(JSON.stringify(change(await contentOf(file))))

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
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const long = `"${'x'.repeat(MAX_BUNDLE_CHARS)}"`
    for (const text of [deep, long, '', '{'])
      expect(await refused(open(there, await fileOf(text)))).toMatchObject({ code: 'PACKAGE_UNREADABLE' })
    const tooLong = there.packages.open({ base64: 'A'.repeat(80_000_001), passphrase: secret })
    await expect(tooLong).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    // The header says how much work the passphrase takes, and anybody can write it.
    const { base64 } = await fileOf('{}')
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
