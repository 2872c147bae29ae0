/** A selection in a text, by characters from its beginning; a caret where both are the same. */
export interface Caret {
  readonly start: number
  readonly end: number
}

type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Whether the element is one that text is typed in on one or more lines. */
function isTextControl(element: Element): element is TextControl {
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLInputElement && element.selectionStart !== null
}

/** Whether text is typed in the element, formatted or not. */
export function takesText(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && (isTextControl(element) || element.isContentEditable)
}

/** Where the selection stands in an element that has the focus; undefined where nothing is typed in it. */
export function caretOf(element: Element): Caret | undefined {
  if (isTextControl(element)) return { start: element.selectionStart ?? 0, end: element.selectionEnd ?? 0 }
  const selection = document.getSelection()
  if (!(element instanceof HTMLElement) || !element.isContentEditable || !selection?.rangeCount)
    return undefined
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}

/** The text node and the place in it that stand so many characters into an element; between two, in the one that `side` says. */
function pointAt(
  element: Element,
  offset: number,
  side: 'before' | 'after',
): { node: Node; at: number } | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: { node: Node; at: number } | undefined
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left < length || (left === length && side === 'before')) return { node, at: left }
    left -= length
    last = { node, at: length }
  }
  return last
}

/** The range that a selection makes in an element's text; undefined where it has none. */
export function rangeIn(element: Element, { start, end }: Caret): Range | undefined {
  const from = pointAt(element, start, start === end ? 'before' : 'after')
  const to = pointAt(element, end, 'before')
  if (from === undefined || to === undefined) return undefined
  const range = document.createRange()
  range.setStart(from.node, from.at)
  range.setEnd(to.node, to.at)
  return range
}

/** Selects a part of an element's text, or puts the caret there. The element has the focus already. */
export function setCaret(element: HTMLElement, caret: Caret): void {
  if (isTextControl(element)) {
    element.setSelectionRange(caret.start, caret.end)
    return
  }
  const range = element.isContentEditable ? rangeIn(element, caret) : undefined
  const selection = document.getSelection()
  if (range === undefined || selection === null) return
  selection.removeAllRanges()
  selection.addRange(range)
}

/** A selection in a text, in what is drawn of it, which has no characters for its line breaks. */
export function drawnCaret(text: string, { start, end }: Caret): Caret {
  const drawn = (offset: number) => text.slice(0, offset).replaceAll('\n', '').length
  return { start: drawn(start), end: drawn(end) }
}

/** The other way: a selection in what is drawn, in the text with its line breaks, of which it takes in as few as it can. */
export function writtenCaret(text: string, { start, end }: Caret): Caret {
  let [drawn, from, to] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') continue
    if (drawn === start) from = at
    drawn += 1
    if (drawn === end) to = at + 1
  }
  if (start >= drawn) from = text.length
  return { start: from, end: Math.max(from, to) }
}
