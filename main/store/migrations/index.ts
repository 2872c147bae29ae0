import type Database from 'better-sqlite3'
import { casesNotesRecords } from './0001-cases-notes-records.ts'
import { caseRevision } from './0002-case-revision.ts'
import { objections } from './0003-objections.ts'
import { takenOver } from './0004-taken-over.ts'
import { setAside } from './0005-set-aside.ts'
import { ownPhrases } from './0006-phrases.ts'
import { users } from './0007-users.ts'
import { signing } from './0008-signing.ts'
import { reviewEvents } from './0009-review.ts'
import { comments } from './0010-comments.ts'
import { revisionHistory } from './0011-history.ts'
import { amendments } from './0012-amendments.ts'
import { disposal } from './0013-disposal.ts'
import { packages } from './0014-packages.ts'
import { derived } from './0015-derived.ts'
import { watch } from './0016-watch.ts'
import { watchOpen } from './0017-watch-open.ts'
import { figures } from './0018-figures.ts'
import { caseList } from './0019-case-list.ts'
import { search } from './0020-search.ts'
import { searchUpkeep } from './0021-search-upkeep.ts'
import { figureEventsTable } from './0022-figure-events.ts'
import { traces } from './0023-traces.ts'
import { quickOpenIndexes } from './0024-quick-open.ts'
import { templates } from './0025-templates.ts'

/** One step from a database of version `version - 1` to `version`. Never changed once shipped. */
interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (database: Database.Database) => void
}

/** Every migration, in order. A new one is added here and nowhere else; one that has shipped is never changed. */
export const migrations: readonly Migration[] = [
  casesNotesRecords,
  caseRevision,
  objections,
  takenOver,
  setAside,
  ownPhrases,
  users,
  signing,
  reviewEvents,
  comments,
  revisionHistory,
  amendments,
  disposal,
  packages,
  derived,
  watch,
  watchOpen,
  figures,
  caseList,
  search,
  searchUpkeep,
  figureEventsTable,
  traces,
  quickOpenIndexes,
  templates,
]

/** The version that this Klarlagt reads and writes. */
export const SCHEMA_VERSION = migrations.length

/** Brings a database from its version to the newest, one transaction per step: a step happens whole or not at all. */
export function migrate(database: Database.Database, from: number): void {
  for (const migration of migrations.slice(from)) {
    database
      .transaction(() => {
        migration.up(database)
        database.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  }
}
