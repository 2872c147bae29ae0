// What the policies refuse, for the core and for the commands that work without one.
import type { Policies } from '../../shared/policy/policies.ts'
import { isWithin } from './folders.ts'

/** What is refused because the agency governs it, with what the contract says of each. */
export interface GovernedData {
  EXPORT_FORMAT_GOVERNED: { format: string; allowed: string }
  EXPORT_FOLDER_GOVERNED: { folders: string }
  ARCHIVE_FOLDER_GOVERNED: { path: string; folder: string }
  ARCHIVE_FOLDER_MISSING: { folder: string }
  PASSPHRASE_GOVERNED: { minimum: number }
  DEMO_GOVERNED: undefined
  RECOVERY_DEMANDED: undefined
  RECOVERY_FORBIDDEN: undefined
}
export type GovernedCode = keyof GovernedData

/** A refusal that an agency's policy asks for. */
export class GovernedRefusal extends Error {
  override readonly name = 'GovernedRefusal'
  readonly code: GovernedCode
  readonly data: GovernedData[GovernedCode]

  constructor(code: GovernedCode, data: GovernedData[GovernedCode]) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** A refusal with what the contract says of it. */
export function governed<C extends GovernedCode>(code: C, data: GovernedData[C]): GovernedRefusal {
  return new GovernedRefusal(code, data)
}

type GovernedFormat = NonNullable<Policies['exportFormats']>[number]

const listed = (values: readonly string[]) => values.join(', ') || '–'

/** EXPORT_FORMAT_GOVERNED where a note, or a whole case, may not leave the program as this. */
export function refuseFormat({ exportFormats: allowed }: Policies, format: GovernedFormat): void {
  if (allowed && !allowed.includes(format))
    throw governed('EXPORT_FORMAT_GOVERNED', { format, allowed: listed(allowed) })
}

/** EXPORT_FOLDER_GOVERNED where a file may not be put at a path. Nobody can tell where standard output goes: `undefined`. */
export function refuseFolder({ exportFolders: folders }: Policies, path: string | undefined): void {
  if (folders && !(path !== undefined && isWithin(folders, path)))
    throw governed('EXPORT_FOLDER_GOVERNED', { folders: listed(folders) })
}

/** DEMO_GOVERNED where archives of invented cases are not allowed. */
export function refuseDemo({ demoAllowed }: Policies): void {
  if (demoAllowed === false) throw governed('DEMO_GOVERNED', undefined)
}

/** The folder of archives, where the agency has chosen it. `own`: the one that the program chooses. */
export function archiveFolderOf({ archiveFolder }: Policies, own: string): string {
  return archiveFolder === undefined || archiveFolder === 'own' ? own : archiveFolder
}

/** ARCHIVE_FOLDER_GOVERNED where an archive lies elsewhere than in the folder for them. */
export function refusePlace({ archiveFolder }: Policies, folder: string, path: string): void {
  if (archiveFolder !== undefined && !isWithin([folder], path))
    throw governed('ARCHIVE_FOLDER_GOVERNED', { path, folder })
}
