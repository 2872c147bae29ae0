import { dirname } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type { CaseDetails } from '../../../shared/case/case.ts'
import { addDays, type IsoDate, swedishDate, timestamp } from '../../../shared/case/dates.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { checklistOf } from '../../../shared/review/checklist.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import type { StoredUser } from '../../../shared/user/stored-user.ts'
import { type Role, type User, userIdSchema } from '../../../shared/user/user.ts'
import { createArchive, type NewArchive } from '../../store/archive-files.ts'
import { keepDerived } from '../../store/derived/keep.ts'
import { noKeychain } from '../../store/key.ts'
import { createReaders } from '../../store/readers/readers.ts'
import { foundArchive, type StartingUser } from '../../store/user-and-settings.ts'
import { insertUser } from '../../store/users.ts'
import { amendmentCalls } from '../amendments.ts'
import { createBackups } from '../backup-schedule.ts'
import { createRebuilding } from '../build-anew.ts'
import { type CoreState, heldKey } from '../calls.ts'
import { cases as caseCalls } from '../cases.ts'
import { createChanges } from '../changes.ts'
import { commentCalls } from '../comments.ts'
import { createLock } from '../lock.ts'
import { notes as noteCalls } from '../notes.ts'
import { review as reviewCalls } from '../review.ts'
import type { Templates } from '../templates.ts'
import { fillInBulk } from './bulk/fill.ts'
import { inventCases, inventUuid, randomFrom } from './demo-cases.ts'
import { type DemoNote, inventNotes, inventReviewed } from './demo-notes.ts'
import { methodCases, seenOn } from './method/index.ts'
import { reviewScenes } from './review-loop.ts'

/** No secret: the demo archive holds only invented people, and says so everywhere. */
export const DEMO_PASSPHRASE = 'klarlagt-demo'
/** The passphrase is public, so deriving the key need not be slow. */
const DEMO_SCRYPT = { N: 1024, r: 8, p: 1 }
const DEMO_USER: User = { name: 'Anna Ek', role: 'utredare' }
const SEED = 24_1187
const USERS_SEED = 24_1188
/** Those whom Anna Ek can send a note to for review, and who can take over to try it. */
const COLLEAGUES: readonly Pick<StoredUser, 'name' | 'roles'>[] = [
  { name: 'Sara Holm', roles: ['specialist'] },
  { name: 'Johan Alm', roles: ['rehabiliteringsspecialist', 'specialist'] },
  { name: 'Maria Sund', roles: ['utbildare'] },
  { name: 'Per Lind', roles: ['lasare'] },
]
/** How many cases there are beside those that show the method, where nobody says how many. */
const FEW = 12
/** More cases than these are made in bulk, and not through the calls. */
const MOST_BY_CALLS = 1000

const demoCalls = {
  cases: caseCalls,
  notes: noteCalls,
  review: reviewCalls,
  comments: commentCalls,
  amendments: amendmentCalls,
}

export interface DemoOptions {
  path: string
  templates: Templates
  now: () => Date
  /** How many cases; where not given 12, and those that show the method. More than a thousand are made in bulk. */
  cases?: number | undefined
  /** Told how far it has come, of so many that it takes a while. */
  told?: ((of: { done: number; total: number }) => void) | undefined
}

/**
 * Makes a demo archive of invented cases through the same calls as real ones, and closes it again. The first
 * case is the story's and has no notes. Gives how many cases there are. ARCHIVE_EXISTS, DISK_FULL.
 */
export async function buildDemoArchive(options: DemoOptions): Promise<number> {
  const { path, cases } = options
  const shownCases = cases === undefined ? methodCases : []
  const request = {
    name: 'Påhittade ärenden',
    demo: true,
    passphrase: DEMO_PASSPHRASE,
    keychain: noKeychain,
    scrypt: DEMO_SCRYPT,
  }
  await createArchive(path, request, (made) => fillDemo(made, options, shownCases))
  return (cases ?? FEW) + shownCases.length
}

async function fillDemo(
  { db, info, key }: NewArchive,
  { path, templates, now, cases, told = () => undefined }: DemoOptions,
  shownCases: typeof methodCases,
): Promise<void> {
  const inventUser = randomFrom(USERS_SEED)
  const inventId = () => userIdSchema.parse(inventUuid(inventUser))
  const user: StartingUser = { ...DEMO_USER, id: inventId() }
  keepDerived(db, templates.all, { further: () => undefined, failed: () => undefined })
  foundArchive(db, { by: user, at: timestamp(now()) })
  const inRole = new Map<Role, User>([[user.role, user]])
  for (const colleague of COLLEAGUES) {
    const id = inventId()
    insertUser(db, { ...colleague, id, rights: [], addedAt: timestamp(now()) })
    for (const role of colleague.roles)
      if (!inRole.has(role)) inRole.set(role, { id, name: colleague.name, role })
  }
  if (cases !== undefined && cases > MOST_BY_CALLS)
    return fillInBulk(db, { cases, templates, now: now(), author: user, told })
  const random = randomFrom(SEED)
  let clock = now()
  const changes = createChanges()
  const state: CoreState = {
    locked: undefined,
    backups: createBackups({
      current: () => undefined,
      folderOf: (path) => path,
      now,
      changed: () => undefined,
    }),
    rebuilding: createRebuilding(() => undefined),
    lock: createLock(changes, () => undefined),
    open: {
      db,
      readers: createReaders(db, key),
      info,
      user,
      rights: [],
      chosen: true,
      key: heldKey(key),
      published: [],
    },
    now: () => clock,
    newId: () => inventUuid(random),
    templates,
    templatesWith: () => templates,
    phrases: { shipped: [], agency: [] },
    changes,
    policies: noPolicies,
    holdsFolders: false,
    archives: { dataDir: dirname(path), keychain: noKeychain },
    log: () => undefined,
  }
  const { open } = state
  const working = async (role: Role, work: () => Promise<unknown>) => {
    const before = state.open
    state.open = open && { ...open, user: inRole.get(role) ?? user }
    await work()
    state.open = before
  }
  const today = swedishDate(clock)
  const client = createRouterClient(demoCalls, { context: { state, line: 'demo' } })
  const added: { id: CaseId; details: CaseDetails }[] = []
  for (const [index, invented] of inventCases(cases ?? FEW, today, SEED).entries()) {
    clock = now()
    const { id, ...details } = await client.cases.create(invented)
    added.push({ id, details })
    for (const note of inventNotes(index, details, today)) {
      clock = writtenAt(addDays(today, -note.daysAgo))
      await writeNote(client, id, note)
    }
  }
  for (const shown of shownCases) {
    const { details, notes } = seenOn(today, shown, SEED)
    clock = writtenAt(details.firstSickDay)
    const { id } = await client.cases.create(details)
    for (const { template, answers, draft, writtenOn, role = user.role, approved } of notes) {
      clock = writtenAt(writtenOn)
      const sign = draft === undefined && approved === undefined
      await working(role, async () => {
        const written = await writeNote(client, id, { template, answers, sign })
        if (approved === undefined) return
        await client.review.act({ ...written, verb: 'lamna-in' })
        await working('specialist', () => approve(client, templates, written, approved))
        await client.notes.sign(written)
      })
    }
  }
  const specialist = inRole.get('specialist')
  if (cases !== undefined || specialist === undefined) return
  for (const [index, show] of reviewScenes) {
    const { id, details } = added[index] ?? {}
    if (id === undefined || details === undefined) continue
    await show({
      client,
      specialist,
      answers: inventReviewed(details, today),
      write: (template, answers, sign = false) => writeNote(client, id, { template, answers, sign }),
      on: async (daysAgo, role, work) => {
        clock = writtenAt(addDays(today, -daysAgo))
        await working(role, work)
      },
    })
  }
}

/** In the middle of a working day. */
function writtenAt(date: IsoDate): Date {
  return new Date(`${date}T10:00:00`)
}

type WrittenNote = Pick<StoredNote, 'id'> & { readonly baseRevision: number }

async function writeNote(
  { notes }: RouterClient<typeof demoCalls>,
  caseId: CaseId,
  { template, answers, sign }: Pick<DemoNote, 'answers' | 'sign'> & { template: string },
): Promise<WrittenNote> {
  const begun = await notes.create({ caseId, templateId: templateIdSchema.parse(template) })
  const { id, revision } = begun
  const saved = await notes.save({ id, baseRevision: revision, answers: { ...begun.answers, ...answers } })
  const written = { id, baseRevision: saved.revision }
  if (sign) await notes.sign(written)
  return written
}

/** Approves a note that was handed in, with these answers to the checklist. */
async function approve(
  { review }: RouterClient<typeof demoCalls>,
  templates: Templates,
  note: WrittenNote,
  answers: Answers,
): Promise<void> {
  const checklist = checklistOf(templates.all)
  if (checklist === undefined) return
  const { id, version } = checklist
  await review.act({ ...note, verb: 'godkann', verdicts: { template: { id, version }, answers } })
}
