import type { NoteId } from '../../shared/case/ids.ts'

/** Something in an archive that does not hold, or in what stands beside it. */
export interface ArchiveFinding {
  kind:
    | 'page'
    | 'key-file'
    | 'integrity'
    | 'foreign-key'
    | 'digest'
    | 'note-differs'
    | 'chain'
    | 'seal'
    | 'signing-key'
    | 'record-missing'
    | 'record-lost'
    | 'record-unlogged'
    | 'annulment'
    | 'review'
    | 'anchor'
    | 'anchor-missing'
    | 'revisions'
    | 'derived'
    | 'underived'
    | 'template'
    | 'log'
  /** The note it concerns. */
  note?: NoteId
  /** What stands in it, for whoever puts it into words. */
  params: Readonly<Record<string, string | number>>
}

/** A finding, of a note where it is of one. */
export function archiveFinding(
  kind: ArchiveFinding['kind'],
  params: ArchiveFinding['params'],
  note?: NoteId,
): ArchiveFinding {
  return { kind, params, ...(note === undefined ? {} : { note }) }
}
