import { join, resolve } from 'node:path'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { timestamp } from '../../shared/case/dates.ts'
import type { User } from '../../shared/note/note.ts'
import { archiveAt, archivePathIn, archivesIn, createArchive, infoOf } from '../store/archive-files.ts'
import { readUser, writeUser } from '../store/archive-user.ts'
import { type Keychain, keyOf, readKeyFile } from '../store/key.ts'
import { closeDatabase, openDatabase } from '../store/open.ts'
import type { ScryptParams } from '../store/passphrase.ts'
import { refusal } from '../store/refusal.ts'
import { buildDemoArchive, DEMO_PASSPHRASE } from './demo/build-demo.ts'
import { readLatest, writeLatest } from './latest.ts'
import { type OpenArchive, openArchiveOf, type Session } from './session.ts'

export interface ArchiveOptions {
  /** The folder of the user's archives. */
  dataDir: string
  /** Where given, the only archive that is offered and opened (`serve --store`). */
  archivePath?: string | undefined
  keychain: Keychain
  /** Work factors for new passphrases; tests take cheap ones. */
  scrypt?: ScryptParams | undefined
}

export interface ArchiveService {
  status(): ArchiveStatus
  create(input: { name: string; user: User; passphrase?: string | undefined }): Promise<ArchiveStatus>
  open(input: { path: string; passphrase?: string | undefined }): Promise<ArchiveStatus>
  /** Opens the demo archive, and makes it first where there is none. Needs no passphrase. */
  demo(): Promise<ArchiveStatus>
  close(): Promise<ArchiveStatus>
  setUser(user: User): ArchiveStatus
}

/** One after the other: two windows may ask at once, and a passphrase takes its time. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next
    return next
  }
}

/** Makes, opens and closes archives. One is open at a time; all windows share it. */
export function createArchiveService(session: Session, options: ArchiveOptions): ArchiveService {
  const { dataDir, keychain } = options
  const only = options.archivePath === undefined ? undefined : resolve(options.archivePath)
  const queue = createQueue()

  function status(): ArchiveStatus {
    if (session.open) return { state: 'open', archive: session.open.info, user: session.open.user }
    const single = only === undefined ? undefined : archiveAt(only)
    const latest = only ?? readLatest(dataDir)
    return {
      state: 'closed',
      known: only === undefined ? archivesIn(dataDir) : single === undefined ? [] : [single],
      keychain: { usable: keychain.usable, backend: keychain.backend },
      ...(latest === undefined ? {} : { latest }),
    }
  }

  function leave(): void {
    if (!session.open) return
    closeDatabase(session.open.db)
    session.open = undefined
  }

  /** The new archive is open before the old one is left: a refusal changes nothing. */
  function enter(next: OpenArchive): ArchiveStatus {
    leave()
    session.open = next
    writeLatest(dataDir, next.info.path)
    session.changes.publish({ type: 'archive' })
    return status()
  }

  async function openAt(path: string, passphrase: string | undefined): Promise<ArchiveStatus> {
    if (session.open?.info.path === path) return status()
    const file = readKeyFile(path)
    const key = await keyOf(path, file, file.demo ? DEMO_PASSPHRASE : passphrase, keychain)
    const db = openDatabase(path, key)
    try {
      return enter({ db, info: infoOf(path, file), user: readUser(db) })
    } catch (error) {
      if (session.open?.db !== db) closeDatabase(db)
      throw error
    }
  }

  async function createAt(
    path: string,
    input: { name: string; user: User; passphrase?: string | undefined },
  ): Promise<ArchiveStatus> {
    const { name, user, passphrase } = input
    const request = { name, demo: false, passphrase, keychain, scrypt: options.scrypt }
    const { db, info } = await createArchive(path, request)
    writeUser(db, { by: user, at: timestamp(session.now()) }, 'archive-created')
    return enter({ db, info, user })
  }

  async function openDemo(): Promise<ArchiveStatus> {
    const path = only ?? join(dataDir, 'demo.klarlagt')
    const known = archiveAt(path)
    if (known && !known.demo) throw refusal('ARCHIVE_EXISTS', { path })
    if (!known) await buildDemoArchive({ path, templates: session.templates, now: session.now })
    return openAt(path, undefined)
  }

  return {
    status,
    create: (input) => queue(() => createAt(only ?? archivePathIn(dataDir, input.name), input)),
    open: (input) =>
      queue(() => {
        const path = resolve(input.path)
        if (only !== undefined && path !== only) throw refusal('ARCHIVE_MISSING', { path: input.path })
        return openAt(path, input.passphrase)
      }),
    demo: () => queue(openDemo),
    close: () =>
      queue(async () => {
        leave()
        session.changes.publish({ type: 'archive' })
        return status()
      }),
    setUser: (user) => {
      const open = openArchiveOf(session)
      writeUser(open.db, { by: user, at: timestamp(session.now()) }, 'user-changed')
      session.open = { ...open, user }
      session.changes.publish({ type: 'archive' })
      return status()
    },
  }
}
