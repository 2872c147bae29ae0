import { hkdfSync } from 'node:crypto'
import { accessSync, closeSync, constants, existsSync, openSync, read, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { privateFile, tightenFiles } from '../files/private.ts'
import type { Db } from './db.ts'
import { keyPathOf } from './key.ts'
import { migrate, SCHEMA_VERSION } from './migrations/index.ts'
import { asRefusal, refusal } from './refusal.ts'

/** So many pages of the log are left to be brought into the file when nobody saves (upkeep.ts); then a save does it: 64 MB. */
export const MOST_LOGGED = 16_000
/** "Klar" in ASCII: says whose database a file is. */
const APPLICATION_ID = 0x4b_6c_61_72
/** How long to wait for another program to release the file, for instance while it is closing. */
const LOCK_WAIT_MS = 300

// The driver reads this with its first connection: SQLite then takes a name that begins with `file:` for an address.
process.env.SQLITE_USE_URI = '1'

/**
 * An archive is open in one program, where readers in other threads may share it. SQLite's `unix-excl` takes the lock against other
 * programs of the operating system with the first access, which dies with the process, so nothing stale can be left behind;
 * and keeps what connections share in the process's own memory, so that no file of it lies beside the archive.
 */
export const canShare = process.platform !== 'win32'

/** The name of an archive's file for a connection that the readers of this process may share. */
function shared(path: string): string {
  if (!canShare) return path
  const address = pathToFileURL(path)
  address.searchParams.set('vfs', 'multipleciphers-unix-excl')
  return address.href
}

/** A connection with the key. The order matters: cipher, its parameters, key, then all else. */
function connect(name: string, key: Uint8Array, options: Database.Options): Database.Database {
  const database = new Database(name, { ...options, timeout: LOCK_WAIT_MS })
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  // A copy is nobody else's, nor is an archive where it cannot be shared.
  if (!name.startsWith('file:')) database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('temp_store = MEMORY')
  database.pragma('cell_size_check = ON')
  return database
}

function pragmaNumber(database: Database.Database, name: string): number {
  const value = database.pragma(name, { simple: true })
  return typeof value === 'number' ? value : Number.NaN
}

/** Called with a database of an older version before it is changed; what it throws leaves the file as it is. */
export type BeforeMigration = (database: Database.Database) => void

function prepareForUse(
  database: Database.Database,
  version: number,
  beforeMigration: BeforeMigration = () => undefined,
): void {
  database.pragma('journal_mode = WAL')
  database.pragma(`wal_autocheckpoint = ${MOST_LOGGED}`)
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What is taken away is overwritten, and not left where it stood.
  database.pragma('secure_delete = ON')
  if (version > 0 && version < SCHEMA_VERSION) beforeMigration(database)
  migrate(database, version)
}

const secretsOf = (key: Uint8Array) => (purpose: string) =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `klarlagt/${purpose}`, 32))

/** Which file is at a path: another one where a disk was taken out and put in again, none where its folder has gone. */
function fileAt(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats && `${stats.dev} ${stats.ino}`
}

function placeOf(path: string): () => boolean {
  const opened = fileAt(path)
  return () => {
    try {
      return fileAt(path) === opened
    } catch {
      // The system cannot say: a network drive that does not answer.
      return false
    }
  }
}

/** Runs `setUp` on a new connection, which is closed again where that fails. */
function withConnection(
  { path, name = path }: { path: string; name?: string },
  key: Uint8Array,
  options: Database.Options,
  setUp: (database: Database.Database) => void,
): Db {
  let database: Database.Database | undefined
  try {
    database = connect(name, key, options)
    setUp(database)
    return { path, raw: database, statements: new Map(), isInPlace: placeOf(path), secretFor: secretsOf(key) }
  } catch (error) {
    database?.close()
    throw asRefusal(error, path)
  }
}

/** The archives that this thread has open, by their files: the lock against other programs does not tell it from itself. */
const inUse = new Map<Db, string | undefined>()

/**
 * Opens an archive that may be written in, and holds it. ARCHIVE_IN_USE where this thread has it open already, STORE_UNREACHABLE
 * where nobody may write it.
 */
function openForUse(path: string, key: Uint8Array, setUp: (database: Database.Database) => void): Db {
  const file = fileAt(path)
  if ([...inUse.values()].includes(file)) throw refusal('ARCHIVE_IN_USE', { path })
  try {
    // SQLite opens what cannot be written to be read, and says much later that it could not open its log.
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw asRefusal(error, path)
  }
  const db = withConnection({ path, name: shared(path) }, key, { fileMustExist: true }, setUp)
  inUse.set(db, file)
  return db
}

/** Makes a new encrypted database. ARCHIVE_EXISTS where there is a file already, DISK_FULL. */
export function createDatabase(path: string, key: Uint8Array): Db {
  if (existsSync(path)) throw refusal('ARCHIVE_EXISTS', { path })
  try {
    // SQLite takes an empty file for a new database, and gives its log the same mode.
    privateFile(path)
  } catch (error) {
    throw asRefusal(error, path)
  }
  return openForUse(path, key, (database) => {
    database.pragma(`application_id = ${APPLICATION_ID}`)
    prepareForUse(database, 0)
  })
}

/**
 * Opens an archive's database and brings it to the newest version. Whatever is refused (ARCHIVE_MISSING,
 * ARCHIVE_IN_USE, ARCHIVE_CORRUPT, ARCHIVE_NEWER) leaves the file as it is; nothing is ever made in its place.
 */
export function openDatabase(path: string, key: Uint8Array, beforeMigration?: BeforeMigration): Db {
  if (!existsSync(path)) throw refusal('ARCHIVE_MISSING', { path })
  // SQLite would take an empty file for a new database.
  if (statSync(path).size === 0) throw refusal('ARCHIVE_CORRUPT', { path, detail: '0 byte' })
  tightenFiles([path, `${path}-wal`, `${path}-shm`, keyPathOf(path)])
  return openForUse(path, key, (database) => {
    const version = pragmaNumber(database, 'user_version')
    const application = pragmaNumber(database, 'application_id')
    if (application !== APPLICATION_ID || version < 1)
      throw refusal('ARCHIVE_CORRUPT', { path, detail: `application_id ${application}` })
    if (version > SCHEMA_VERSION)
      throw refusal('ARCHIVE_NEWER', { path, found: version, known: SCHEMA_VERSION })
    prepareForUse(database, version, beforeMigration)
  })
}

/** Opens an archive's database, or a copy of it, as it is and of whatever version. `readonly` leaves its log as it is, too. */
export function openCopy(path: string, key: Uint8Array, { readonly = false } = {}): Db {
  return withConnection({ path }, key, { fileMustExist: true, readonly }, (database) => {
    if (pragmaNumber(database, 'application_id') !== APPLICATION_ID)
      throw refusal('ARCHIVE_CORRUPT', { path, detail: 'application_id' })
  })
}

/**
 * A connection that only reads an archive which this process has open, for a thread of its own: it sees all that is saved, and
 * delays no save.
 */
export function openReader(path: string, key: Uint8Array): Db {
  return withConnection({ path, name: shared(path) }, key, { fileMustExist: true }, (database) => {
    database.pragma('query_only = ON')
  })
}

/** Closes the database, after which everything is in the one file. Closing twice does nothing. */
export function closeDatabase(db: Db): void {
  db.statements.clear()
  db.raw.close()
  inUse.delete(db)
  const handle = files.get(db)
  files.delete(db)
  if (handle !== undefined) closeSync(handle)
}

/** Connections to files that have gone from their place, kept for as long as the program runs. */
const abandoned: Db[] = []

/**
 * Leaves a connection to a file that has gone from its place as it is. It is not closed: SQLite would take the log away that lies
 * at the path now, which is another's.
 */
export function abandonDatabase(db: Db): void {
  inUse.delete(db)
  abandoned.push(db)
}

const files = new WeakMap<Db, number>()
const readAt = promisify(read)

/**
 * The database's file, to be copied while it is open. POSIX takes all locks of a process on a file away when any handle to it
 * is closed, and SQLite's lock against other programs with them: so there is one, which is closed after the database.
 */
export function fileOf(db: Db): {
  read: (into: Uint8Array, position: number) => Promise<{ bytesRead: number }>
} {
  const handle = files.get(db) ?? openSync(db.path, 'r')
  files.set(db, handle)
  return { read: (into, position) => readAt(handle, into, 0, into.length, position) }
}

const versionsSchema = z.object({ sqlite: z.string(), ciphers: z.string() })

/** Which SQLite the driver brings, and which encryption for it. */
export const databaseVersions = ({ raw }: Db): z.infer<typeof versionsSchema> =>
  versionsSchema.parse(raw.prepare('SELECT sqlite_version() AS sqlite, sqlite3mc_version() AS ciphers').get())
