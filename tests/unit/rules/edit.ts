import type { Answers } from '../../../shared/note/answers.ts'
import type { Bundle } from '../../../shared/note/bundle.ts'
import type { NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { contextOf, notesOf } from './bundles.ts'
import { ruleBundle } from './rule-pack.ts'

/** The note made from a template, in a bundle. */
export function noteOf(bundle: Bundle, template: string): NoteWithTemplate {
  const found = notesOf(bundle).find(({ note }) => note.template.id === template)
  if (!found) throw new Error(`No ${template} in the bundle`)
  return found
}

/** A note with some answers changed; undefined takes an answer away. */
export function withAnswers(
  subject: NoteWithTemplate,
  changes: Record<string, Answers[string] | undefined>,
): NoteWithTemplate {
  const answers: Answers = { ...subject.note.answers }
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) delete answers[field]
    else answers[field] = value
  }
  return { ...subject, note: { ...subject.note, answers } }
}

/** A case where all is right, and the R-markers of one of its notes with some answers changed. */
export function ruleMarkers(
  template: string,
  changes: Record<string, Answers[string] | undefined>,
  bundle = ruleBundle('r27-ratt'),
): Marker[] {
  const subject = withAnswers(noteOf(bundle, template), changes)
  return checkNote(subject, contextOf(bundle, subject)).filter(({ rule }) => /^R\d+$/.test(rule))
}

/** The answers after a marker's first fix of the kind `edit`. */
export function afterFix(subject: NoteWithTemplate, marker: Marker | undefined): NoteWithTemplate {
  const fix = marker?.fixes.find(({ kind }) => kind === 'edit')
  if (fix?.kind !== 'edit') throw new Error('No edit among the fixes')
  return withAnswers(subject, Object.fromEntries(fix.changes.map(({ field, value }) => [field, value])))
}
