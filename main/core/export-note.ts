import type { ExportedFile, ExportFormat } from '../../shared/api/notes.ts'
import type { CaseDetails } from '../../shared/case/case.ts'
import type { NoteWithTemplate } from '../../shared/note/check/rule.ts'
import type { Note } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Language } from '../../shared/text/index.ts'

/** All that an export needs to know. A signed note comes with the case as it was when it was signed. */
export interface ExportInput {
  note: Note
  template: Template
  case: CaseDetails
  otherNotes: readonly NoteWithTemplate[]
  language: Language
}
export type ExportNote = (
  input: ExportInput,
  format: ExportFormat,
) => Promise<{ fileName: string; mimeType: string; bytes: Uint8Array }>

/** A note as a file, its bytes in base64 for the way through the contract. */
export async function exportStoredNote(
  input: ExportInput,
  format: ExportFormat,
  exportNote: ExportNote | undefined,
): Promise<ExportedFile> {
  if (!exportNote) throw new Error('This core was made without exports.')
  const { fileName, mimeType, bytes } = await exportNote(input, format)
  return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
}
