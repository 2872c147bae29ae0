import { createRouterClient, type RouterClient } from '@orpc/server'
import type { IsoDate } from '../../../shared/case/dates.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { checklistOf } from '../../../shared/review/checklist.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import type { Role, User } from '../../../shared/user/user.ts'
import { noKeychain } from '../../store/key.ts'
import { amendmentCalls } from '../amendments.ts'
import { createBackups } from '../backup-schedule.ts'
import { createRebuilding } from '../build-anew.ts'
import type { CoreState, OpenArchive } from '../calls.ts'
import { cases } from '../cases.ts'
import { createChanges } from '../changes.ts'
import { commentCalls } from '../comments.ts'
import { createLock } from '../lock.ts'
import { notes } from '../notes.ts'
import { review } from '../review.ts'
import type { Templates } from '../templates.ts'

const demoCalls = { cases, notes, review, comments: commentCalls, amendments: amendmentCalls }

/** A note as it was saved last. */
type WrittenNote = Pick<StoredNote, 'id'> & { readonly baseRevision: number }

/** What is to be written. */
interface ToWrite {
  readonly template: string
  readonly answers: Answers
  readonly sign: boolean
  /** Instead of what the note takes over from others, and not beside that. */
  readonly whole?: boolean | undefined
  /** What the specialist found who approved it before it was signed: answers to the checklist. */
  readonly approved?: Answers | undefined
}

/** Writes in an archive of invented cases through the same calls as a window does, as whoever it is, whenever that was. */
export interface DemoHand {
  readonly client: RouterClient<typeof demoCalls>
  /** From now on it is this moment. */
  readonly at: (moment: Date) => void
  /** Does something as the one who works in a role. */
  readonly as: (role: Role, work: () => Promise<unknown>) => Promise<void>
  readonly write: (caseId: CaseId, note: ToWrite) => Promise<WrittenNote>
}

/** In the middle of a working day. */
export const writtenAt = (date: IsoDate): Date => new Date(`${date}T10:00:00`)

export function createDemoHand(of: {
  readonly open: OpenArchive
  readonly dataDir: string
  readonly templates: Templates
  readonly now: Date
  readonly newId: () => string
  readonly inRole: ReadonlyMap<Role, User>
}): DemoHand {
  const { templates, newId, inRole } = of
  // Its clock is the hand's own, whichever day the archive is played on.
  const open: OpenArchive = { ...of.open, playedOn: undefined }
  let clock = of.now
  // Nobody listens: whoever asked for it all tells the windows once.
  const changes = createChanges()
  const state: CoreState = {
    locked: undefined,
    backups: createBackups({
      current: () => undefined,
      folderOf: (path) => path,
      now: () => clock,
      changed: () => undefined,
    }),
    rebuilding: createRebuilding(() => undefined),
    lock: createLock(changes, () => undefined),
    open,
    now: () => clock,
    newId,
    templates,
    templatesWith: () => templates,
    phrases: { shipped: [], agency: [] },
    packs: () => [],
    changes,
    policies: noPolicies,
    holdsFolders: false,
    archives: { dataDir: of.dataDir, keychain: noKeychain },
    log: () => undefined,
  }
  const client = createRouterClient(demoCalls, { context: { state, line: 'demo' } })
  const as: DemoHand['as'] = async (role, work) => {
    const before = state.open
    state.open = { ...open, user: inRole.get(role) ?? open.user }
    await work()
    state.open = before
  }
  const approve = async (note: WrittenNote, answers: Answers) => {
    const checklist = checklistOf(templates.all)
    if (checklist === undefined) return
    const { id, version } = checklist
    await client.review.act({ ...note, verb: 'godkann', verdicts: { template: { id, version }, answers } })
  }
  return {
    client,
    at: (moment) => {
      clock = moment
    },
    as,
    write: async (caseId, { template, answers, sign, whole = false, approved }) => {
      const begun = await client.notes.create({ caseId, templateId: templateIdSchema.parse(template) })
      const { id, revision } = begun
      const saved = await client.notes.save({
        id,
        baseRevision: revision,
        answers: whole ? answers : { ...begun.answers, ...answers },
      })
      const written = { id, baseRevision: saved.revision }
      if (approved !== undefined) {
        await client.review.act({ ...written, verb: 'lamna-in' })
        await as('specialist', () => approve(written, approved))
      }
      if (sign) await client.notes.sign(written)
      return written
    },
  }
}
