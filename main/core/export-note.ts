import type { ExportedFile, ExportFormat } from '../../shared/api/notes.ts'
import type { EntryInput } from '../../shared/journal/to-entry.ts'

/**
 * A note as a file, its bytes in base64 for the way through the contract. The writers of PDF and Word are loaded
 * when the first export is asked for: the core starts without them.
 */
export async function exportAsFile(input: EntryInput, format: ExportFormat): Promise<ExportedFile> {
  const { exportNote } = await import('../export/index.ts')
  const { fileName, mimeType, bytes } = await exportNote(input, format)
  return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
}
