import type { ExportFormat } from '../../shared/api/notes.ts'
import { isPersonnummer } from '../../shared/case/identity.ts'
import type { JournalEntry } from '../../shared/journal/entry.ts'

const LONGEST = 60

/**
 * A case number as part of a file name on any system: letters, digits and hyphens; nothing hidden or reserved.
 * A personnummer used as case number is left out.
 */
function safe(text: string): string {
  if (isPersonnummer(text)) return ''
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
}

/** "arbetsgivarens-plan-24-1187-utkast.pdf": kind of document, case number and status, no personal data. */
export function fileNameOf({ kind, draft, header }: JournalEntry, format: ExportFormat): string {
  const parts = [kind, safe(header.caseNumber), draft ? 'utkast' : 'journalford']
  return `${parts.filter((part) => part !== '').join('-')}.${format}`
}
