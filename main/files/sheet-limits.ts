/** The most rows and columns of a sheet that is read. Own choice: ten times the longest form that anybody has shown us. */
export const MOST_ROWS = 5000
export const MOST_COLUMNS = 200

/** Whether an address is within the limits: `B12`, or a row's number. Whatever is written in another way is not. */
function isNear(address: string): boolean {
  const [, letters, digits] = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined) return false
  const column = letters.split('').reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)
  return column <= MOST_COLUMNS && Number(digits) <= MOST_ROWS
}

/** Where a tag ends that begins at `from`: quotes may hold what ends it. -1 where it never does. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const char = xml[at] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  return -1
}

/**
 * Whether a part of a workbook has no more rows and columns than are read, by their number and by their addresses: a
 * reader fills in the cells between, so that one far away is as good as millions. Read in one pass, and refused where it
 * holds what no sheet does and tags could hide in: comments, types and unfinished tags.
 */
export function isWithinLimits(xml: string): boolean {
  let rows = 0
  let columns = 0
  for (let at = xml.indexOf('<'); at >= 0; ) {
    if (xml[at + 1] === '!') return false
    const end = endOfTag(xml, at + 1)
    if (end < 0) return false
    const tag = xml.slice(at + 1, end)
    const name = /^(?:[\w.-]+:)?(row|c)(?=[\s/]|$)/.exec(tag)?.[1]
    if (name !== undefined) {
      if (name === 'row') {
        rows++
        columns = 0
      } else columns++
      if (rows > MOST_ROWS || columns > MOST_COLUMNS) return false
      for (const [, , double, single] of tag.matchAll(/\sr\s*=\s*("([^"]*)"|'([^']*)')/g))
        if (!isNear(double ?? single ?? '')) return false
    }
    at = xml.indexOf('<', end)
  }
  return true
}
