import { timestamp } from '../../shared/case/dates.ts'
import { atWork, type StoredUser, usersFault } from '../../shared/user/stored-user.ts'
import { type User, userIdSchema } from '../../shared/user/user.ts'
import { type Db, transaction } from '../store/db.ts'
import { addToLog, type LogAction, type Stamp } from '../store/log.ts'
import { refusal } from '../store/refusal.ts'
import { writeCurrentUser } from '../store/user-and-settings.ts'
import { insertUser, readUserById, readUsers, updateUser } from '../store/users.ts'
import { statusOf } from './archives.ts'
import { calls, dbOf, nowIn, openArchiveOf, stampFor } from './calls.ts'

/** Refuses users as `changed` would leave them: USER_NAME_TAKEN, LAST_MANAGER, USER_AT_WORK. */
function refuseFault(db: Db, changed: StoredUser, by: User): void {
  const fault = usersFault(readUsers(db), changed, by)
  if (fault === 'USER_NAME_TAKEN') throw refusal(fault, { name: changed.name })
  if (fault !== undefined) throw refusal(fault)
}

/** What the log calls a change: somebody left, or anything else. */
const changeAction = (before: StoredUser, after: StoredUser): LogAction =>
  before.leftAt === undefined && after.leftAt !== undefined ? 'user-left' : 'user-changed'

function change(db: Db, after: StoredUser, before: StoredUser, stamp: Stamp): User | undefined {
  refuseFault(db, after, stamp.by)
  updateUser(db, after)
  addToLog(db, stamp, changeAction(before, after), { userId: after.id })
  if (after.id !== stamp.by.id) return undefined
  const current = { ...stamp.by, name: after.name }
  writeCurrentUser(db, current)
  return current
}

/** The users of the open archive. */
export const userCalls = {
  list: calls.people.list.handler(({ context: { state } }) => readUsers(dbOf(state))),

  add: calls.people.add.handler(({ input, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'manage-users')
    const added: StoredUser = { ...input, id: userIdSchema.parse(state.newId()), addedAt: stamp.at }
    transaction(db, () => {
      refuseFault(db, added, stamp.by)
      insertUser(db, added)
      addToLog(db, stamp, 'user-added', { userId: added.id })
    })
    state.changes.publish({ type: 'people' }, line)
    return added
  }),

  change: calls.people.change.handler(({ input: { left, ...details }, context: { state, line } }) => {
    const open = openArchiveOf(state)
    const stamp = stampFor(state, 'manage-users')
    const { after, current } = transaction(open.db, () => {
      const before = readUserById(open.db, details.id)
      const { leftAt = stamp.at, addedAt } = before
      const after: StoredUser = { ...details, addedAt, ...(left ? { leftAt } : {}) }
      return { after, current: change(open.db, after, before, stamp) }
    })
    if (current !== undefined) {
      state.open = { ...open, user: current, rights: after.rights }
      state.changes.publish({ type: 'archive' }, line)
    }
    state.changes.publish({ type: 'people' }, line)
    return after
  }),

  /** Logged with whoever worked before, about whoever works now; the log's next entries name the role. */
  switch: calls.people.switch.handler(({ input: { id, role }, context: { state, line } }) => {
    const open = openArchiveOf(state)
    const user = readUserById(open.db, id)
    if (atWork([user]).length === 0) throw refusal('NOT_FOUND', { what: 'user', id })
    if (!user.roles.includes(role)) throw refusal('ROLE_NOT_HELD', { role })
    const next: User = { id, name: user.name, role }
    const at = timestamp(nowIn(state))
    transaction(open.db, () => {
      addToLog(open.db, { by: open.user, at }, 'user-switched', { userId: id })
      addToLog(open.db, { by: next, at }, 'user-began', { userId: id })
      writeCurrentUser(open.db, next)
    })
    state.open = { ...open, user: next, rights: user.rights, chosen: true }
    state.changes.publish({ type: 'archive' }, line)
    return statusOf(state)
  }),
}
