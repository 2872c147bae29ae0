import type { CaseId, NoteId } from '../../../../shared/case/ids.ts'
import { type Gone, goneFrom } from '../../../../shared/note/amendments.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'
import type { Attention } from '../../../../shared/projection/attention.ts'
import type { CaseSummary } from '../../../../shared/projection/case-list.ts'

interface Place {
  /** Place among its siblings, from 1, and how many they are: what aria-posinset and aria-setsize say. */
  readonly position: number
  readonly size: number
}
export interface CaseRow extends Place {
  readonly kind: 'case'
  readonly id: CaseId
  readonly summary: CaseSummary
  /** What in it needs somebody; undefined until it is worked out. */
  readonly attention: Attention | undefined
  /** Undefined where there is nothing to open. */
  readonly expanded: boolean | undefined
}
export interface NoteRow extends Place {
  readonly kind: 'note'
  readonly id: NoteId
  readonly note: NoteSummary
  /** Why it no longer counts, where it does not. */
  readonly gone: Gone | undefined
}

/** A row of the tree; its id is that of the case or the note. */
export type TreeRow = CaseRow | NoteRow

/** The tree as the rows that are seen: every case that has been read, and below an expanded one its notes, oldest first. */
export function flattenTree(
  cases: readonly CaseSummary[],
  expanded: ReadonlySet<string>,
  attention: AttentionByCase,
  /** How many cases the list has, those that are not read yet as well; -1 where nobody has counted. */
  total: number,
): readonly TreeRow[] {
  return cases.flatMap((summary, index): TreeRow[] => {
    const { id } = summary.case
    const open = summary.notes.length === 0 ? undefined : expanded.has(id)
    const row: CaseRow = {
      kind: 'case',
      id,
      summary,
      attention: attention.get(id),
      expanded: open,
      position: index + 1,
      size: total,
    }
    return open === true ? [row, ...noteRows(summary.notes)] : [row]
  })
}

function noteRows(notes: readonly NoteSummary[]): NoteRow[] {
  const gone = goneFrom(notes)
  return inOrder(notes).map((note, index) => ({
    kind: 'note',
    id: note.id,
    note,
    gone: gone.get(note.id),
    position: index + 1,
    size: notes.length,
  }))
}

/** Notes as they came to be, oldest first. */
export function inOrder(notes: readonly NoteSummary[]): readonly NoteSummary[] {
  return notes.toSorted((a, b) => Number(a.createdAt > b.createdAt) - Number(a.createdAt < b.createdAt))
}

/** What in each case needs somebody. */
export type AttentionByCase = ReadonlyMap<CaseId, Attention>

/** How many drafts there are in a case. */
export const draftsOf = ({ notes }: CaseSummary) => notes.filter(({ status }) => status === 'utkast').length
