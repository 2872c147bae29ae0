import { stringify } from 'csv-stringify/sync'

/** A text of one line, without what a program that reads the file could take for anything but a text. */
export const plainCell = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/**
 * CSV as a Swedish spreadsheet reads it: the mark of UTF-8 first, and semicolons. A cell that begins like a formula is given an
 * apostrophe, and every cell is quoted (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvFile(cells: readonly (readonly (string | number)[])[]): Uint8Array {
  const text = stringify([...cells], {
    bom: true,
    delimiter: ';',
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  return new TextEncoder().encode(text)
}
