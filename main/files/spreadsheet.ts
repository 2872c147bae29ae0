import { readSheet } from 'read-excel-file/node'
import { isWithinLimits } from './sheet-limits.ts'
import { unzipped, ZipFault, zipped } from './zip.ts'

/** The largest spreadsheet that is read, and what it may come to unpacked, in bytes. Own choice: a form has tens of kilobytes. */
export const MAX_SPREADSHEET_BYTES = 5_000_000
const MAX_UNPACKED_BYTES = 30_000_000

/** The cells of sheets as text; or why they are not read: too large, too many cells, or no spreadsheet. */
export type ReadSheets<Name extends string> =
  | { ok: true; sheets: Partial<Record<Name, string[][]>> }
  | { ok: false; fault: 'tooLarge' | 'tooManyCells' | 'notSpreadsheet' }

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

/** Why the library reads no sheet: there is none of that name, or the file is broken. Anything else is a fault of ours. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

/**
 * Reads sheets of an .xlsx that may come from anywhere. The reader is handed only what we have unpacked ourselves, to a size
 * that is held, and counted the cells of: a file made to fill the memory is refused, whatever it says of itself.
 */
export async function readSheets<Name extends string>(
  bytes: Uint8Array,
  names: readonly Name[],
): Promise<ReadSheets<Name>> {
  if (bytes.length > MAX_SPREADSHEET_BYTES) return { ok: false, fault: 'tooLarge' }
  try {
    const entries = unzipped(Buffer.from(bytes), (name) => /\.(xml|rels)$/.test(name), MAX_UNPACKED_BYTES)
    if (!entries.every((entry) => isWithinLimits(entry.bytes.toString('utf8'))))
      return { ok: false, fault: 'tooManyCells' }
    const safe = zipped(entries)
    const sheets: Partial<Record<Name, string[][]>> = {}
    for (const name of names) {
      try {
        sheets[name] = (await readSheet(safe, name)).map((row) => row.map(cellText))
      } catch (error) {
        if (nameOf(error) !== 'SheetNotFoundError') throw error
      }
    }
    return { ok: true, sheets }
  } catch (error) {
    if (error instanceof ZipFault && error.kind === 'tooLarge') return { ok: false, fault: 'tooLarge' }
    return { ok: false, fault: 'notSpreadsheet' }
  }
}
