import { randomUUID } from 'node:crypto'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { type Finding, verifyArchive } from '../store/verify.ts'
import { archive } from './archives.ts'
import { type CallContext, calls } from './calls.ts'
import { cases } from './cases.ts'
import { createChanges } from './changes.ts'
import { notes } from './notes.ts'
import { changes, settings, templates } from './settings.ts'
import { type ArchiveOptions, type CoreState, dbOf } from './state.ts'
import { loadTemplates } from './templates.ts'

/** The contract, implemented: for any oRPC handler, with `core.line()` as its context. */
export const router = calls.router({ archive, cases, notes, templates, settings, changes })

export interface CoreOptions extends ArchiveOptions {
  /** The folder of the shipped templates. */
  templatesDir: string
  now?: (() => Date) | undefined
  /** Where unexpected failures are told, without case data. */
  log?: ((line: string) => void) | undefined
}

export interface Core {
  /** The context of the calls of one line: a window's, a command's. */
  line(): CallContext
  /** The contract as functions, for the command line: a line of its own. */
  client: RouterClient<typeof router>
  /** Digests, chains, revisions, log and the database itself: what does not hold. Empty where all does. */
  verify(): Finding[]
  /** Closes the archive and ends every stream of changes. */
  close(): Promise<void>
}

/** The core: one open archive at a time, and the calls on it. */
export function createCore({ templatesDir, now, log, ...archives }: CoreOptions): Core {
  const state: CoreState = {
    open: undefined,
    archives,
    now: now ?? (() => new Date()),
    newId: randomUUID,
    templates: loadTemplates(templatesDir),
    changes: createChanges(),
    log: log ?? (() => undefined),
  }
  const line = () => ({ state, line: randomUUID() })
  const client = createRouterClient(router, { context: line() })
  return {
    line,
    client,
    verify: () => verifyArchive(dbOf(state)),
    close: async () => {
      await client.archive.close()
      state.changes.close()
    },
  }
}
