import type Database from 'better-sqlite3'
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { z } from 'zod'
import { asRefusal, refusal, refusing } from './refusal.ts'
import type { Tables } from './tables.ts'

/** An open archive's database. Readers and writers take it as their first argument. */
export interface Db {
  readonly path: string
  readonly raw: Database.Database
  readonly statements: Map<string, Database.Statement>
  /** Whether the file that was opened is still what lies at the path. */
  readonly isInPlace: () => boolean
  /** A secret of 32 bytes for one purpose, derived from the archive's key (HKDF, RFC 5869); the key itself is given to nobody. */
  readonly secretFor: (purpose: string) => Uint8Array
  /**
   * Called when an outermost transaction begins; what it gives, before that is committed. Keeps what is derived in step with the
   * notes, where the templates that it needs are at hand.
   */
  deriving?: ((db: Db) => () => void) | undefined
  /** Told when an outermost transaction is on the disk. */
  saved?: (() => void) | undefined
  /** Told what took long, by a name that says nothing of a case, and the milliseconds. */
  slow?: ((name: string, ms: number) => void) | undefined
}

/**
 * Builds typed SQL; never runs it. Running is ours, on one connection and at once, so that a transaction is one
 * turn of the event loop and nothing else can slip into it.
 */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

interface Compilable {
  compile(): CompiledQuery
}

/** Prepares a statement once per archive: preparing is most of the cost of a small query. */
export function prepared(db: Db, sql: string): Database.Statement {
  const known = db.statements.get(sql)
  if (known) return known
  const statement = db.raw.prepare(sql)
  db.statements.set(sql, statement)
  return statement
}

/** What takes longer is told as slow. Own choice: a page on the screen has a tenth of a second. */
const SLOW_MS = 40

/** What a statement is called where it is slow: what it does and to which tables, and nothing of what it was asked with. */
function nameOf(sql: string): string {
  const tables = Array.from(
    sql.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)/giu),
    ([, table]) => table,
  )
  return [/\w+/u.exec(sql)?.[0].toLowerCase(), ...new Set(tables)].join(' ')
}

/** Tells of what took long, by its name. */
export function tellIfSlow(db: Db, name: () => string, ms: number): void {
  if (ms > SLOW_MS) db.slow?.(name(), Math.round(ms))
}

function timed<T>(
  db: Db,
  built: Compilable,
  run: (statement: Database.Statement, parameters: readonly unknown[]) => T,
): T {
  return refusing(db.path, () => {
    const { sql, parameters } = built.compile()
    const statement = prepared(db, sql)
    const begun = performance.now()
    const done = run(statement, parameters)
    tellIfSlow(db, () => nameOf(sql), performance.now() - begun)
    return done
  })
}

/** Runs a query and reads its rows through `schema`. A row of another form: ARCHIVE_CORRUPT. */
export function all<S extends z.ZodType>(db: Db, built: Compilable, schema: S): z.infer<S>[] {
  return allBy(db, built, (row) => readRow(db, schema, row))
}

function allBy<T>(db: Db, built: Compilable, read: (row: unknown) => T): T[] {
  return timed(db, built, (statement, parameters) => statement.all(...parameters).map(read))
}

/** What has been read of rows, by all that stands in them. */
export type Remembered<T> = Map<string, T>
const MOST_REMEMBERED = 500

/**
 * As `all`, for rows that take long to read through and are mostly the same as before: a row of which every column is what it was
 * says what it said. The query is run each time, and what it gives is nobody's to change.
 */
export function allRemembered<S extends z.ZodType>(
  db: Db,
  built: Compilable,
  schema: S,
  remembered: Remembered<z.infer<S>>,
): z.infer<S>[] {
  return allBy(db, built, (row) => {
    const text = JSON.stringify(row)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const read = readRow(db, schema, row)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(text, read)
    return read
  })
}

/** The rows of a query one at a time, where all of them are too many to hold. A row of another form: ARCHIVE_CORRUPT. */
export function* each<S extends z.ZodType>(db: Db, built: Compilable, schema: S): Generator<z.infer<S>> {
  const { sql, parameters } = built.compile()
  try {
    for (const row of db.raw.prepare(sql).iterate(...parameters)) yield readRow(db, schema, row)
  } catch (error) {
    throw asRefusal(error, db.path)
  }
}

/** The first row of a query, or undefined. */
export function first<S extends z.ZodType>(db: Db, built: Compilable, schema: S): z.infer<S> | undefined {
  return timed(db, built, (statement, parameters) => {
    const row = statement.get(...parameters)
    return row === undefined ? undefined : readRow(db, schema, row)
  })
}

/** Runs a statement that changes something and returns the number of rows changed. */
export function execute(db: Db, built: Compilable): number {
  return timed(db, built, (statement, parameters) => statement.run(...parameters).changes)
}

/** Runs what kysely has no words for, turning what the database refuses into a refusal. */
export function refusingRaw<T>({ path, raw }: Db, work: (raw: Database.Database) => T): T {
  return refusing(path, () => work(raw))
}

/**
 * All or nothing: on disk when it returns, undone when it throws. Inside another transaction it becomes part of it. What is
 * written in a file that nobody will find again is not kept, so STORE_UNREACHABLE where it has gone from its place.
 */
export function transaction<T>(db: Db, work: () => T): T {
  if (!db.isInPlace()) throw refusal('STORE_UNREACHABLE', { path: db.path })
  const isOutermost = !db.raw.inTransaction
  const whole = () => {
    const derive = isOutermost ? db.deriving?.(db) : undefined
    const done = work()
    derive?.()
    return done
  }
  const done = refusing(db.path, () => db.raw.transaction(whole).immediate())
  if (isOutermost) db.saved?.()
  return done
}

/**
 * The same for what takes many turns of the event loop, on a connection that nobody else has: what is being made is on the disk as a
 * whole, and what is derived is worked out once.
 */
export async function longTransaction<T>(db: Db, work: () => Promise<T>): Promise<T> {
  refusingRaw(db, (raw) => raw.exec('BEGIN IMMEDIATE'))
  try {
    const derive = db.deriving?.(db)
    const done = await work()
    derive?.()
    refusingRaw(db, (raw) => raw.exec('COMMIT'))
    return done
  } catch (error) {
    if (db.raw.inTransaction) db.raw.exec('ROLLBACK')
    throw error
  }
}

function readRow<S extends z.ZodType>(db: Db, schema: S, row: unknown): z.infer<S> {
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: `row: ${where}` })
}

/** A column of JSON text, read by `schema`. */
export function jsonColumn<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'json' })
        return z.NEVER
      }
    })
    .pipe(schema)
}
