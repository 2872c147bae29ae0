import type { ArchiveInfo } from '../../shared/api/archive.ts'
import { timestamp } from '../../shared/case/dates.ts'
import type { User } from '../../shared/note/note.ts'
import type { Db } from '../store/db.ts'
import { refusal } from '../store/refusal.ts'
import type { Stamp } from '../store/stamp.ts'
import type { Changes } from './changes.ts'
import type { Templates } from './templates.ts'

/** The archive that is open. */
export interface OpenArchive {
  db: Db
  info: ArchiveInfo
  user: User
}

/** What the services share: the one open archive, the clock, the templates, and who to tell of changes. */
export interface Session {
  open: OpenArchive | undefined
  readonly now: () => Date
  /** Ids of new cases and notes. */
  readonly newId: () => string
  readonly templates: Templates
  readonly changes: Changes
}

/** The open archive. ARCHIVE_CLOSED. */
export function openArchiveOf(session: Session): OpenArchive {
  if (!session.open) throw refusal('ARCHIVE_CLOSED')
  return session.open
}

/** The current user at this moment. ARCHIVE_CLOSED. */
export function stampOf(session: Session): Stamp {
  return { by: openArchiveOf(session).user, at: timestamp(session.now()) }
}
