import type { Template } from '../template/template.ts'
import { templateOf } from '../template/template.ts'
import type { NoteWithTemplate } from './context.ts'
import { plainNote, type StoredNote } from './note.ts'

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
