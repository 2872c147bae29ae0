import readXlsxFile from 'read-excel-file/node'
import { withinLimits } from './sheet-limits.ts'
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
    const safe = entries.flatMap(({ name, bytes: part }) => {
      const text = withinLimits(part.toString('utf8'))
      return text === undefined ? [] : [{ name, bytes: Buffer.from(text) }]
    })
    if (safe.length < entries.length) return { ok: false, fault: 'tooManyCells' }
    const found = await readXlsxFile(zipped(safe))
    const sheets: Partial<Record<Name, string[][]>> = {}
    for (const name of names) {
      // Spreadsheets tell no capitals apart in the names of sheets.
      const own = found.find(({ sheet }) => sheet.trim().toLowerCase() === name)
      if (own !== undefined) sheets[name] = own.data.map((row) => row.map(cellText))
    }
    return { ok: true, sheets }
  } catch (error) {
    if (error instanceof ZipFault && error.kind === 'tooLarge') return { ok: false, fault: 'tooLarge' }
    return { ok: false, fault: 'notSpreadsheet' }
  }
}
