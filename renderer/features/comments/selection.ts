import { create } from 'zustand'
import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { type Caret, caretOf, takesText } from '../../base/caret.ts'

/** What is selected in a note: in an element that text is written in, or in its record. */
export interface Selected {
  readonly note: NoteId
  readonly element: Element
  /** The selected words as they are drawn. */
  readonly words: string
  /** Where they stand in what is written; undefined in a record. */
  readonly caret: Caret | undefined
}

/** What was selected last in a note, until something else in it has the caret. Other parts of the window leave it as it is. */
export const useSelected = create<{ readonly selected: Selected | undefined }>(() => ({
  selected: undefined,
}))

const noteOf = (element: Element) =>
  noteIdSchema.safeParse(element.closest('[data-note]')?.getAttribute('data-note')).data

function written(element: HTMLElement, note: NoteId): Selected | undefined {
  const isControl = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  const isEmpty = isControl
    ? element.selectionStart === element.selectionEnd
    : document.getSelection()?.isCollapsed !== false
  const caret = isEmpty ? undefined : caretOf(element)
  if (caret === undefined) return undefined
  const words = isControl
    ? element.value.slice(caret.start, caret.end)
    : (document.getSelection()?.toString() ?? '')
  return { note, element, words, caret }
}

function read(): void {
  const { activeElement } = document
  const selection = document.getSelection()
  const node = selection?.anchorNode
  const at = node instanceof Element ? node : node?.parentElement
  if (takesText(activeElement)) {
    const note = noteOf(activeElement)
    if (note !== undefined) useSelected.setState({ selected: written(activeElement, note) })
    return
  }
  const record = at?.closest('.journal')
  const note = record == null ? undefined : noteOf(record)
  if (record == null || note === undefined || selection == null) return
  const words = selection.toString()
  const selected = words.trim() === '' ? undefined : { note, element: record, words, caret: undefined }
  useSelected.setState({ selected })
}

/** What is selected now: a key may come before the page is told of what the key before it selected. */
export function selectedNow(): Selected | undefined {
  read()
  return useSelected.getState().selected
}

/** Follows what is selected in notes. Gives what ends it. */
export function followSelection(): () => void {
  document.addEventListener('selectionchange', read)
  return () => {
    document.removeEventListener('selectionchange', read)
    useSelected.setState({ selected: undefined })
  }
}
