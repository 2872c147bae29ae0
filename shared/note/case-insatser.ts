import { dateAt, type IsoDate, parseDate, type Timestamp } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import type { Owner } from '../case/kinds.ts'
import type { Insats } from '../case/rows.ts'
import type { FieldOf } from '../fields/index.ts'
import { addsTo, firstOf, noteAround } from './context.ts'
import type { WhereInField } from './marker.ts'
import { eventDate, type ReadNote, whereRow } from './read-note.ts'

/** What one note says of an insats. */
export interface InsatsStatement {
  readonly read: ReadNote
  readonly field: FieldOf<'insatser'>
  readonly where: WhereInField
  /** The day of what the note tells of, or the day it was begun. */
  readonly date: IsoDate
  readonly row: Insats
}

/** An insats through its case, from the first note that has it to the last. */
export interface CaseInsats {
  /** Tells it from every other of the case. */
  readonly key: string
  /** Whose it is: the plan's is the employer's, all else the agency's planering. */
  readonly owner: Owner
  /** As the last note that has it says that it stands. */
  readonly row: Insats
  readonly latest: InsatsStatement
  /** Every note that has it, the oldest first. */
  readonly statements: readonly InsatsStatement[]
  /**
   * The newer plan, or planering, that has insatser but not this one. It is then no longer asked for, though no note says
   * what came of it. Own choice.
   */
  readonly replacedBy: NoteId | undefined
}

/** Whether nothing is left to do in it. */
export const isOver = ({ status }: Insats): boolean => status === 'genomford' || status === 'avbruten'

/** Whether it is asked for still: neither over nor left out of a newer plan or planering. */
export const isAskedFor = ({ row, replacedBy }: CaseInsats): boolean =>
  !isOver(row) && replacedBy === undefined

/** When a note was begun; a rättelse when what it corrects was. */
export const begunAt = ({ note, context }: ReadNote): Timestamp => firstOf(note, context).createdAt

/** The day that a note tells of, or the day it was begun. */
export function dayOfNote(read: ReadNote): IsoDate {
  return parseDate(eventDate(read) ?? '') ?? dateAt(begunAt(read))
}

/** Notes by the day that they tell of, the oldest first; of the same day, the one begun first. */
export function inEventOrder(notes: readonly ReadNote[]): ReadNote[] {
  const keys = new Map(notes.map((read) => [read, `${dayOfNote(read)} ${begunAt(read)} ${read.note.id}`]))
  return notes.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1))
}

/** The kind of document that an owner's insatser come from. */
const kindOf = { arbetsgivare: 'arbetsgivarens-plan', forsakringskassan: 'planering' } as const

/** The fields whose insatser are one owner's, in a document about both. */
const ownerOfConcept: Readonly<Record<string, Owner>> = {
  'plan-insatser': 'arbetsgivare',
  'planering-insatser': 'forsakringskassan',
}

/** Whose the insatser of a field are, where the note or the field says it; a meeting's may be either's. */
function saidOwner({ template }: ReadNote, { concept }: FieldOf<'insatser'>): Owner | undefined {
  if (template.kind === 'arbetsgivarens-plan') return 'arbetsgivare'
  if (template.kind === 'planering') return 'forsakringskassan'
  return concept && ownerOfConcept[concept]
}

function statementsOf(read: ReadNote): InsatsStatement[] {
  const date = dayOfNote(read)
  return read
    .ofType('insatser')
    .flatMap(({ field, answer = [] }) =>
      answer.map((row) => ({ read, field, row, date, where: whereRow(read, field, row.id, 'what') })),
    )
}

/**
 * The note of these that a note belongs to: of a komplettering the one that it adds to, as it stands now. It adds to that
 * document's insatser and replaces none.
 */
export function documentOf(read: ReadNote, notes: readonly ReadNote[]): ReadNote {
  const { amends } = firstOf(read.note, read.context)
  if (amends?.verb !== 'komplettering') return read
  const first = ({ note, context }: ReadNote) => firstOf(note, context).id
  const target = noteAround(read.context, amends.note)
  const root = target ? firstOf(target.note, read.context).id : amends.note
  const found = notes.find((other) => other !== read && first(other) === root)
  return found ? documentOf(found, notes) : read
}

/** The newest plan, or planering, that has insatser, and its place among the notes. */
function newestDocument(
  notes: readonly ReadNote[],
  owner: Owner,
): { read: ReadNote; place: number } | undefined {
  const place = notes.findLastIndex(
    (read) =>
      read.template.kind === kindOf[owner] &&
      statementsOf(read).length > 0 &&
      !addsTo(read.note, read.context),
  )
  const read = notes[place]
  return read && { read, place }
}

/**
 * The insatser of a case, in the order in which they were first written. A row keeps its id when a later note takes it
 * over, and the last note that has it says how it stands. What a plan has and what a planering has are never one insats,
 * even where their rows have the same id: the first note decides whose it is, and a follow-up adds to what is there.
 */
export function caseInsatser(notes: readonly ReadNote[]): CaseInsats[] {
  const ordered = inEventOrder(notes)
  const found = new Map<string, { owner: Owner; statements: InsatsStatement[] }>()
  for (const statement of ordered.flatMap(statementsOf)) {
    const { row, read, field } = statement
    const known = ['forsakringskassan', 'arbetsgivare'] as const
    const owner =
      saidOwner(read, field) ?? known.find((one) => found.has(`${one} ${row.id}`)) ?? 'forsakringskassan'
    const before = found.get(`${owner} ${row.id}`)
    if (before) before.statements.push(statement)
    else found.set(`${owner} ${row.id}`, { owner, statements: [statement] })
  }
  const places = new Map(ordered.map((read, place) => [read, place]))
  const newest = {
    arbetsgivare: newestDocument(ordered, 'arbetsgivare'),
    forsakringskassan: newestDocument(ordered, 'forsakringskassan'),
  }
  return [...found].flatMap(([key, { owner, statements }]) => {
    const latest = statements.at(-1)
    if (latest === undefined) return []
    const document = newest[owner]
    const isReplaced =
      document !== undefined && document.place > (places.get(documentOf(latest.read, ordered)) ?? 0)
    const replacedBy = isReplaced ? document.read.note.id : undefined
    return [{ key, owner, row: latest.row, latest, statements, replacedBy }]
  })
}
