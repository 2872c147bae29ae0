import type { NoteWithTemplate } from '../../shared/note/check/rule.ts'
import type { Note, StoredNote } from '../../shared/note/note.ts'
import type { Templates } from './templates.ts'

/** A note without what only the store needs: as bundles carry it, and checks and exports read it. */
export function plainNote({ caseId: _caseId, revision: _revision, ...note }: StoredNote): Note {
  return note
}

/** Notes with the templates they pin; those whose template is not here are left out. */
export function withTemplates(notes: readonly StoredNote[], templates: Templates): NoteWithTemplate[] {
  return notes.flatMap((stored) => {
    const template = templates.find(stored.template)
    return template ? [{ note: plainNote(stored), template }] : []
  })
}
