import type { CaseSummary } from '../../../../shared/api/cases.ts'
import type { CaseId, NoteId } from '../../../../shared/case/ids.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'

interface Place {
  /** Place among its siblings, from 1, and how many they are: what aria-posinset and aria-setsize say. */
  readonly position: number
  readonly size: number
}
export interface CaseRow extends Place {
  readonly kind: 'case'
  readonly id: CaseId
  readonly summary: CaseSummary
  /** Undefined where there is nothing to open. */
  readonly expanded: boolean | undefined
}
export interface NoteRow extends Place {
  readonly kind: 'note'
  readonly id: NoteId
  readonly note: NoteSummary
}

/** A row of the tree; its id is that of the case or the note. */
export type TreeRow = CaseRow | NoteRow

/** The tree as the rows that are seen: every case, and below an expanded one its notes, oldest first. */
export function flattenTree(
  cases: readonly CaseSummary[],
  expanded: ReadonlySet<string>,
): readonly TreeRow[] {
  return cases.flatMap((summary, index): TreeRow[] => {
    const { id } = summary.case
    const open = summary.notes.length === 0 ? undefined : expanded.has(id)
    const row: CaseRow = {
      kind: 'case',
      id,
      summary,
      expanded: open,
      position: index + 1,
      size: cases.length,
    }
    return open === true ? [row, ...noteRows(summary.notes)] : [row]
  })
}

function noteRows(notes: readonly NoteSummary[]): NoteRow[] {
  return inOrder(notes).map((note, index) => ({
    kind: 'note',
    id: note.id,
    note,
    position: index + 1,
    size: notes.length,
  }))
}

/** Notes as they came to be, oldest first. */
export function inOrder(notes: readonly NoteSummary[]): readonly NoteSummary[] {
  return notes.toSorted((a, b) => Number(a.createdAt > b.createdAt) - Number(a.createdAt < b.createdAt))
}

const collator = new Intl.Collator('sv', { numeric: true })
const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('sv')

/** The cases in the order of the tree: by number as people count (2 before 10), then by name as Swedish sorts (z å ä ö). */
export function sortCases(cases: readonly CaseSummary[]): readonly CaseSummary[] {
  return cases.toSorted(
    (a, b) =>
      collator.compare(a.case.number, b.case.number) ||
      collator.compare(a.case.insured.name, b.case.insured.name),
  )
}

/**
 * The cases that the filter means, in their order: every word stands somewhere in the number, the insured's name, the
 * personnummer (with or without its hyphen) or the employer's name. Case of letters does not matter; å, ä and ö are
 * letters of their own. All cases where the filter is blank.
 */
export function filterCases(cases: readonly CaseSummary[], filter: string): readonly CaseSummary[] {
  const words = folded(filter).split(/\s+/).filter(Boolean)
  if (words.length === 0) return cases
  return cases.filter((summary) => {
    const text = searchable(summary)
    return words.every((word) => text.includes(word))
  })
}

function searchable({ case: { number, insured, employment } }: CaseSummary): string {
  const employer = employment.kind === 'anstalld' ? employment.employer.name : ''
  const digits = insured.personnummer.replace(/\D/g, '')
  return folded([number, insured.name, insured.personnummer, digits, employer].join('\n'))
}
