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
  /** Ids of rules that are not run, because the agency has turned them off. */
  readonly rulesOff?: readonly string[] | undefined
}

/** Whether a rule is run in a context. */
export const isRun = ({ id }: { readonly id: string }, { rulesOff }: NoteContext): boolean =>
  rulesOff?.includes(id) !== true

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
