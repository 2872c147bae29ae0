// Backups of the open archive, and the way back to one after each kind of damage.
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupsIn } from '../../../main/store/backup-files.ts'
import { keyOf, noKeychain, readKeyFile } from '../../../main/store/key.ts'
import { readLog } from '../../../main/store/log.ts'
import { SCHEMA_VERSION } from '../../../main/store/migrations/index.ts'
import { closeDatabase, openCopy, openDatabase } from '../../../main/store/open.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import {
  type Client,
  caseDetails,
  containing,
  inStore,
  matching,
  now,
  passphrase,
  present,
  refused,
  type Started,
  signedNote,
  startCore,
  startWithArchive,
  temporaryFolder,
} from './support.ts'

const next = 'en helt annan fras'
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const codeOf = async (call: Promise<unknown>) => (await refused(call)).code
const folderOf = (path: string) => `${path}.backups`
const aDay = 86_400_000

interface BackedUp extends Started {
  path: string
  id: NoteId
  name: string
}

/** An archive with a signed note, and a backup of it; closed. */
async function backedUp(): Promise<BackedUp> {
  const started = await startWithArchive()
  const { id } = await signedNote(started.client)
  const { name } = await started.client.backups.make()
  await started.client.archive.close()
  return { ...started, id, name }
}

/** The key of an archive that is closed. */
const keyOfArchive = (path: string) => keyOf(path, readKeyFile(path), passphrase, noKeychain)

describe('a backup', () => {
  test('is made while the archive is open, checked, and says how much is in it @security-backup', async () => {
    const { client, path } = await startWithArchive()
    await signedNote(client)
    expect(await client.backups.make()).toMatchObject({ reason: 'asked', cases: 1, notes: 1, findings: 0 })
    expect(await client.backups.state()).toMatchObject({
      folder: folderOf(path),
      isRunning: false,
      backups: [{ cases: 1, notes: 1 }],
    })
    expect(await inStore(client, path, (db) => readLog(db).map(({ action }) => action))).toContain(
      'backup-made',
    )
  })

  test('is encrypted with the archive’s key, the owner’s alone, and leaves nothing else in its folder @security-backup', async () => {
    const { path, name } = await backedUp()
    const folder = folderOf(path)
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.json`, 'arkiv.key'])
    expect([folder, ...readdirSync(folder).map((file) => join(folder, file))].map(modeOf)).toEqual([
      '700',
      '600',
      '600',
      '600',
    ])
    expect(readFileSync(join(folder, name)).includes('SQLite format 3')).toBe(false)
    expect(readFileSync(join(folder, `${name}.json`), 'utf8')).not.toMatch(/Lisa|26-1187|Prov/)
    const db = openCopy(join(folder, name), await keyOfArchive(path))
    expect(db.raw.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(1)
    closeDatabase(db)
  })

  test('never waits for a save and no save waits for it; what is saved meanwhile is in the archive', async () => {
    const { client, path, core } = await startWithArchive()
    const added = await client.cases.create(caseDetails())
    const { id } = await client.notes.create({
      caseId: added.id,
      templateId: present((await client.templates.list())[0]).id,
    })
    const backup = client.backups.make()
    let isDone = false
    void backup.then(() => {
      isDone = true
    })
    let revision = 1
    while (!isDone) {
      const answers = { a: `${revision}`.repeat(3000) }
      revision = (await client.notes.save({ id, baseRevision: revision, answers })).revision
      await setImmediate()
    }
    expect(revision).toBeGreaterThan(5)
    expect(await backup).toMatchObject({ findings: 0 })
    expect(await client.notes.get({ id })).toMatchObject({ revision })
    await client.archive.close()
    await client.archive.open({ path, passphrase })
    expect(await core.verify()).toEqual([])
    expect(await client.notes.get({ id })).toMatchObject({ revision })
  })

  test('leaves the lock against other programs in place @security-backup', async () => {
    const { client, path } = await startWithArchive()
    await client.backups.make()
    const holder = new URL('../store/hold-archive.ts', import.meta.url)
    const key = Buffer.from(await keyOfArchive(path)).toString('hex')
    const other: ChildProcess = fork(holder, [path, key], { stdio: 'pipe' })
    onTestFinished(() => {
      other.kill('SIGKILL')
    })
    expect(await text(present(other.stderr ?? undefined))).toContain('ARCHIVE_IN_USE')
  })

  test('opens with the passphrase as it is now, and not with the one before @security-backup', async () => {
    const { client, path } = await startWithArchive()
    const { name } = await client.backups.make()
    await client.key.change({ current: passphrase, next })
    await client.archive.close()
    rmSync(`${path}.key`)
    expect(await codeOf(client.backups.restore({ path, name, passphrase }))).toBe('WRONG_PASSPHRASE')
    expect(await client.backups.restore({ path, name, passphrase: next })).toMatchObject({
      status: { state: 'open' },
    })
  })

  test('is made where the agency has them', async () => {
    const shared = temporaryFolder()
    const { client } = await startWithArchive({
      policies: { ...noPolicies, policies: { backupFolder: shared } },
    })
    await client.backups.make()
    expect(await client.backups.state()).toMatchObject({ folder: join(shared, 'prov.klarlagt.backups') })
    expect(readdirSync(shared)).toEqual(['prov.klarlagt.backups'])
  })

  test('that cannot be made is told, and the archive goes on', async () => {
    const { client, path } = await startWithArchive()
    writeFileSync(folderOf(path), 'no folder')
    expect(await refused(client.backups.make())).toMatchObject({
      code: 'BACKUP_FAILED',
      message: containing('Arkivet är orört'),
    })
    expect(await client.backups.state().catch(() => undefined)).toBeUndefined()
    await signedNote(client)
  })

  test('is given up when the archive is closed, and nothing of it is left', async () => {
    const { client, path } = await startWithArchive()
    const made = client.backups.make().catch(() => 'given up')
    await client.archive.close()
    expect(await made).toBe('given up')
    expect(readdirSync(folderOf(path)).filter((file) => file !== 'arkiv.key')).toEqual([])
    await client.archive.open({ path, passphrase })
    expect(await client.backups.make()).toMatchObject({ findings: 0 })
  })
})

describe('backups are made by themselves', () => {
  /** Opens an archive so long after it was made, and waits for what that begins. */
  async function openedAfter(
    { dataDir, path }: { dataDir: string; path: string },
    ms: number,
  ): Promise<readonly string[]> {
    const { client, core } = startCore({ dataDir, now: () => new Date(now.getTime() + ms) })
    await client.archive.open({ path, passphrase })
    while ((await client.backups.state()).isRunning) await setTimeout(5)
    await core.close()
    return backupsIn(folderOf(path)).map(({ at, facts }) => `${at.toISOString()} ${facts?.reason}`)
  }

  test('when it is opened a day after the last, and not before', async () => {
    const started = await startWithArchive()
    await started.core.close()
    expect(await openedAfter(started, aDay - 1)).toEqual([])
    expect(await openedAfter(started, aDay)).toEqual(['2026-03-05T10:00:00.000Z scheduled'])
    expect(await openedAfter(started, 2 * aDay - 1)).toHaveLength(1)
    expect(await openedAfter(started, 2 * aDay)).toEqual([
      '2026-03-06T10:00:00.000Z scheduled',
      '2026-03-05T10:00:00.000Z scheduled',
    ])
  })

  test('before an archive of an older version is brought to the newest', async () => {
    const { core, dataDir, path } = await startWithArchive()
    await core.close()
    const db = openDatabase(path, await keyOfArchive(path))
    // As far as the version goes; what the last step made is made once more, so that step must find nothing of its own.
    const last = SCHEMA_VERSION - 1
    db.raw.pragma(`user_version = ${last}`)
    closeDatabase(db)
    const { client } = startCore({ dataDir })
    await client.archive.open({ path, passphrase }).catch(() => undefined)
    expect(backupsIn(folderOf(path)).map(({ facts }) => facts)).toMatchObject([
      { reason: 'migration', schema: last, findings: 0 },
    ])
    expect(modeOf(path)).toBe('600')
  })
})

describe('an archive that will not open is restored from a backup, and what lay there is kept', () => {
  const page = 4096
  function spoil(path: string, from: number, bytes: number): void {
    const content = readFileSync(path)
    content.fill(0x55, from, from + bytes)
    writeFileSync(path, content)
  }
  const damages: [string, (path: string) => void][] = [
    ['bytes of its header flipped', (path) => spoil(path, 0, 64)],
    ['a page overwritten', (path) => spoil(path, 2 * page, page)],
    ['cut off', (path) => truncateSync(path, page + 100)],
    ['empty', (path) => writeFileSync(path, '')],
    ['missing', (path) => rmSync(path)],
    ['its key file missing', (path) => rmSync(`${path}.key`)],
    ['its key file no JSON', (path) => writeFileSync(`${path}.key`, '{"format":')],
    [
      'its key file changed in the wrapped key',
      (path) => {
        const file = readFileSync(`${path}.key`, 'utf8')
        writeFileSync(`${path}.key`, file.replace(/"sealed": "..../, '"sealed": "AAAA'))
      },
    ],
    [
      'both missing',
      (path) => {
        rmSync(path)
        rmSync(`${path}.key`)
      },
    ],
    [
      'garbage for a log, and a spoilt file',
      (path) => {
        writeFileSync(`${path}-wal`, randomBytes(10_000))
        spoil(path, 0, page)
      },
    ],
  ]
  test.each(damages)('%s: all that was backed up is there again @security-backup', async (_what, damage) => {
    const { client, core, path, id, name } = await backedUp()
    damage(path)
    const before = [path, `${path}-wal`, `${path}.key`]
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'base64'))

    const status = await client.archive.status()
    expect(status).toMatchObject({ state: 'closed', known: [{ path }] })
    const { backups } = await client.backups.of({ path })
    expect(backups).toMatchObject([{ name, cases: 1, notes: 1, findings: 0 }])
    const { aside } = await client.backups.restore({ path, name, passphrase })
    expect(await client.notes.get({ id })).toMatchObject({ status: 'journalford' })
    expect(await core.verify()).toEqual([])
    expect([path, `${path}-wal`, `${path}.key`].map(modeOf)).toEqual(['600', '600', '600'])
    // What was moved aside is as it was; a key file that was whole stays where it is.
    const kept = [...aside, `${path}.key`].map((file) => readFileSync(file, 'base64'))
    for (const content of before) expect(kept).toContain(content)
    expect(aside.every((file) => file.includes('.skadat-2026-03-04T10-00-00'))).toBe(true)
    expect(await inStore(client, path, (db) => readLog(db).at(-1)?.action)).toBe('archive-restored')
  })

  test('made by a newer version', async () => {
    const { client, path, name } = await backedUp()
    const db = openCopy(path, await keyOfArchive(path))
    db.raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    closeDatabase(db)
    expect(await codeOf(client.archive.open({ path, passphrase }))).toBe('ARCHIVE_NEWER')
    await client.backups.restore({ path, name, passphrase })
    expect(await client.archive.status()).toMatchObject({ state: 'open' })
  })

  test('by the recovery key, where the passphrase is lost', async () => {
    const { client, path } = await startWithArchive()
    const { groups } = await client.key.offerRecovery({})
    await client.key.takeRecovery()
    const { name } = await client.backups.make()
    await client.archive.close()
    writeFileSync(path, '')
    expect(await client.backups.restore({ path, name, recoveryKey: groups.join('-') })).toMatchObject({
      status: { state: 'open' },
    })
  })

  const untouched = async (
    { client, path }: BackedUp,
    restore: (client: Client) => Promise<unknown>,
    code: string,
  ): Promise<void> => {
    writeFileSync(path, 'spoilt')
    expect(await codeOf(restore(client))).toBe(code)
    expect(readFileSync(path, 'utf8')).toBe('spoilt')
    expect(readdirSync(join(path, '..')).filter((file) => /skadat|part/.test(file))).toEqual([])
  }

  test('with a wrong passphrase nothing is touched @security-backup', async () => {
    const made = await backedUp()
    const { path, name } = made
    await untouched(
      made,
      (client) => client.backups.restore({ path, name, passphrase: 'fel' }),
      'WRONG_PASSPHRASE',
    )
  })

  test('from a backup that is spoilt itself nothing is touched', async () => {
    const made = await backedUp()
    const { path, name } = made
    spoil(join(folderOf(path), name), 0, page)
    await untouched(made, (client) => client.backups.restore({ path, name, passphrase }), 'ARCHIVE_CORRUPT')
  })

  test.each(['../prov.klarlagt', 'arkiv.key', 'latest.json', ''])(
    'a file that is no backup, “%s”, is not restored @security-backup',
    async (name) => {
      const made = await backedUp()
      await untouched(
        made,
        (client) => client.backups.restore({ path: made.path, name, passphrase }),
        'ARCHIVE_MISSING',
      )
    },
  )

  test('that is open is not restored over', async () => {
    const { client, path, name } = await backedUp()
    await client.archive.open({ path, passphrase })
    expect(await codeOf(client.backups.restore({ path, name, passphrase }))).toBe('ARCHIVE_IN_USE')
  })

  test('a log that holds nothing but garbage after a whole archive loses nothing', async () => {
    const { client, path, id } = await backedUp()
    appendFileSync(`${path}-wal`, randomBytes(10_000))
    await client.archive.open({ path, passphrase })
    expect(await client.notes.get({ id })).toMatchObject({ status: 'journalford' })
  })
})

test('a folder of backups that nobody can write in is told by what the system says of it', async () => {
  const { client, path } = await startWithArchive()
  await client.backups.make()
  chmodSync(folderOf(path), 0o500)
  onTestFinished(() => chmodSync(folderOf(path), 0o700))
  // Root writes anywhere; the folder is then as good as any.
  const outcome = await client.backups.make().catch((error: unknown) => error)
  if (process.getuid?.() !== 0) expect(outcome).toMatchObject({ code: 'BACKUP_FAILED' })
  expect((await client.backups.state()).folder).toEqual(matching(/\.backups$/))
})
