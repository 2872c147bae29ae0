import type { JournalEntry } from '../../shared/journal/entry.ts'
import { translate } from '../../shared/text/index.ts'

/** What every format is made from: an entry, ready to print, and what a file tells of where it comes from. */
export interface ExportSource {
  entry: JournalEntry
  /** When what it says was last changed, so that the same entry gives the same file. */
  at: Date
  author: string
  subject: string
  /** The record itself, as JSON, for a format that can carry a file. */
  attached?: Uint8Array | undefined
}

/** What a file is called to whoever reads it: with its case, where it is of one. */
export function titleOf({ language, header: { title, caseNumber } }: JournalEntry): string {
  return caseNumber === ''
    ? title
    : `${title}, ${translate(language, 'exports.case', { number: caseNumber })}`
}

/** An export format; registered in index.ts. */
export interface Format {
  mimeType: string
  render(source: ExportSource): Uint8Array | Promise<Uint8Array>
}

const encoder = new TextEncoder()

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/**
 * Widths of columns that fill `width`: each its widest word at least and its whole text at most, and between
 * them in proportion.
 */
export function columnWidths(needs: readonly { least: number; most: number }[], width: number): number[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const least = sum(needs.map((need) => need.least))
  const most = sum(needs.map((need) => need.most))
  if (least >= width) return needs.map((need) => (need.least / least) * width)
  if (most <= width) return needs.map((need) => need.most + (width - most) * (need.most / Math.max(most, 1)))
  const share = (width - least) / (most - least)
  return needs.map((need) => need.least + (need.most - need.least) * share)
}
