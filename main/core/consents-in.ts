import type { Consent } from '../../shared/case/rows.ts'
import { readAnswer } from '../../shared/note/answers.ts'
import type { Note } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'

/** The consents that a note records, in all its fields of that type. */
export function consentsIn(note: Note, template: Template): Consent[] {
  return template.sections
    .flatMap((section) => section.fields)
    .filter((field) => field.type === 'consents')
    .flatMap((field) => readAnswer(note.answers, field.id, 'consents') ?? [])
}
