import type { Case } from '../case/case.ts'
import { dateAt, type IsoDate, type Timestamp } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import type { DocumentKind } from '../case/kinds.ts'
import { type Template, templateOf } from '../template/template.ts'
import type { Language } from '../text/index.ts'
import { chainsOf, linkOf } from './amendments.ts'
import { type Note, plainNote, type StoredNote } from './note.ts'

/** A note with the template its answers belong to. */
export interface NoteWithTemplate {
  readonly note: Note
  readonly template: Template
}

/** The notes around a note, or all of a case: those that count, and apart from them those that do not. */
export interface Around {
  /** The other notes of the case; the note itself is not among them. For the case as a whole: all its notes that count. */
  readonly others: readonly NoteWithTemplate[]
  /**
   * The notes of the case that do not count: those that a rättelse stands in place of, the annulled, and rättelser that are
   * not signed yet. They can be referred to and linked, and nothing else reads them.
   */
  readonly uncounted?: readonly NoteWithTemplate[] | undefined
}

/** All that is around a note while it is read, checked or printed. No clock, no store. */
export interface NoteContext extends Around {
  readonly case: Case
  readonly today: IsoDate
  readonly language: Language
  /** Ids of rules that the agency has turned off. One that protects the record finds its errors still. */
  readonly rulesOff?: readonly string[] | undefined
  /** So many days without an event make a long case silent (R19), where the agency has decided it. */
  readonly silentAfterDays?: number | undefined
}

/** What decides whether a rule can be turned off. */
export interface GovernedRule {
  readonly id: string
  /** Its errors protect the record: what it says of whom, whose it is, on what ground. They cannot be turned off. */
  readonly protects?: true | undefined
}

/** How much of a rule is run in a context: all, its errors alone, or nothing. */
export function howRun({ id, protects }: GovernedRule, { rulesOff }: NoteContext): 'all' | 'errors' | 'none' {
  if (rulesOff?.includes(id) !== true) return 'all'
  return protects ? 'errors' : 'none'
}

/** What is signed never changes with time: a signed note has the case and the day of its signature. */
export function asSigned(note: Note, context: NoteContext): NoteContext {
  if (note.status !== 'journalford') return context
  const { signature } = note
  return { ...context, case: { ...signature.case, id: context.case.id }, today: dateAt(signature.at) }
}

/** Notes with the templates they pin; one whose template is not here is left out. */
export function withTemplates(
  notes: readonly (Note | StoredNote)[],
  templates: readonly Template[],
): NoteWithTemplate[] {
  return notes.flatMap((note) => {
    const template = templateOf(templates, note.template)
    return template ? [{ note: 'caseId' in note ? plainNote(note) : note, template }] : []
  })
}

const everyNote = ({ others, uncounted = [] }: Around) => [...others, ...uncounted]

function sortedOut(notes: readonly NoteWithTemplate[], counts: (id: NoteId) => boolean): Around {
  const { counted = [], not = [] } = Object.groupBy(notes, ({ note }) =>
    counts(note.id) ? 'counted' : 'not',
  )
  return not.length === 0 ? { others: counted } : { others: counted, uncounted: not }
}

/**
 * All notes of a case, so that a corrected one counts once and an annulled one not at all. Whatever reads a case across its
 * notes reads `others`, and so this is the one place where that is decided.
 */
export function aroundCase(notes: readonly (Note | StoredNote)[], templates: readonly Template[]): Around {
  return sortedOut(withTemplates(notes, templates), chainsOf(notes.map(linkOf)).counts)
}

/** What is around one of a case's notes: neither itself counts, nor what it corrects or is corrected by. */
export function aroundNote(around: Around, id: NoteId): Around {
  const { others, uncounted } = around
  if (uncounted === undefined) return { others: others.filter(({ note }) => note.id !== id) }
  const { rootOf } = chainsOf(everyNote(around).map(({ note }) => linkOf(note)))
  const isOwn = (other: NoteId) => rootOf(other) === rootOf(id)
  return {
    others: others.filter(({ note }) => !isOwn(note.id)),
    uncounted: [
      ...uncounted.filter(({ note }) => note.id !== id),
      ...others.filter(({ note }) => note.id !== id && isOwn(note.id)),
    ],
  }
}

/** One of the notes around, whether it counts or not. */
export function noteAround(around: Around, id: NoteId): NoteWithTemplate | undefined {
  return everyNote(around).find(({ note }) => note.id === id)
}

/**
 * The note that a rättelse, or a rättelse of one, corrects in the end: it takes that note's place in time as well. Any other
 * note is its own first.
 */
export function firstOf(note: Note, around: Around): Note {
  let first = note
  const passed = new Set<NoteId>()
  while (first.amends?.verb === 'rattelse' && !passed.has(first.id)) {
    passed.add(first.id)
    const corrected = noteAround(around, first.amends.note)
    if (!corrected) break
    first = corrected.note
  }
  return first
}

/** When a note was last changed; a rättelse is as old as what it corrects. */
export const changedAt = (note: Note, around: Around): Timestamp => firstOf(note, around).updatedAt

/** Whether a note adds to another (komplettering), and so takes no older one's place. */
export const addsTo = (note: Note, around: Around): boolean =>
  firstOf(note, around).amends?.verb === 'komplettering'

/** The notes of a kind around a note, the one changed last first. */
export function notesOfKind(around: Around, kind: DocumentKind): NoteWithTemplate[] {
  return around.others
    .filter(({ template }) => template.kind === kind)
    .toSorted((a, b) => changedAt(b.note, around).localeCompare(changedAt(a.note, around)))
}
