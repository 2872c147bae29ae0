import type { NoteWithTemplate } from '../../shared/note/check/rule.ts'
import type { Note, StoredNote } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'

/** A stored note as checks and journal know it: without what only the store needs. */
export function asNote({ caseId: _caseId, revision: _revision, ...note }: StoredNote): Note {
  return note
}

/** The notes with the templates they pin; one whose template is not here is left out. */
export function withTemplates(
  notes: readonly StoredNote[],
  templates: readonly Template[],
): NoteWithTemplate[] {
  return notes.flatMap((note) => {
    const template = templates.find(
      ({ id, version }) => id === note.template.id && version === note.template.version,
    )
    return template ? [{ note: asNote(note), template }] : []
  })
}
