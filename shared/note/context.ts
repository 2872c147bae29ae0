import type { Case } from '../case/case.ts'
import { dateAt, type IsoDate } from '../case/dates.ts'
import type { DocumentKind } from '../case/kinds.ts'
import { type Template, templateOf } from '../template/template.ts'
import type { Language } from '../text/index.ts'
import { type Note, plainNote, type StoredNote } from './note.ts'

/** A note with the template its answers belong to. */
export interface NoteWithTemplate {
  readonly note: Note
  readonly template: Template
}

/** All that is around a note while it is read, checked or printed. No clock, no store. */
export interface NoteContext {
  readonly case: Case
  readonly today: IsoDate
  /** The other notes of the case; the note itself is not among them. For the case as a whole: all its notes. */
  readonly others: readonly NoteWithTemplate[]
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

/** Stored notes with the templates they pin; one whose template is not here is left out. */
export function withTemplates(
  notes: readonly StoredNote[],
  templates: readonly Template[],
): NoteWithTemplate[] {
  return notes.flatMap((note) => {
    const template = templateOf(templates, note.template)
    return template ? [{ note: plainNote(note), template }] : []
  })
}

/** The notes of a kind, the one changed last first. */
export function notesOfKind(notes: readonly NoteWithTemplate[], kind: DocumentKind): NoteWithTemplate[] {
  return notes
    .filter(({ template }) => template.kind === kind)
    .toSorted((a, b) => b.note.updatedAt.localeCompare(a.note.updatedAt))
}
