import type { ArchiveStatus } from '../../../shared/api/archive.ts'

/** The archive's status while none is open: which are known, and whether a keychain can keep a key. */
export type ClosedStatus = Extract<ArchiveStatus, { state: 'closed' }>
