import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { type Action, may } from '../../shared/user/may.ts'
import { useArchive } from '../workbench/context.ts'

/** Whether the one who works in the open archive may do something: what the core would refuse is not offered. */
export function mayHere(archive: ArchiveStatus, action: Action): boolean {
  if (archive.state !== 'open') return false
  const { user, rights } = archive
  return may(user.role, action, { demo: archive.archive.demo, rights })
}

/** The same in a view. */
export const useMay = (action: Action): boolean => mayHere(useArchive(), action)
