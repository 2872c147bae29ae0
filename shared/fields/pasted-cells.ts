/** A mark before a line of a list: "- ", "• ", "1. ", "2) ". */
const bullet = /^(?:[-–—*•·▪]|\d{1,2}[.)])\s+/

/** A cell in quotes from a place in a text, and where what follows it begins; none where the quotes never end. */
function quotedCell(text: string, from: number): { cell: string; next: number } | undefined {
  let cell = ''
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else {
      const after = text[at + 1]
      return after === undefined || after === '\t' || after === '\n' ? { cell, next: at + 1 } : undefined
    }
  }
  return undefined
}

/** The rows of a spreadsheet, as it puts them on the clipboard: cells between tabs, in quotes where they have several lines. */
function spreadsheetCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
    const plainEnd = text.slice(at).search(/[\t\n]/)
    const next = quoted?.next ?? (plainEnd < 0 ? text.length : at + plainEnd)
    rows.at(-1)?.push(quoted?.cell ?? text.slice(at, next))
    if (text[next] === '\n') rows.push([])
    at = next + 1
  }
  return rows
}

/**
 * What is pasted, as rows of cells without blanks at their ends: a spreadsheet where there are tabs, else a line a row without
 * the marks of a list. Blank rows are left out.
 */
export function pastedCells(pasted: string): string[][] {
  const text = pasted.replace(/\r\n?/g, '\n')
  const rows = text.includes('\t')
    ? spreadsheetCells(text)
    : text.split('\n').map((line) => [line.trim().replace(bullet, '')])
  return rows
    .map((cells) => cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
}
