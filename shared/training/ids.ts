import { type CaseId, caseIdSchema, type NoteId, noteIdSchema } from '../case/ids.ts'
import { recordDigest } from '../note/canonical.ts'

/** A UUID made of a name (version 8 of RFC 9562): the same name gives the same one in every archive. */
function uuidOf(name: string): string {
  const hex = recordDigest(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The id that a case of a pack has wherever the pack is loaded. */
export const packCaseId = (pack: string, key: string): CaseId =>
  caseIdSchema.parse(uuidOf(`klarlagt/demopaket/${pack}/${key}`))

/** The id that a note of a pack has wherever the pack is loaded. */
export const packNoteId = (pack: string, caseKey: string, key: string): NoteId =>
  noteIdSchema.parse(uuidOf(`klarlagt/demopaket/${pack}/${caseKey}/${key}`))
