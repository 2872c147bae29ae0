import type { Thread } from '../../shared/comments/thread.ts'
import { responseOf } from '../../shared/interchange/fhir/note-as-response.ts'
import { OWN_MEMBER } from '../../shared/interchange/fhir/urls.ts'
import type { ReadNote } from '../../shared/note/read-note.ts'
import { utf8 } from './format.ts'

/** A note as a FHIR R5 QuestionnaireResponse, JSON. Comments, where they are given, stand apart in an extension of ours. */
export function noteFhir(read: ReadNote, comments: readonly Thread[] | undefined): Uint8Array {
  const { value } = responseOf(read)
  const own =
    comments === undefined ? [] : [{ url: `${OWN_MEMBER}comments`, valueString: JSON.stringify(comments) }]
  const extension = [...(value.extension ?? []), ...own]
  return utf8(`${JSON.stringify(extension.length > 0 ? { ...value, extension } : value, undefined, 2)}\n`)
}
