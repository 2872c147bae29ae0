// An archive's backups: a folder of encrypted copies, each with a small file that says what it is, and the archive's key file,
// kept as it is now, so that a passphrase that was changed opens no backup either.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { keptBackups } from '../../shared/archive/keep.ts'
import { readKept } from '../files/kept-json.ts'
import { privateFolder } from '../files/private.ts'
import { replaceFile, syncFolder } from '../files/replace.ts'
import { keyPathOf } from './key.ts'

export const backupReasons = ['scheduled', 'asked', 'migration'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What is said of a backup beside it. It tells how much there is, never what. */
const sidecarSchema = z.strictObject({
  format: z.literal('klarlagt/sakerhetskopia'),
  version: z.literal(1),
  reason: z.enum(backupReasons),
  schema: z.int(),
  cases: z.int(),
  notes: z.int(),
  /** What did not hold when it was opened and checked; none where all did. */
  findings: z.int(),
})
export type BackupFacts = Omit<z.infer<typeof sidecarSchema>, 'format' | 'version'>

/** A backup as it lies in its folder; of one whose facts are gone, only when it was made and how large it is. */
export interface StoredBackup {
  readonly name: string
  readonly at: Date
  readonly bytes: number
  readonly facts: BackupFacts | undefined
}

const SUFFIX = '.klarlagt'

/** The folder of an archive's backups: beside it, or in the one that the agency has for them. */
export function backupFolderOf(archivePath: string, shared: string | undefined): string {
  return shared === undefined ? `${archivePath}.backups` : join(shared, `${basename(archivePath)}.backups`)
}

/** A backup's name: when it was made, in a form that every file system takes. */
export function backupName(at: Date): string {
  return `${at.toISOString().replaceAll(':', '-')}${SUFFIX}`
}

function dateOf(name: string): Date | undefined {
  const [, day, hour, minute, second] =
    /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.klarlagt$/.exec(name) ?? []
  const at = new Date(`${day}${hour}:${minute}:${second}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

const sidecarOf = (folder: string, name: string) => join(folder, `${name}.json`)

/** The backups in a folder, the newest first; none where there is no folder. */
export function backupsIn(folder: string): readonly StoredBackup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name): StoredBackup[] => {
      const at = dateOf(name)
      if (at === undefined) return []
      const read = readKept(sidecarOf(folder, name), sidecarSchema)
      const bytes = statSync(join(folder, name)).size
      return [{ name, at, bytes, facts: read }]
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/** Makes the folder, and takes away what a backup that was cut short has left in it. */
export function prepareFolder(folder: string): void {
  privateFolder(folder)
  for (const name of readdirSync(folder))
    if (name.includes('.part')) rmSync(join(folder, name), { force: true })
}

/** The key file beside the backups is the archive's own, as it is now. */
export function copyKeyFile(archivePath: string, folder: string): void {
  const copy = keyCopyIn(folder)
  const text = readFileSync(keyPathOf(archivePath), 'utf8')
  if (!existsSync(copy) || readFileSync(copy, 'utf8') !== text) replaceFile(copy, text)
}

/** What `keyPathOf` makes the key file's path of: the copy has the name of no backup. */
export const keyOwnerIn = (folder: string) => join(folder, 'arkiv')
const keyCopyIn = (folder: string) => keyPathOf(keyOwnerIn(folder))

/** Says of a finished backup what it is, and takes away those that the rule does not keep. */
export function noteBackup(folder: string, name: string, facts: BackupFacts): void {
  replaceFile(
    sidecarOf(folder, name),
    JSON.stringify({ format: 'klarlagt/sakerhetskopia', version: 1, ...facts }),
  )
  const all = backupsIn(folder)
  const kept = new Set(keptBackups(all))
  // The last before a migration is the way back from it, whatever was made later that day.
  const migration = all.find(({ facts: known }) => known?.reason === 'migration')
  for (const backup of all) {
    if (kept.has(backup) || backup === migration) continue
    rmSync(join(folder, backup.name), { force: true })
    rmSync(sidecarOf(folder, backup.name), { force: true })
  }
  syncFolder(folder)
}
