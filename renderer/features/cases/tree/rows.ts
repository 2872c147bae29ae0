import type { CaseSummary } from '../../../../shared/api/cases.ts'
import type { CaseId, NoteId } from '../../../../shared/case/ids.ts'
import { type Gone, goneFrom } from '../../../../shared/note/amendments.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'
import type { Attention } from '../../../../shared/projection/attention.ts'
import type { SortOrder, TreeChoice } from './tree-store.ts'

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

/** The tree as the rows that are seen: every case, and below an expanded one its notes, oldest first. */
export function flattenTree(
  cases: readonly CaseSummary[],
  expanded: ReadonlySet<string>,
  attention: AttentionByCase,
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
      size: cases.length,
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

const collator = new Intl.Collator('sv', { numeric: true })
const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('sv')

type Compare = (a: CaseSummary, b: CaseSummary) => number

/** By number as people count (2 before 10). */
const byNumber: Compare = (a, b) => collator.compare(a.case.number, b.case.number)
/** By name as Swedish sorts (z å ä ö). */
const byName: Compare = (a, b) => collator.compare(a.case.insured.name, b.case.insured.name)
/** The one that has been going on longest first. */
const byDay: Compare = (a, b) => a.case.firstSickDay.localeCompare(b.case.firstSickDay)
/** The one that was changed last first, itself or a note of it. */
const byChange: Compare = (a, b) => lastChange(b).localeCompare(lastChange(a))

function lastChange({ updatedAt, notes }: CaseSummary): string {
  return notes.reduce(
    (latest: string, note) => (note.updatedAt > latest ? note.updatedAt : latest),
    updatedAt,
  )
}

/** What is late comes first, the longest late before others; then most errors, warnings and drafts. */
function byNeed(attention: AttentionByCase): Compare {
  const late = ({ case: { id } }: CaseSummary) => attention.get(id)?.late[0]?.due ?? '9999'
  const found = ({ case: { id } }: CaseSummary) => attention.get(id)?.problems ?? noProblems
  return (a, b) =>
    late(a).localeCompare(late(b)) ||
    found(b).error - found(a).error ||
    found(b).warning - found(a).warning ||
    draftsOf(b) - draftsOf(a)
}

/** What in each case needs somebody. */
export type AttentionByCase = ReadonlyMap<CaseId, Attention>
export const noProblems: Attention['problems'] = { error: 0, warning: 0, info: 0 }

/** How many drafts there are in a case. */
export const draftsOf = ({ notes }: CaseSummary) => notes.filter(({ status }) => status === 'utkast').length

/** The cases in an order; by number, then by name, where it makes no difference. */
export function sortCases(
  cases: readonly CaseSummary[],
  order: SortOrder,
  attention: AttentionByCase,
): readonly CaseSummary[] {
  const first: Record<SortOrder, Compare> = {
    number: byNumber,
    name: byName,
    day: byDay,
    changed: byChange,
    attention: byNeed(attention),
  }
  return cases.toSorted((a, b) => first[order](a, b) || byNumber(a, b) || byName(a, b))
}

/**
 * The cases that are to be shown: every one, mine (assigned to me, or with a note that I wrote), or those that were opened
 * last, in that order.
 */
export function chosenCases(
  cases: readonly CaseSummary[],
  { show, recent }: Pick<TreeChoice, 'show' | 'recent'>,
  me: string,
): readonly CaseSummary[] {
  switch (show) {
    case 'all':
      return cases
    case 'mine':
      return cases.filter((each) => isOf(each, me))
    case 'recent': {
      const byId = new Map(cases.map((each) => [each.case.id, each]))
      return recent.flatMap((id) => byId.get(id) ?? [])
    }
  }
}

function isOf({ case: { assignedTo }, notes }: CaseSummary, me: string): boolean {
  const name = folded(me.trim())
  return folded(assignedTo) === name || notes.some(({ author }) => folded(author.name) === name)
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
