/** The most rows and columns of a sheet that is read. Own choice: ten times the longest form that anybody has shown us. */
export const MOST_ROWS = 5000
export const MOST_COLUMNS = 200

/** Where an address is: `B12`, or a row's number. Whatever is written in another way is odd. */
function placeOf(address: string): 'near' | 'far' | 'odd' {
  const [, letters, digits] = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined) return 'odd'
  const column = letters.split('').reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)
  return column <= MOST_COLUMNS && Number(digits) <= MOST_ROWS ? 'near' : 'far'
}

/** Where all the addresses in a tag are. */
const placesIn = (tag: string) =>
  [...tag.matchAll(/\sr\s*=\s*("([^"]*)"|'([^']*)')/g)].map(([, , double, single]) =>
    placeOf(double ?? single ?? ''),
  )

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

const emptyCell = /\s*<(?:[\w.-]+:)?c(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:[\w.-]+:)?c\s*>)/y
const endOfCell = /\s*<\/(?:[\w.-]+:)?c\s*>/y
const endOfRow = /\s*<\/(?:[\w.-]+:)?row\s*>/y

/** Where `pattern` ends that begins at `from`; undefined where it does not begin there. */
function past(pattern: RegExp, xml: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(xml) ? pattern.lastIndex : undefined
}

/** Where a cell or a row ends that holds nothing, its tag ending at `end`; undefined where it holds something. */
function endOfEmpty(xml: string, name: string, end: number): number | undefined {
  if (xml[end - 1] === '/') return end + 1
  if (name === 'c') return past(endOfCell, xml, end + 1)
  let at = end + 1
  for (let next = past(emptyCell, xml, at); next !== undefined; next = past(emptyCell, xml, at)) at = next
  return past(endOfRow, xml, at)
}

/**
 * A part of a workbook with no more rows and columns than are read, by their number and by their addresses: a reader fills in
 * the cells between, so that one far away is as good as millions. Far ones that hold nothing, which programs leave behind
 * where something was once formatted, are taken out. Undefined where there are more, or what no sheet does and tags could
 * hide in: comments, types and unfinished tags. Read in one pass.
 */
export function withinLimits(xml: string): string | undefined {
  const kept: string[] = []
  let from = 0
  let rows = 0
  let columns = 0
  for (let at = xml.indexOf('<'); at >= 0; ) {
    if (xml[at + 1] === '!') return undefined
    const end = endOfTag(xml, at + 1)
    if (end < 0) return undefined
    const tag = xml.slice(at + 1, end)
    const name = /^(?:[\w.-]+:)?(row|c)(?=[\s/]|$)/.exec(tag)?.[1]
    const places = name === undefined ? [] : placesIn(tag)
    if (places.includes('odd')) return undefined
    if (name !== undefined && places.includes('far')) {
      const next = endOfEmpty(xml, name, end)
      if (next === undefined) return undefined
      kept.push(xml.slice(from, at))
      from = next
      at = xml.indexOf('<', next)
      continue
    }
    if (name === 'row') {
      rows++
      columns = 0
    } else if (name === 'c') columns++
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) return undefined
    at = xml.indexOf('<', end)
  }
  return from === 0 ? xml : kept.join('') + xml.slice(from)
}
