import type { DocumentKind } from '../case/kinds.ts'
import type { NoteWithTemplate } from '../note/context.ts'

/** The notes of a kind, the one changed last first. */
export function notesOfKind(notes: readonly NoteWithTemplate[], kind: DocumentKind): NoteWithTemplate[] {
  return notes
    .filter(({ template }) => template.kind === kind)
    .toSorted((a, b) => b.note.updatedAt.localeCompare(a.note.updatedAt))
}
