import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Backup } from '../../shared/api/backups.ts'
import { timestamp } from '../../shared/case/dates.ts'
import { refusePlace } from '../policy/obey.ts'
import { backupsIn, keyOwnerIn, type StoredBackup } from '../store/backup-files.ts'
import { transaction } from '../store/db.ts'
import { type KeyFile, keyOf, readKeyFile } from '../store/key.ts'
import { addToLog } from '../store/log.ts'
import { closeDatabase } from '../store/open.ts'
import { refusal, StoreRefusal } from '../store/refusal.ts'
import { restoreBackup } from '../store/restore.ts'
import { enter, inTurn, openWith, refuseOther, statusOf } from './archives.ts'
import { backupFolderIn } from './backup-schedule.ts'
import { type CoreState, calls, openArchiveOf, stampFor } from './calls.ts'
import { keyByRecovery, refuseForbidden } from './key.ts'

function tellable({ name, at, bytes, facts }: StoredBackup): Backup {
  const { reason, cases, notes, findings } = facts ?? {}
  return { name, at: timestamp(at), bytes, reason, cases, notes, findings }
}

/** When an archive's file or its log was last written. */
function lastWritten(path: string): Date | undefined {
  const files = [path, `${path}-wal`].filter((file) => existsSync(file))
  const times = files.map((file) => statSync(file).mtimeMs)
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}

interface Secrets {
  passphrase?: string | undefined
  recoveryKey?: string | undefined
}

/**
 * The archive's key by its own key file, or by the one that is kept beside the backups where its own is missing, spoilt or does
 * not open. Refuses as the archive's own does where neither gives the key.
 */
async function keyForRestoring(
  state: CoreState,
  path: string,
  folder: string,
  { passphrase, recoveryKey }: Secrets,
): Promise<{ file: KeyFile; bytes: Uint8Array; withKeyFile: boolean }> {
  const by = async (owner: string) => {
    const file = readKeyFile(owner)
    const bytes =
      recoveryKey === undefined
        ? await keyOf(owner, file, passphrase, state.archives.keychain)
        : keyByRecovery(file, recoveryKey)
    return { file, bytes }
  }
  try {
    return { ...(await by(path)), withKeyFile: false }
  } catch (error) {
    if (!(error instanceof StoreRefusal) || !existsSync(`${keyOwnerIn(folder)}.key`)) throw error
    try {
      return { ...(await by(keyOwnerIn(folder))), withKeyFile: true }
    } catch (other) {
      throw existsSync(`${path}.key`) ? error : other
    }
  }
}

/** Backups of the open archive, and the way back to one where an archive does not open. */
export const backups = {
  state: calls.backups.state.handler(({ context: { state } }) => {
    const { path } = openArchiveOf(state).db
    const folder = backupFolderIn(state, path)
    const failure = state.backups.failure()
    return {
      folder,
      backups: backupsIn(folder).map(tellable),
      isRunning: state.backups.isRunning(),
      failure: failure && { code: failure.code, at: timestamp(failure.at) },
    }
  }),

  make: calls.backups.make.handler(async ({ context: { state } }) => {
    stampFor(state, 'backup')
    if (openArchiveOf(state).info.demo) throw refusal('DEMO_KEY')
    return tellable(await state.backups.make('asked'))
  }),

  of: calls.backups.of.handler(({ input, context: { state } }) => {
    const path = resolve(input.path)
    refuseOther(state, path)
    const folder = backupFolderIn(state, path)
    const written = lastWritten(path)
    return { folder, backups: backupsIn(folder).map(tellable), written: written && timestamp(written) }
  }),

  restore: calls.backups.restore.handler(({ input, context }) =>
    inTurn(context.state, async () => {
      const { state } = context
      const path = resolve(input.path)
      refuseOther(state, path)
      refusePlace(state.policies.policies, state.archives.dataDir, path)
      if (state.open?.info.path === path || state.rebuilding.isBuilding(path))
        throw refusal('ARCHIVE_IN_USE', { path })
      if (input.recoveryKey !== undefined) refuseForbidden(state)
      const folder = backupFolderIn(state, path)
      const { file, bytes, withKeyFile } = await keyForRestoring(state, path, folder, input)
      const at = state.now()
      const aside = restoreBackup({
        archivePath: path,
        folder,
        name: input.name,
        key: bytes,
        at,
        withKeyFile,
      })
      const opened = openWith(state, path, file, bytes)
      try {
        const stamp = { by: opened.user, at: timestamp(at) }
        transaction(opened.db, () => addToLog(opened.db, stamp, 'archive-restored'))
        await enter(context, opened)
      } catch (error) {
        if (state.open !== opened) closeDatabase(opened.db)
        throw error
      }
      return { status: statusOf(state), aside: [...aside] }
    }),
  ),
}
