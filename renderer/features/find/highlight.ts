import { rangeIn } from '../../base/caret.ts'
import { placeIn } from '../../note-model/use-run-fix.ts'
import { type Hit, placesIn } from './hits.ts'

const ALL = 'find'
const CURRENT = 'find-current'
const FOUND = 'data-found'

/** How many characters on each side tell a hit from others. */
const NEIGHBOURS = 15

/** What of a note shows text that the page itself draws: formatted texts, rows told on a line, and a record. */
const drawn = '[contenteditable="true"], .rows-text, .rows-aside, .journal'
const controls = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The words that a control shows; a list shows its chosen option. */
function shownBy(control: Control): string {
  return control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.text ?? '') : control.value
}

function rangesIn(element: Element, query: string): Range[] {
  return placesIn(element.textContent ?? '', query).flatMap(
    (start) => rangeIn(element, { start, end: start + query.length }) ?? [],
  )
}

/** Where a hit of the model is drawn. */
export interface Shown {
  readonly element: Element
  /** The words themselves; undefined where they stand in a control, which no page can mark a part of. */
  readonly range: Range | undefined
}

/** In a record, which prints the answers in its own way: the range whose neighbours are those of the hit. */
function printedAt(root: Element, { text, start, end }: Hit, query: string): Shown | undefined {
  const around = text.slice(Math.max(0, start - NEIGHBOURS), end + NEIGHBOURS).split('\n')
  const line = around.find((each) => placesIn(each, query).length > 0) ?? ''
  const ranges = [...root.querySelectorAll('.journal')].flatMap((journal) => rangesIn(journal, query))
  const range = ranges.find(({ startContainer }) => startContainer.textContent?.includes(line)) ?? ranges[0]
  return range && { element: range.startContainer.parentElement ?? root, range }
}

/** Where the hit stands in a note that is shown: its range in drawn text, or the control that holds it. */
export function drawnAt(root: Element, hit: Hit, query: string): Shown | undefined {
  const place = placeIn(root, hit.where)
  if (place === root) return printedAt(root, hit, query)
  const text = place.querySelector('[contenteditable="true"]')
  const range = text === null ? undefined : rangesIn(text, query)[hit.nth]
  if (text !== null && range !== undefined)
    return { element: range.startContainer.parentElement ?? text, range }
  const found = [...place.querySelectorAll<Control>(controls)].filter(
    (control) => placesIn(shownBy(control), query).length > 0,
  )
  return { element: found[0] ?? place, range: undefined }
}

/** Marks every hit in the notes that are shown, and the current one more strongly. */
export function markHits(roots: readonly Element[], query: string, current: Shown | undefined): void {
  unmarkHits()
  const ranges: Range[] = []
  for (const root of roots) {
    for (const element of root.querySelectorAll(drawn)) ranges.push(...rangesIn(element, query))
    for (const control of root.querySelectorAll<Control>(controls))
      if (placesIn(shownBy(control), query).length > 0) control.setAttribute(FOUND, '')
  }
  CSS.highlights.set(ALL, new Highlight(...ranges))
  if (current === undefined) return
  if (current.range === undefined) current.element.setAttribute(FOUND, 'current')
  else CSS.highlights.set(CURRENT, new Highlight(current.range))
}

/** Takes all marks away. */
export function unmarkHits(): void {
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
  for (const element of document.querySelectorAll(`[${FOUND}]`)) element.removeAttribute(FOUND)
}
