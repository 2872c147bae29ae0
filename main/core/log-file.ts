import type { ToldEntry } from '../../shared/api/log.ts'
import { actionText } from '../../shared/journal/action-text.ts'
import { type Language, translate } from '../../shared/text/index.ts'

/**
 * A cell that no spreadsheet takes for a formula: what begins like one is given an apostrophe, and every cell is quoted.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(text: string): string {
  const plain = /^[\s]*[=+\-@]|^[\t\r\n]/u.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

const columns = ['seq', 'at', 'name', 'role', 'action', 'case', 'note', 'user'] as const

function csv(entries: readonly ToldEntry[], language: Language): string {
  const head = columns.map((column) => translate(language, `log.column.${column}`))
  const rows = entries.map(({ seq, at, by, action, caseNumber, caseId, noteId, userName, userId }) => [
    String(seq),
    at,
    by.name,
    translate(language, `lists.role.${by.role}`),
    actionText(language, action),
    caseNumber ?? caseId ?? '',
    noteId ?? '',
    userName ?? userId ?? '',
  ])
  // The mark of UTF-8 first, and semicolons: how a Swedish spreadsheet reads it right.
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`
}

/** The log as a file: CSV for a spreadsheet, or JSON with each entry as the archive has it. */
export function logFile(
  entries: readonly ToldEntry[],
  format: 'csv' | 'json',
  language: Language,
): { fileName: string; mimeType: string; base64: string } {
  const text = format === 'csv' ? csv(entries, language) : `${JSON.stringify(entries, undefined, 2)}\n`
  return {
    fileName: `klarlagt-logg.${format}`,
    mimeType: format === 'csv' ? 'text/csv' : 'application/json',
    base64: Buffer.from(text, 'utf8').toString('base64'),
  }
}
