import { randomUUID } from 'node:crypto'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { READING_LOGGED } from '../../shared/api/history.ts'
import { noPolicies, type PolicyReading } from '../../shared/policy/read.ts'
import type { Pack } from '../../shared/training/pack.ts'
import { tightenFolder } from '../files/private.ts'
import { archiveFolderOf } from '../policy/obey.ts'
import type { ArchiveFinding } from '../store/archive-finding.ts'
import { derivedFindings, type Progress, rebuildDerived } from '../store/derived/rebuild.ts'
import { readPinnedTemplates } from '../store/read-notes.ts'
import { readSettings, writeSetting } from '../store/user-and-settings.ts'
import { verifyArchive } from '../store/verify.ts'
import { withAgencyTemplates } from './agency-templates.ts'
import { amendmentCalls } from './amendments.ts'
import { archive, shutIfReady } from './archives.ts'
import { backupFolderIn, createBackups } from './backup-schedule.ts'
import { backups } from './backups.ts'
import { createRebuilding } from './build-anew.ts'
import {
  type ArchiveOptions,
  type CallContext,
  type CoreState,
  calls,
  dbOf,
  stampFor,
  todayIn,
} from './calls.ts'
import { cases } from './cases.ts'
import { createChanges } from './changes.ts'
import { commentCalls } from './comments.ts'
import { withoutTraining } from './demo/kept.ts'
import { disposalCalls } from './disposal.ts'
import { extractCalls } from './extract.ts'
import { followCalls } from './follow.ts'
import { historyCalls } from './history.ts'
import { indicatorCalls } from './indicators.ts'
import { key } from './key.ts'
import { createLock } from './lock.ts'
import { logCalls } from './log.ts'
import { notes } from './notes.ts'
import { packageCalls } from './packages.ts'
import { userCalls } from './people.ts'
import { shippedPhrases } from './phrase-files.ts'
import { phrases } from './phrases.ts'
import { program } from './program.ts'
import { proof } from './proof/index.ts'
import { joinTemplates } from './published-templates.ts'
import { publishingCalls } from './publishing.ts'
import { review } from './review.ts'
import { searchCalls } from './search.ts'
import { studioCalls } from './studio.ts'
import { templateFileCalls } from './template-files.ts'
import { loadTemplates, templatesInUse } from './templates.ts'
import { training } from './training/index.ts'
import { shippedPacks } from './training/pack-files.ts'
import { watchCalls } from './watch.ts'

const settings = {
  get: calls.settings.get.handler(({ context: { state } }) => withoutTraining(readSettings(dbOf(state)))),
  set: calls.settings.set.handler(({ input, context: { state, line } }) => {
    // What is logged of those who read is for whoever looks after users to say.
    if (input.key === READING_LOGGED) stampFor(state, 'manage-users')
    writeSetting(dbOf(state), input.key, input.value)
    state.changes.publish({ type: 'settings' }, line)
  }),
}

const policies = {
  get: calls.policies.get.handler(({ context: { state } }) => state.policies),
}

const templates = {
  list: calls.templates.list.handler(({ context: { state } }) =>
    templatesInUse(state.templates, state.open ? readPinnedTemplates(state.open.db) : []),
  ),
}

// Whoever listens is a window, which asks of all cases as soon as it is drawn.
const changes = calls.changes.handler(({ context: { state, line }, signal }) => {
  state.open?.readers.prepare()
  return state.changes.subscribe(line, signal)
})

/** The implemented contract, for any oRPC handler; its context is `core.line()`. */
export const router = calls.router({
  archive,
  key,
  backups,
  cases,
  notes,
  follow: followCalls,
  comments: commentCalls,
  history: historyCalls,
  amendments: amendmentCalls,
  disposal: disposalCalls,
  extract: extractCalls,
  people: userCalls,
  packages: packageCalls,
  review,
  search: searchCalls,
  watch: watchCalls,
  indicators: indicatorCalls,
  training,
  log: logCalls,
  phrases,
  policies,
  templates,
  studio: { ...studioCalls, ...publishingCalls, ...templateFileCalls },
  settings,
  program,
  proof,
  changes,
})

export interface CoreOptions extends ArchiveOptions {
  /** The folder of the shipped templates. */
  templatesDir: string
  /** What the agency governs; nothing without it. */
  policies?: PolicyReading | undefined
  /** Whether the host holds exported files to the folders that the policies allow. Where it cannot, none is given out. */
  holdsFolders?: boolean | undefined
  now?: (() => Date) | undefined
  /** Where unexpected failures are told, without case data. */
  log?: ((line: string) => void) | undefined
}

export interface Core {
  /** The context of the calls of one line: a window's, a command's. */
  line(): CallContext
  /** The contract as functions, for the command line: a line of its own. */
  client: RouterClient<typeof router>
  /** Digests, chains, revisions, log, what is derived of every case, and the database itself: what does not hold. Empty where all does. */
  verify(): Promise<ArchiveFinding[]>
  /** Derives every case anew from its notes. */
  rebuild(told: (progress: Progress) => void): ReturnType<typeof rebuildDerived>
  /** Closes the archive and ends every stream of changes. */
  close(): Promise<void>
}

/** The core: one open archive at a time, and the calls on it. */
export function createCore({
  templatesDir,
  policies = noPolicies,
  holdsFolders = false,
  now,
  log,
  ...options
}: CoreOptions): Core {
  const archives = { ...options, dataDir: archiveFolderOf(policies.policies, options.dataDir) }
  // A folder that the agency has chosen is the agency's to open and close, and so is one that happens to hold a named archive.
  const isOwn = archives.dataDir === options.dataDir && archives.archivePath === undefined
  if (isOwn) tightenFolder(archives.dataDir)
  const {
    templates: given,
    findings,
    phrases: ofAgency,
  } = withAgencyTemplates(loadTemplates(templatesDir), policies.policies)
  const joined = joinTemplates(given, policies.policies)
  const told = createChanges()
  let packs: readonly Pack[] | undefined
  const state: CoreState = {
    open: undefined,
    locked: undefined,
    lock: createLock(told, (isReady) => shutIfReady(state, isReady)),
    backups: createBackups({
      current: () => state.open,
      folderOf: (path) => backupFolderIn(state, path),
      now: () => state.now(),
      changed: () => told.publish({ type: 'backups' }, ''),
    }),
    rebuilding: createRebuilding(() => state.log('build anew: unfinished')),
    archives,
    policies: { ...policies, findings: [...policies.findings, ...findings] },
    holdsFolders,
    now: now ?? (() => new Date()),
    newId: randomUUID,
    get templates() {
      return state.templatesWith(state.open?.published ?? [])
    },
    templatesWith: (published) => joined(published, todayIn(state)),
    phrases: { shipped: shippedPhrases(templatesDir), agency: [...ofAgency] },
    packs: () => (packs ??= shippedPacks(templatesDir, given.all).all),
    changes: told,
    log: log ?? (() => undefined),
  }
  const line = () => ({ state, line: randomUUID() })
  const client = createRouterClient(router, { context: line() })
  return {
    line,
    client,
    verify: async () => [
      ...verifyArchive(dbOf(state)),
      ...(await derivedFindings(dbOf(state), state.templates.all, 'all')),
    ],
    rebuild: (told) => rebuildDerived(dbOf(state), state.templates.all, told),
    close: async () => {
      await client.archive.close()
      state.changes.close()
    },
  }
}
