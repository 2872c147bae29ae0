import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { timestamp } from '../../shared/case/dates.ts'
import { may } from '../../shared/user/may.ts'
import { atWork } from '../../shared/user/stored-user.ts'
import { userIdSchema } from '../../shared/user/user.ts'
import { readKept, writeKept } from '../files/kept-json.ts'
import { privateFolder } from '../files/private.ts'
import { governed, refuseDemo, refusePlace } from '../policy/obey.ts'
import { archiveAt, archivePathIn, archivesIn, createArchive, infoOf } from '../store/archive-files.ts'
import { backupsIn } from '../store/backup-files.ts'
import { backUpBefore } from '../store/backup-write.ts'
import { replaceDatabase } from '../store/beginning.ts'
import { thinEarlierDays } from '../store/history/thin-revisions.ts'
import { type KeyFile, keyOf, readKeyFile } from '../store/key.ts'
import { closeDatabase, openDatabase } from '../store/open.ts'
import { PASSPHRASE_MINIMUM } from '../store/passphrase.ts'
import { createReaders } from '../store/readers/readers.ts'
import { refusal } from '../store/refusal.ts'
import { readPublished } from '../store/templates/published.ts'
import { hasTraces } from '../store/traces.ts'
import { keepTidy } from '../store/upkeep.ts'
import { foundArchive, readUser, type StartingUser } from '../store/user-and-settings.ts'
import { readUsers } from '../store/users.ts'
import { backupFolderIn } from './backup-schedule.ts'
import {
  type CallContext,
  type CoreState,
  calls,
  heldKey,
  type OpenArchive,
  openArchiveOf,
  todayIn,
} from './calls.ts'
import { buildDemoArchive, DEMO_PASSPHRASE } from './demo/build-demo.ts'
import { playedDay } from './demo/kept.ts'
import { deriveWith } from './published-templates.ts'
import { RoleRefused } from './refusals.ts'

const latestSchema = z.object({ path: z.string() })
const latestIn = (dataDir: string) => join(dataDir, 'latest.json')

/** The path of the archive opened last, or undefined. Only the path is kept outside the archive, never case data. */
const readLatest = (dataDir: string): string | undefined => readKept(latestIn(dataDir), latestSchema)?.path

/** Remembers the archive opened last. Only a suggestion: where it cannot be written, opening goes on without. */
function writeLatest(dataDir: string, path: string): void {
  try {
    writeKept(latestIn(dataDir), { path })
  } catch {
    // The archive is open all the same.
  }
}

/** Runs one request at a time: two windows may ask at once, and deriving a key takes a while. */
const lines = new WeakMap<CoreState, Promise<unknown>>()
export function inTurn<T>(state: CoreState, work: () => Promise<T>): Promise<T> {
  const next = (lines.get(state) ?? Promise.resolve()).then(work, work)
  lines.set(state, next)
  return next
}

/** The only archive that may be opened, where the host names one. */
const onlyOf = ({ archives: { archivePath } }: CoreState) =>
  archivePath === undefined ? undefined : resolve(archivePath)

export function statusOf(state: CoreState): ArchiveStatus {
  if (state.open) {
    const { info, user, rights, chosen, opening, playedOn } = state.open
    return {
      state: 'open',
      archive: info,
      opening,
      user,
      rights: [...rights],
      chosen,
      ...(playedOn && { playedOn }),
    }
  }
  const { dataDir, keychain } = state.archives
  const only = onlyOf(state)
  const single = only === undefined ? undefined : archiveAt(only)
  const known = only === undefined ? archivesIn(dataDir) : single === undefined ? [] : [single]
  const latest = only === undefined ? readLatest(dataDir) : undefined
  return {
    state: 'closed',
    single: only !== undefined,
    known: known.filter(({ demo }) => !demo || state.policies.policies.demoAllowed !== false),
    keychain: { usable: keychain.usable, backend: keychain.backend },
    ...(latest === undefined ? {} : { latest }),
    ...(state.locked === undefined ? {} : { locked: state.locked }),
  }
}

/** Goes from the archive that is open to the next, or to none. It is closed once nobody reads it any more. */
async function leave(state: CoreState, next?: OpenArchive): Promise<void> {
  const left = state.open
  state.lock.end()
  state.locked = undefined
  if (left) state.backups.end()
  state.open = next
  if (!left) return
  if (left.db.isInPlace() && hasTraces(left.db)) return state.rebuilding.begin(left)
  await left.readers.end()
  closeDatabase(left.db)
  left.key.bytes.fill(0)
}

/** Closes the archive, which waits behind its lock. */
async function shut(state: CoreState, line: string): Promise<void> {
  const locked = state.open?.info
  await leave(state)
  state.locked = locked
  state.changes.publish({ type: 'archive' }, line)
}

/** Closes the archive that is being locked, where it is ready when its turn comes. */
export function shutIfReady(state: CoreState, isReady: () => boolean): void {
  void inTurn(state, async () => {
    if (state.open && isReady()) await shut(state, '')
  })
}

/** The new archive is opened before the old one is closed, so a refusal changes nothing. */
export async function enter({ state, line }: CallContext, next: OpenArchive): Promise<ArchiveStatus> {
  await leave(state, next)
  thinEarlierDays(next.db, todayIn(state))
  if (state.changes.lines().size > 0) next.readers.prepare()
  if (onlyOf(state) === undefined) writeLatest(state.archives.dataDir, next.info.path)
  state.backups.begin()
  state.changes.publish({ type: 'archive' }, line)
  return statusOf(state)
}

/**
 * Puts another database in the place of the open archive's, and opens that: whatever windows show of it is read again. Where it
 * cannot be put there, the archive is opened as it was.
 */
export async function reopenAs(context: CallContext, from: string): Promise<ArchiveStatus> {
  const { state, line } = context
  const { db, readers, key, info } = openArchiveOf(state)
  const bytes = Uint8Array.from(key.bytes)
  state.lock.end()
  state.backups.end()
  state.open = undefined
  state.changes.publish({ type: 'archive' }, line)
  await readers.end()
  key.bytes.fill(0)
  try {
    replaceDatabase(db, from)
  } finally {
    await enter(context, openWith(state, info.path, readKeyFile(info.path), bytes))
  }
  return statusOf(state)
}

/** An archive as it is when it has been opened: whoever worked last works on, until somebody says otherwise. */
function opened({
  db,
  info,
  key,
  opening,
}: Pick<OpenArchive, 'db' | 'info' | 'key' | 'opening'>): OpenArchive {
  const user = readUser(db)
  const users = readUsers(db)
  const rights = users.find(({ id }) => id === user.id)?.rights ?? []
  // Among invented cases nobody need say who they are.
  return {
    db,
    readers: createReaders(db, key.bytes),
    info,
    user,
    rights,
    key,
    published: readPublished(db),
    opening,
    chosen: info.demo || atWork(users).length < 2,
    playedOn: info.demo ? playedDay(db) : undefined,
  }
}

async function openAt(
  context: CallContext,
  path: string,
  passphrase: string | undefined,
): Promise<ArchiveStatus> {
  const { state } = context
  if (state.open?.info.path === path) return statusOf(state)
  const { policies } = state.policies
  refusePlace(policies, state.archives.dataDir, path)
  const file = readKeyFile(path)
  if (file.demo) refuseDemo(policies)
  const key = await keyOf(path, file, file.demo ? DEMO_PASSPHRASE : passphrase, state.archives.keychain)
  return enter(context, openWith(state, path, file, key))
}

/** Opens the archive at a path with its key, and nothing else of it; whoever calls enters it. */
export function openWith(
  state: CoreState,
  path: string,
  file: KeyFile,
  key: Uint8Array,
  { isNew = false } = {},
): OpenArchive {
  const db =
    state.rebuilding.takeBack(path) ??
    openDatabase(path, key, (database) =>
      backUpBefore(database, {
        key,
        folder: backupFolderIn(state, path),
        archivePath: path,
        at: state.now(),
      }),
    )
  db.slow = (name, ms) => state.log(`slow: ${name} ${ms} ms`)
  try {
    deriveWith(state, db, readPublished(db))
    keepTidy(db, () => state.log('upkeep: unfinished'))
    return opened({ db, info: infoOf(path, file), key: heldKey(key, { isNew }), opening: state.newId() })
  } catch (error) {
    closeDatabase(db)
    throw error
  }
}

/** ARCHIVE_MISSING for any archive but the one that the host names, where it names one. */
export function refuseOther(state: CoreState, path: string): void {
  const only = onlyOf(state)
  if (only !== undefined && path !== only) throw refusal('ARCHIVE_MISSING', { path })
}

/** What the policies ask of a new archive: PASSPHRASE_GOVERNED, ARCHIVE_FOLDER_GOVERNED, ARCHIVE_FOLDER_MISSING. */
function prepareGoverned(
  { policies, archives }: CoreState,
  path: string,
  passphrase: string | undefined,
): void {
  const { passphraseNeeded, passphraseMinimum, archiveFolder } = policies.policies
  refusePlace(policies.policies, archives.dataDir, path)
  if (passphraseNeeded && passphrase === undefined)
    throw governed('PASSPHRASE_GOVERNED', {
      minimum: Math.max(PASSPHRASE_MINIMUM, passphraseMinimum ?? 0),
    })
  if (archiveFolder === undefined) return
  try {
    privateFolder(archives.dataDir)
  } catch {
    throw governed('ARCHIVE_FOLDER_MISSING', { folder: archives.dataDir })
  }
}

/** Makes, opens and closes archives. One is open at a time; all windows share it. */
export const archive = {
  status: calls.archive.status.handler(({ context: { state } }) => statusOf(state)),

  create: calls.archive.create.handler(({ input: { name, user, passphrase }, context }) => {
    const { state } = context
    return inTurn(state, async () => {
      const { dataDir, keychain, scrypt } = state.archives
      const { passphraseMinimum: minimum } = state.policies.policies
      const path = onlyOf(state) ?? archivePathIn(dataDir, name)
      if (!may(user.role, 'write', { demo: false }))
        throw new RoleRefused({ role: user.role, action: 'write', demo: false })
      prepareGoverned(state, path, passphrase)
      // Its first backup would be locked by its own key, and those that are there could never be opened again.
      if (backupsIn(backupFolderIn(state, path)).length > 0) throw refusal('ARCHIVE_EXISTS', { path })
      const request = { name, demo: false, passphrase, minimum, keychain, scrypt }
      const by: StartingUser = { ...user, id: userIdSchema.parse(state.newId()) }
      const { file, key } = await createArchive(path, request, ({ db }) =>
        foundArchive(db, { by, at: timestamp(state.now()) }),
      )
      return enter(context, openWith(state, path, file, key, { isNew: true }))
    })
  }),

  open: calls.archive.open.handler(({ input, context }) =>
    inTurn(context.state, async () => {
      const path = resolve(input.path)
      refuseOther(context.state, path)
      return openAt(context, path, input.passphrase)
    }),
  ),

  /** Opens the demo archive, and makes it first where there is none. Needs no passphrase. */
  demo: calls.archive.demo.handler(({ context }) =>
    inTurn(context.state, async () => {
      const { archives, policies, templates, now } = context.state
      const path = onlyOf(context.state) ?? join(archives.dataDir, 'demo.klarlagt')
      const known = archiveAt(path)
      refuseDemo(policies.policies)
      refusePlace(policies.policies, archives.dataDir, path)
      if (known && !known.demo) throw refusal('ARCHIVE_EXISTS', { path })
      if (!known) await buildDemoArchive({ path, templates, now })
      return openAt(context, path, undefined)
    }),
  ),

  close: calls.archive.close.handler(({ context: { state, line } }) =>
    inTurn(state, async () => {
      await leave(state)
      await state.backups.ended()
      await state.rebuilding.ended()
      state.changes.publish({ type: 'archive' }, line)
      return statusOf(state)
    }),
  ),

  lock: calls.archive.lock.handler(({ input: { saved }, context: { state, line } }) =>
    inTurn(state, async () => {
      if (state.open && state.lock.ask(line, saved)) await shut(state, line)
      return statusOf(state)
    }),
  ),

  active: calls.archive.active.handler(({ context: { state, line } }) => {
    if (state.open) state.changes.publish({ type: 'active' }, line)
  }),
}
