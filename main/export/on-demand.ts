import type { ExportFormat } from '../../shared/api/notes.ts'
import { localDate } from '../../shared/case/dates.ts'
import type { EntryInput } from '../../shared/journal/to-entry.ts'
import type { ExportedBytes } from './index.ts'

/**
 * `exportNote` as of today, its writers read in at the first export: the core starts without waiting for PDF and Word.
 */
export async function exportNoteOnDemand(
  input: Omit<EntryInput, 'today'>,
  format: ExportFormat,
): Promise<ExportedBytes> {
  const { exportNote } = await import('./index.ts')
  return exportNote({ ...input, today: localDate(new Date()) }, format)
}
