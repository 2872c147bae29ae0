import type { Concept } from '../fields/concepts.ts'
import { opsOf } from '../fields/index.ts'
import { shortText } from '../fields/said.ts'
import type { ReadNote } from '../note/read-note.ts'
import type { Language } from '../text/index.ts'

/** What a note answers by a concept, in a few words of a language; undefined where it is hidden or says nothing. */
export function saidBy(read: ReadNote, concept: Concept, language: Language): string | undefined {
  const field = read.field(concept)
  if (!field || !read.answered(concept)) return undefined
  const text = shortText(opsOf(field).say(read.note.answers[field.id], { ...read.scope, language }))
  // The journal's words go on from a label; here they stand alone.
  return text === '' ? undefined : text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
