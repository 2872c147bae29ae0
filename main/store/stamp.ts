import type { Timestamp } from '../../shared/case/dates.ts'
import type { User } from '../../shared/note/note.ts'

/** Who does something, and when. */
export interface Stamp {
  by: User
  at: Timestamp
}
