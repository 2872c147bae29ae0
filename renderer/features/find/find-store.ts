import { create } from 'zustand'
import type { NoteId } from '../../../shared/case/ids.ts'
import { type Caret, caretOf, setCaret, takesText } from '../../base/caret.ts'

/** Where somebody was when they began to look for something. */
interface Origin {
  readonly element: HTMLElement
  readonly caret: Caret | undefined
  readonly pane: HTMLElement | null
  readonly top: number
}

interface FindState {
  readonly open: boolean
  readonly query: string
  /** In all open notes, and not only in the active one. */
  readonly all: boolean
  /** The note that was active when the box was asked for: in all open notes the search begins there. */
  readonly first: NoteId | undefined
  /** The number of the hit that is shown, counted round. */
  readonly at: number
  readonly origin: Origin | undefined
  /** Grows each time that the box is asked for, so that it takes the focus again. */
  readonly asked: number
}

/** What is looked for, and where. It is kept while the window stands, for F3, and nowhere else. */
export const useFind = create<FindState>(() => ({
  open: false,
  query: '',
  all: false,
  first: undefined,
  at: 0,
  origin: undefined,
  asked: 0,
}))

function here(): Origin | undefined {
  const { activeElement: element } = document
  if (!(element instanceof HTMLElement) || element === document.body) return undefined
  const pane = element.closest<HTMLElement>('.editor-pane')
  return { element, caret: caretOf(element), pane, top: pane?.scrollTop ?? 0 }
}

/** The words that are selected on one line, to be looked for. */
function selectedWords(): string {
  const { activeElement } = document
  const caret = activeElement === null ? undefined : caretOf(activeElement)
  const isControl = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
  const words =
    isControl && caret !== undefined
      ? activeElement.value.slice(caret.start, caret.end)
      : String(document.getSelection() ?? '')
  return words.includes('\n') ? '' : words.trim()
}

/** Opens the box, with what is selected as what is looked for. */
export function openFind(first: NoteId | undefined, all?: boolean): void {
  useFind.setState((state) => {
    const words = state.open ? '' : selectedWords()
    return {
      open: true,
      asked: state.asked + 1,
      all: all ?? state.all,
      first: state.open ? state.first : first,
      origin: state.open ? state.origin : here(),
      ...(words === '' ? {} : { query: words, at: 0 }),
    }
  })
}

/** Closes the box and goes back to where one was: the field, the place in it, and what was in view. */
export function closeFind(): void {
  const { origin } = useFind.getState()
  useFind.setState({ open: false, origin: undefined })
  if (origin === undefined || !origin.element.isConnected) return
  origin.element.focus({ preventScroll: true })
  if (origin.caret !== undefined && takesText(origin.element)) setCaret(origin.element, origin.caret)
  origin.pane?.scrollTo({ top: origin.top })
}
