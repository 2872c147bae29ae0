import { create } from 'zustand'
import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { type Caret, takesText } from '../../base/caret.ts'
import { caretIn, insertText, selectBlank, textIn } from '../../fields/insert-text.ts'

/** A place in a note where text is written. */
export interface Target {
  readonly element: HTMLElement
  readonly note: NoteId
  readonly field: string
}

interface State {
  /** Where text was written last. */
  readonly target: Target | undefined
  readonly dialog: 'closed' | 'insert' | 'add'
  /** What was selected there when the dialog opened. */
  readonly caret: Caret | undefined
  /** What a phrase of one's own begins with. */
  readonly selected: string
}

export const usePhraseState = create<State>(() => ({
  target: undefined,
  dialog: 'closed',
  caret: undefined,
  selected: '',
}))

/** The element whose places to fill in Tab goes between: from an insertion until it is left. */
let filling: HTMLElement | undefined

/** The place of a note that an element writes to; undefined for any other element. */
function targetOf(element: Element): Target | undefined {
  const field = element.closest('[data-field]')?.getAttribute('data-field')
  const note = noteIdSchema.safeParse(element.closest('[data-note]')?.getAttribute('data-note'))
  return takesText(element) && field != null && note.success ? { element, note: note.data, field } : undefined
}

/** Where text can be written now: where it was written last, if that is still there. */
export function currentTarget(): Target | undefined {
  const { target } = usePhraseState.getState()
  return target?.element.isConnected === true ? target : undefined
}

/** What is selected where text was written last. */
export function selectedText(): string {
  const target = currentTarget()
  if (target === undefined) return ''
  const { start, end } = caretIn(target.element)
  return textIn(target.element).slice(start, end).replace(/\s+/g, ' ').trim()
}

/** Inserts a phrase where the caret was in the text that was written last, and selects its first place to fill in. */
export function insertPhrase(text: string, caret?: Caret): boolean {
  const target = currentTarget()
  if (target === undefined) return false
  const { element } = target
  insertText(element, caret ?? caretIn(element), text, () => {
    const { end } = caretIn(element)
    if (selectBlank(element, end - text.length, 'next') && caretIn(element).start < end) filling = element
    else filling = undefined
  })
  return true
}

function onFocusIn({ target: element }: FocusEvent): void {
  if (!(element instanceof Element)) return
  if (element !== filling) filling = undefined
  const target = targetOf(element)
  if (target) usePhraseState.setState({ target })
}

/** Tab goes to the next place to fill in, Shift+Tab to the one before; from the last one it leaves the field as always. */
function onKeyDown(event: KeyboardEvent): void {
  if (filling === undefined || document.activeElement !== filling) return
  if (event.key === 'Escape') {
    filling = undefined
    return
  }
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
  const element = filling
  const { start, end } = caretIn(element)
  if (selectBlank(element, event.shiftKey ? start : end, event.shiftKey ? 'previous' : 'next')) {
    event.preventDefault()
    event.stopPropagation()
  } else filling = undefined
}

/** Follows where text is written, for as long as an archive is open. Gives what ends it. */
export function followTargets(): () => void {
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    document.removeEventListener('focusin', onFocusIn)
    document.removeEventListener('keydown', onKeyDown, { capture: true })
    usePhraseState.setState({ target: undefined, dialog: 'closed', caret: undefined, selected: '' })
    filling = undefined
  }
}
