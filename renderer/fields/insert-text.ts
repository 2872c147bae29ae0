import { CONTROLLED_TEXT_INSERTION_COMMAND, getNearestEditorFromDOMNode } from 'lexical'
import { blanksOf } from '../../shared/guide/phrases.ts'
import { type Caret, setCaret } from '../base/caret.ts'

/** All that stands in an element that takes text. */
export function textIn(element: HTMLElement): string {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? element.value
    : (element.textContent ?? '')
}

/** What is selected in an element that takes text; its end where the selection is elsewhere. */
export function caretIn(element: HTMLElement): Caret {
  const end = textIn(element).length
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return { start: element.selectionStart ?? end, end: element.selectionEnd ?? end }
  const selection = document.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined
  if (range === undefined || !element.contains(range.commonAncestorContainer)) return { start: end, end }
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}

/**
 * Writes a text where the caret was, in place of what was selected, as if it was typed: what undoes typing undoes it. `done`
 * is called when it stands there.
 */
export function insertText(element: HTMLElement, caret: Caret, text: string, done: () => void): void {
  const editor = getNearestEditorFromDOMNode(element)
  element.focus()
  // A formatted text that gets the focus from a script has its caret at its beginning.
  setCaret(element, caret)
  if (editor === null) {
    // The one way in that a text control's own undo knows of.
    document.execCommand('insertText', false, text)
    done()
    return
  }
  // The editor hears of the new caret before the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text)
      requestAnimationFrame(done)
    }),
  )
}

/** Selects the next place to fill in from a character on, or the last before it. False where there is none. */
export function selectBlank(element: HTMLElement, from: number, way: 'next' | 'previous'): boolean {
  const blanks = blanksOf(textIn(element))
  const blank =
    way === 'next' ? blanks.find(({ start }) => start >= from) : blanks.findLast(({ end }) => end <= from)
  if (blank === undefined) return false
  setCaret(element, blank)
  return true
}
