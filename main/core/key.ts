import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { readRecoveryKey, recoveryGroups } from '../../shared/archive/recovery-key.ts'
import { timestamp } from '../../shared/case/dates.ts'
import { may } from '../../shared/user/may.ts'
import { governed, refusePlace } from '../policy/obey.ts'
import { infoOf } from '../store/archive-files.ts'
import { copyKeyFile } from '../store/backup-files.ts'
import { transaction } from '../store/db.ts'
import {
  type KeyFile,
  keyOf,
  type Protection,
  protectKey,
  readKeyFile,
  replaceKeyFile,
} from '../store/key.ts'
import { addToLog, type LogAction } from '../store/log.ts'
import { closeDatabase } from '../store/open.ts'
import { PASSPHRASE_MINIMUM } from '../store/passphrase.ts'
import { newRecovery, recoveredKey } from '../store/recovery.ts'
import { refusal } from '../store/refusal.ts'
import { enter, inTurn, openWith, refuseOther, statusOf } from './archives.ts'
import { backupFolderIn } from './backup-schedule.ts'
import {
  type CallContext,
  type CoreState,
  calls,
  nowIn,
  type OpenArchive,
  openArchiveOf,
  stampFor,
} from './calls.ts'

/** What the agency asks of a passphrase, before what the program always does. PASSPHRASE_GOVERNED. */
function protectionOf({ policies, archives }: CoreState, passphrase: string | undefined): Protection {
  const { passphraseNeeded, passphraseMinimum: minimum } = policies.policies
  if (passphraseNeeded && passphrase === undefined)
    throw governed('PASSPHRASE_GOVERNED', { minimum: Math.max(PASSPHRASE_MINIMUM, minimum ?? 0) })
  return { passphrase, minimum, keychain: archives.keychain, scrypt: archives.scrypt }
}

/** RECOVERY_FORBIDDEN where the agency lets no key but the passphrase open an archive. */
export function refuseForbidden({ policies: { policies } }: CoreState): void {
  if (policies.recoveryKey === 'forbidden') throw governed('RECOVERY_FORBIDDEN', undefined)
}

/** The open archive, if its key is the user's to keep. ROLE_REFUSED, DEMO_KEY. */
function ownArchive(state: CoreState): OpenArchive {
  const open = openArchiveOf(state)
  stampFor(state, 'backup')
  if (open.info.demo) throw refusal('DEMO_KEY')
  return open
}

/** The key file, once whoever asks has shown to know what opens it: an open window alone is not enough. */
async function provenFile(state: CoreState, current: string | undefined): Promise<KeyFile> {
  const { path } = ownArchive(state).info
  const file = readKeyFile(path)
  await keyOf(path, file, current, state.archives.keychain)
  return file
}

/** The key file beside the backups follows, so that what opened the archive before opens no backup. */
function keepCopied(state: CoreState, path: string): void {
  const folder = backupFolderIn(state, path)
  if (existsSync(folder)) copyKeyFile(path, folder)
}

/** Writes a key file of an archive and logs it: either both are done or neither. */
function replaceLogged(state: CoreState, open: OpenArchive, file: KeyFile, action: LogAction): OpenArchive {
  const { path } = open.info
  transaction(open.db, () => {
    addToLog(open.db, { by: open.user, at: timestamp(nowIn(state)) }, action)
    replaceKeyFile(path, file)
    keepCopied(state, path)
  })
  return { ...open, info: infoOf(path, file) }
}

/** The same for the archive that is open, which every window is told of. */
function replaceOpen({ state, line }: CallContext, file: KeyFile, action: LogAction): ArchiveStatus {
  state.open = replaceLogged(state, openArchiveOf(state), file, action)
  state.changes.publish({ type: 'archive' }, line)
  return statusOf(state)
}

/** What protects an archive's key: its passphrase or keychain, and the recovery key beside it. */
export const key = {
  state: calls.key.state.handler(({ context: { state } }) => {
    const { info, key: held, user, rights } = openArchiveOf(state)
    const { recoveryKey } = state.policies.policies
    const { usable, backend } = state.archives.keychain
    const isOwn = !info.demo && may(user.role, 'backup', { demo: info.demo, rights })
    const must = isOwn && recoveryKey === 'demanded' && !info.recovery
    return {
      key: info.key,
      keychain: { usable, backend },
      has: info.recovery,
      asks: isOwn && recoveryKey !== 'forbidden' && (must || held.isNew),
      must,
      asksCurrent: info.key === 'passphrase' && !held.isNew,
    }
  }),

  change: calls.key.change.handler(({ input: { current, next }, context }) =>
    inTurn(context.state, async () => {
      const { state } = context
      const file = await provenFile(state, current)
      const changed = await protectKey(file, ownArchive(state).key.bytes, protectionOf(state, next))
      return replaceOpen(context, changed, 'key-changed')
    }),
  ),

  offerRecovery: calls.key.offerRecovery.handler(({ input: { current }, context: { state } }) =>
    inTurn(state, async () => {
      refuseForbidden(state)
      const { key: held } = ownArchive(state)
      if (!held.isNew) await provenFile(state, current)
      const { recoveryKey, recovery } = newRecovery(held.bytes, timestamp(state.now()))
      held.offered = recovery
      return { groups: [...recoveryGroups(recoveryKey)] }
    }),
  ),

  takeRecovery: calls.key.takeRecovery.handler(({ context }) =>
    inTurn(context.state, async () => {
      const { info, key: held } = ownArchive(context.state)
      const recovery = held.offered
      if (recovery === undefined) throw refusal('NO_RECOVERY_KEY')
      const status = replaceOpen(context, { ...readKeyFile(info.path), recovery }, 'recovery-key-made')
      held.offered = undefined
      held.isNew = false
      return status
    }),
  ),

  declineRecovery: calls.key.declineRecovery.handler(({ context: { state } }) => {
    const { key: held } = openArchiveOf(state)
    held.offered = undefined
    held.isNew = false
    return statusOf(state)
  }),

  recover: calls.key.recover.handler(({ input, context }) =>
    inTurn(context.state, async () => {
      const { state } = context
      const path = resolve(input.path)
      refuseOther(state, path)
      refusePlace(state.policies.policies, state.archives.dataDir, path)
      refuseForbidden(state)
      const file = readKeyFile(path)
      const bytes = keyByRecovery(file, input.recoveryKey)
      // Made before anything is opened, so that a passphrase that is too short changes nothing.
      const changed = await protectKey(file, bytes, protectionOf(state, input.next))
      const opened = openWith(state, path, file, bytes)
      try {
        return await enter(context, replaceLogged(state, opened, changed, 'key-recovered'))
      } catch (error) {
        closeDatabase(opened.db)
        throw error
      }
    }),
  ),
}

/** RECOVERY_KEY_LENGTH, RECOVERY_KEY_MISREAD, NO_RECOVERY_KEY, WRONG_RECOVERY_KEY. */
export function keyByRecovery({ recovery }: KeyFile, typed: string): Uint8Array {
  const read = readRecoveryKey(typed)
  if (!read.ok) {
    if (read.fault === 'length')
      throw refusal('RECOVERY_KEY_LENGTH', { found: read.found, wanted: read.wanted })
    throw refusal('RECOVERY_KEY_MISREAD', { groups: read.groups.join(', ') })
  }
  if (recovery === undefined) throw refusal('NO_RECOVERY_KEY')
  const bytes = recoveredKey(recovery, read.bytes)
  if (bytes === undefined) throw refusal('WRONG_RECOVERY_KEY')
  return bytes
}
