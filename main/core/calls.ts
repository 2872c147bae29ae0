import { implement } from '@orpc/server'
import type { ArchiveInfo } from '../../shared/api/archive.ts'
import { contract } from '../../shared/api/contract.ts'
import { type IsoDate, onDay, swedishDate, timestamp } from '../../shared/case/dates.ts'
import type { PhraseBank } from '../../shared/guide/phrases.ts'
import type { PolicyReading } from '../../shared/policy/read.ts'
import type { Pack } from '../../shared/training/pack.ts'
import { type Action, may } from '../../shared/user/may.ts'
import type { Right, User } from '../../shared/user/user.ts'
import { governed, refuseFolder, refuseFormat } from '../policy/obey.ts'
import type { Db } from '../store/db.ts'
import type { DerivingTold } from '../store/derived/keep.ts'
import type { Keychain } from '../store/key.ts'
import type { Stamp } from '../store/log.ts'
import type { ScryptParams } from '../store/passphrase.ts'
import type { Question } from '../store/readers/question.ts'
import { type Readers, ReadingEnded } from '../store/readers/readers.ts'
import type { Recovery } from '../store/recovery.ts'
import type { PublishedTemplate } from '../store/templates/published.ts'
import type { Backups } from './backup-schedule.ts'
import type { Rebuilding } from './build-anew.ts'
import type { Changes } from './changes.ts'
import type { Lock } from './lock.ts'
import { ArchiveClosed, RoleRefused, toApiError } from './refusals.ts'
import { revive } from './revive.ts'
import type { Templates } from './templates.ts'

/** The archive that is open. */
export interface OpenArchive {
  db: Db
  /** Who reads it for questions over all of it. */
  readers: Readers
  info: ArchiveInfo
  /** Who works, in which role. */
  user: User
  key: OpenKey
  /** Which opening of it this is. */
  opening: string
  /** What they may beside their role. */
  rights: readonly Right[]
  /** The versions of templates that were published in it. */
  published: readonly PublishedTemplate[]
  /** Whether somebody has said that it is they who work, or there is but one who could. */
  chosen: boolean
  /** The day that a demo archive is played on, instead of that of the calendar. */
  playedOn: IsoDate | undefined
}

/** The key of the archive that is open. */
export interface OpenKey {
  readonly bytes: Uint8Array
  /** Made in this sitting, and its recovery key neither taken nor declined yet. */
  isNew: boolean
  /** A recovery key that was shown, and opens nothing yet. */
  offered: Recovery | undefined
}

/** The key of an archive that is being opened, or was made just now. */
export const heldKey = (bytes: Uint8Array, { isNew = false } = {}): OpenKey => ({
  bytes,
  isNew,
  offered: undefined,
})

/** Where archives live and how their keys are protected. */
export interface ArchiveOptions {
  /** The folder of the user's archives. */
  dataDir: string
  /** Where given, the only archive that is offered, opened or made; the folder is then neither read nor written. */
  archivePath?: string | undefined
  keychain: Keychain
  /** Work factors for new passphrases; tests take cheap ones. */
  scrypt?: ScryptParams | undefined
}

/** What every call shares: the one open archive, the clock, the templates, and whom to tell about changes. */
export interface CoreState {
  open: OpenArchive | undefined
  /** The archive that was locked, until one is opened or another way is chosen. */
  locked: ArchiveInfo | undefined
  readonly lock: Lock
  readonly backups: Backups
  readonly rebuilding: Rebuilding
  readonly archives: ArchiveOptions
  readonly policies: PolicyReading
  readonly holdsFolders: boolean
  readonly now: () => Date
  /** Ids of new cases and notes. */
  readonly newId: () => string
  /** The templates as they stand today in the open archive. */
  readonly templates: Templates
  /** The same with what is published in another, one that is being opened. */
  readonly templatesWith: (published: readonly PublishedTemplate[]) => Templates
  /** The phrases that ship, and those of the agency's signed folder. */
  readonly phrases: Omit<PhraseBank, 'own'>
  /** The demo packs that ship, read when they are first asked for. */
  readonly packs: () => readonly Pack[]
  readonly changes: Changes
  /** Where unexpected failures are told, without case data. */
  readonly log: (line: string) => void
}

/** The open archive. ARCHIVE_CLOSED. */
export function openArchiveOf(state: CoreState): OpenArchive {
  if (!state.open) throw new ArchiveClosed()
  return state.open
}

/** The database of the open archive. ARCHIVE_CLOSED. */
export const dbOf = (state: CoreState): Db => openArchiveOf(state).db

/**
 * Asks the open archive something over all of it, so that no save waits for the answer; aborted where whoever called wants none any
 * more. ARCHIVE_CLOSED, where it has been closed before the answer came as well.
 */
export async function reading<Asked, Answer>(
  state: CoreState,
  question: Question<Asked, Answer>,
  asked: Asked,
  signal?: AbortSignal,
): Promise<Answer> {
  const { readers } = openArchiveOf(state)
  try {
    return await readers.ask(question, asked, signal)
  } catch (error) {
    throw error instanceof ReadingEnded ? new ArchiveClosed() : error
  }
}

/** RECOVERY_DEMANDED where the agency wants a recovery key to be held before anything is written. */
function refuseUnrecoverable(state: CoreState): void {
  const { info } = openArchiveOf(state)
  const isDemanded = state.policies.policies.recoveryKey === 'demanded'
  if (isDemanded && !info.recovery && !info.demo) throw governed('RECOVERY_DEMANDED', undefined)
}

/** Who is told how it goes with what waits to be derived. */
export const derivingTold = (state: CoreState): DerivingTold => ({
  further: () => state.changes.publish({ type: 'derived' }, ''),
  failed: () => state.log('derived: unfinished'),
})

/** What changes nothing of what the archive holds, and so need not wait for a recovery key. */
const leavesAsIs: ReadonlySet<Action> = new Set(['read', 'export', 'read-log', 'backup'])

/** Now, as it is in the archive that is open: a demo archive stands still on the day that it is played on. */
export function nowIn({ open, now }: CoreState): Date {
  return open?.playedOn === undefined ? now() : onDay(now(), open.playedOn)
}

/** Today, as it is in the archive that is open. */
export const todayIn = (state: CoreState): IsoDate => swedishDate(nowIn(state))

/**
 * The current user at this moment, who may do this in the role they work in. ARCHIVE_CLOSED, ROLE_REFUSED; RECOVERY_DEMANDED
 * until the agency's demand is met.
 */
export function stampFor(state: CoreState, action: Action): Stamp {
  const { user, rights, info } = openArchiveOf(state)
  const { demo } = info
  if (!may(user.role, action, { demo, rights })) throw new RoleRefused({ role: user.role, action, demo })
  if (!leavesAsIs.has(action)) refuseUnrecoverable(state)
  return { by: user, at: timestamp(nowIn(state)) }
}

/** What a call runs against: the core's state, and the line (a window, a command) it came in on. */
export interface CallContext {
  readonly state: CoreState
  /** A change made by a call is told to its own line as its own. */
  readonly line: string
}

/** Implements the contract, one handler per call; every refusal becomes one that the contract names. */
export const calls = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, next, signal }) => {
    try {
      return await next()
    } catch (error) {
      // Nobody waits for the answer any more: nothing has failed.
      if (signal?.aborted && error === signal.reason) throw error
      revive(context.state, error)
      throw toApiError(error, context.state.log)
    }
  })

/** Refuses that something leaves the core as a file: EXPORT_FORMAT_GOVERNED, and EXPORT_FOLDER_GOVERNED. */
export function refuseExport(
  { policies: { policies }, holdsFolders }: CoreState,
  format: Parameters<typeof refuseFormat>[1],
): void {
  refuseFormat(policies, format)
  // A host that holds folders asks once it knows the path; where no folder is allowed, none need be asked for.
  if (!holdsFolders || policies.exportFolders?.length === 0) refuseFolder(policies, undefined)
}
