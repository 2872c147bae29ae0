import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CaseDetails } from '../../../shared/case/case.ts'
import { addDays, swedishDate, type Timestamp, timestamp } from '../../../shared/case/dates.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { StoredUser } from '../../../shared/user/stored-user.ts'
import { type Role, type User, userIdSchema } from '../../../shared/user/user.ts'
import { createArchive, type NewArchive } from '../../store/archive-files.ts'
import { forgetBeginning, keepClosed } from '../../store/beginning.ts'
import { type Db, longTransaction, transaction } from '../../store/db.ts'
import { keepDerived } from '../../store/derived/keep.ts'
import { noKeychain } from '../../store/key.ts'
import { closeDatabase, createDatabase, openDatabase } from '../../store/open.ts'
import { createReaders } from '../../store/readers/readers.ts'
import { readPublished } from '../../store/templates/published.ts'
import { foundArchive, readUser, type StartingUser } from '../../store/user-and-settings.ts'
import { insertUser } from '../../store/users.ts'
import { type CoreState, heldKey, type OpenArchive } from '../calls.ts'
import type { Templates } from '../templates.ts'
import { fillInBulk } from './bulk/fill.ts'
import { inventCases, inventUuid, randomFrom } from './demo-cases.ts'
import { inventNotes, inventReviewed } from './demo-notes.ts'
import { createDemoHand, writtenAt } from './hand.ts'
import { playOn } from './kept.ts'
import { methodCases, seenOn } from './method/index.ts'
import { reviewScenes } from './review-loop.ts'
import { type PackOnDay, writePack } from './write-pack.ts'

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

export interface DemoOptions {
  path: string
  templates: Templates
  now: () => Date
  /** How many cases; where not given 12, and those that show the method. More than a thousand are made in bulk. */
  cases?: number | undefined
  /** A demo pack whose cases come into it as well. */
  pack?: PackOnDay | undefined
  /** Told how far it has come, of so many that it takes a while. */
  told?: ((of: { done: number; total: number }) => void) | undefined
}

/** The cases that show the method, which stand beside the others where nobody says how many. */
const shownBeside = ({ cases }: Pick<DemoOptions, 'cases'>): typeof methodCases =>
  cases === undefined ? methodCases : []

/**
 * Makes a demo archive of invented cases through the same calls as real ones, and closes it again. The first
 * case is the story's and has no notes. Gives how many cases there are. ARCHIVE_EXISTS, DISK_FULL.
 */
export async function buildDemoArchive(options: DemoOptions): Promise<number> {
  const { path, cases, pack } = options
  const shownCases = shownBeside(options)
  const request = {
    name: 'Påhittade ärenden',
    demo: true,
    passphrase: DEMO_PASSPHRASE,
    keychain: noKeychain,
    scrypt: DEMO_SCRYPT,
  }
  await createArchive(path, request, async (made) => {
    await fillDemo(made, options, shownCases)
    if (pack === undefined) return
    await writePack(openOf(made, readUser(made.db)), pack, { ...options, dataDir: dirname(path) })
    playOn(made.db, pack.day)
  })
  // One that was kept of an archive that lay here before is under another key.
  if (pack === undefined) forgetBeginning(path)
  else keepClosed(path)
  return (cases ?? FEW) + shownCases.length + (pack?.pack.cases.length ?? 0)
}

/** Makes the database of a demo archive anew, at `path`, under the key that the archive has, with as many cases. DISK_FULL. */
export async function buildDemoDatabase(
  path: string,
  { info, key }: Pick<NewArchive, 'info' | 'key'>,
  options: Pick<DemoOptions, 'templates' | 'now' | 'cases'>,
): Promise<void> {
  rmSync(path, { force: true })
  const db = createDatabase(path, key)
  try {
    await fillDemo({ db, info, key }, { path, ...options }, shownBeside(options))
  } finally {
    closeDatabase(db)
  }
}

/** Does something in the database of a demo archive that lies beside the open one, and closes it again. Refuses as the calls do. */
export async function inDemoDatabase(
  path: string,
  { info, key, templatesWith }: Pick<NewArchive, 'info' | 'key'> & Pick<CoreState, 'templatesWith'>,
  work: (open: OpenArchive, templates: Templates) => Promise<void>,
): Promise<void> {
  const db = openDatabase(path, key)
  try {
    const templates = templatesWith(readPublished(db))
    keepDerived(db, templates.all, { further: () => undefined, failed: () => undefined })
    await longTransaction(db, () => work(openOf({ db, info, key }, readUser(db)), templates))
  } finally {
    closeDatabase(db)
  }
}

/** An archive that is being made, as one that is open. */
const openOf = ({ db, info, key }: NewArchive, user: User): OpenArchive => ({
  db,
  readers: createReaders(db, key),
  info,
  user,
  rights: [],
  chosen: true,
  key: heldKey(key),
  published: [],
  opening: '',
  playedOn: undefined,
})

/** Who works in a demo archive: the one who has it open, and somebody in each role. */
interface DemoStaff {
  readonly user: StartingUser
  readonly inRole: ReadonlyMap<Role, User>
}

/** Founds the archive with everybody who works in it. */
function foundDemo(db: Db, at: Timestamp): DemoStaff {
  const inventUser = randomFrom(USERS_SEED)
  const inventId = () => userIdSchema.parse(inventUuid(inventUser))
  const user: StartingUser = { ...DEMO_USER, id: inventId() }
  foundArchive(db, { by: user, at })
  const inRole = new Map<Role, User>([[user.role, user]])
  for (const colleague of COLLEAGUES) {
    const id = inventId()
    insertUser(db, { ...colleague, id, rights: [], addedAt: at })
    for (const role of colleague.roles)
      if (!inRole.has(role)) inRole.set(role, { id, name: colleague.name, role })
  }
  return { user, inRole }
}

async function fillDemo(
  made: NewArchive,
  options: DemoOptions,
  shownCases: typeof methodCases,
): Promise<void> {
  const { db } = made
  const { templates, now, cases, told = () => undefined } = options
  keepDerived(db, templates.all, { further: () => undefined, failed: () => undefined })
  const staff = transaction(db, () => foundDemo(db, timestamp(now())))
  if (cases !== undefined && cases > MOST_BY_CALLS)
    return fillInBulk(db, { cases, templates, now: now(), author: staff.user, told })
  // Hundreds of calls, each of which would else be brought to the disk by itself.
  return longTransaction(db, () => writeByCalls(made, options, shownCases, staff))
}

async function writeByCalls(
  made: NewArchive,
  { path, templates, now, cases }: DemoOptions,
  shownCases: typeof methodCases,
  { user, inRole }: DemoStaff,
): Promise<void> {
  const random = randomFrom(SEED)
  const begun = now()
  const hand = createDemoHand({
    open: openOf(made, user),
    dataDir: dirname(path),
    templates,
    now: begun,
    newId: () => inventUuid(random),
    inRole,
  })
  const { client } = hand
  const today = swedishDate(begun)
  const added: { id: CaseId; details: CaseDetails }[] = []
  for (const [index, invented] of inventCases(cases ?? FEW, today, SEED).entries()) {
    hand.at(now())
    const { id, ...details } = await client.cases.create(invented)
    added.push({ id, details })
    for (const note of inventNotes(index, details, today)) {
      hand.at(writtenAt(addDays(today, -note.daysAgo)))
      await hand.write(id, note)
    }
  }
  for (const shown of shownCases) {
    const { details, notes } = seenOn(today, shown, SEED)
    hand.at(writtenAt(details.firstSickDay))
    const { id } = await client.cases.create(details)
    for (const { template, answers, draft, writtenOn, role = user.role, approved } of notes) {
      hand.at(writtenAt(writtenOn))
      const sign = draft === undefined
      await hand.as(role, () => hand.write(id, { template, answers, sign, approved }))
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
      write: (template, answers, sign = false) => hand.write(id, { template, answers, sign }),
      on: async (daysAgo, role, work) => {
        hand.at(writtenAt(addDays(today, -daysAgo)))
        await hand.as(role, work)
      },
    })
  }
}
