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

/** The text node and the place in it that stand so many characters into an element. */
function pointAt(element: Element, offset: number): { node: Node; at: number } | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: { node: Node; at: number } | undefined
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) return { node, at: left }
    left -= length
    last = { node, at: length }
  }
  return last
}

/** The range that a selection makes in an element's text; undefined where it has none. */
function rangeIn(element: Element, { start, end }: Caret): Range | undefined {
  const from = pointAt(element, start)
  const to = pointAt(element, end)
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
