import { randomUUID } from 'node:crypto'
import { type IsoDate, swedishDate } from '../../../shared/case/dates.ts'
import { castOf } from '../../../shared/training/cases.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { atWork } from '../../../shared/user/stored-user.ts'
import { type Role, roles, type User } from '../../../shared/user/user.ts'
import { readUsers } from '../../store/users.ts'
import type { OpenArchive } from '../calls.ts'
import type { Templates } from '../templates.ts'
import { createDemoHand, writtenAt } from './hand.ts'

/** A pack, and the day that its cases are brought to. */
export interface PackOnDay {
  readonly pack: Pack
  readonly day: IsoDate
}

const MINUTE_MS = 60_000

/** Somebody for each role that anybody has. */
function whoWorks({ db }: OpenArchive): ReadonlyMap<Role, User> {
  const users = atWork(readUsers(db))
  return new Map(
    roles.flatMap((role) => {
      const found = users.find((user) => user.roles.includes(role))
      return found === undefined ? [] : [[role, { id: found.id, name: found.name, role }]]
    }),
  )
}

/**
 * Writes a pack's cases in a demo archive as they stand on a day: each case is begun on its first sick day, and each note written on
 * its own. Whatever the calls refuse, and then some of it is written.
 */
export async function writePack(
  open: OpenArchive,
  { pack, day }: PackOnDay,
  {
    templates,
    now,
    dataDir,
  }: { readonly templates: Templates; readonly now: () => Date; readonly dataDir: string },
): Promise<void> {
  const begun = now()
  // A case and a note have the ids that the pack gives them. What else is written meanwhile, as a decision about a note, has its own.
  let given: string | undefined
  const hand = createDemoHand({
    open,
    dataDir,
    templates,
    now: begun,
    newId: () => {
      const id = given ?? randomUUID()
      given = undefined
      return id
    },
    inRole: whoWorks(open),
  })
  // Notes of one day are told apart by their minutes, and today's are not written later than now.
  const on = (date: IsoDate, minute: number) => {
    const at = new Date(writtenAt(date).getTime() + minute * MINUTE_MS)
    hand.at(date === swedishDate(begun) && at > begun ? begun : at)
  }
  for (const { case: of, notes } of castOf(pack, day)) {
    const { id, ...details } = of
    on(of.firstSickDay, 0)
    await hand.as('utredare', async () => {
      given = id
      await hand.client.cases.create(details)
    })
    for (const [index, note] of notes.entries()) {
      on(note.writtenOn, index)
      await hand.as(note.role ?? 'utredare', async () => {
        given = note.id
        await hand.write(id, { ...note, sign: note.status === 'journalford', whole: true })
      })
    }
  }
}
