import type { NoteId } from '../../shared/case/ids.ts'
import { setCaret, takesText } from '../base/caret.ts'
import type { NoteServices } from './services.ts'
import type { Turned } from './session/history.ts'
import { focusWhere } from './use-run-fix.ts'

export type UndoWay = 'undo' | 'redo'

/** The element that shows a note's form, where a tab shows it now. */
export function formOf(note: NoteId): HTMLElement | undefined {
  const form = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`)
  return form?.offsetParent == null ? undefined : form
}

/** Whether the focus is where text is typed but in no note: there undoing is that control's own. */
export function undoesElsewhere(): boolean {
  const { activeElement } = document
  return takesText(activeElement) && activeElement.closest('[data-note]') === null
}

/** Takes back the last thing done in a note, or does it again, and brings its place into view with the focus in it. */
export function turn({ sessions }: NoteServices, note: NoteId, way: UndoWay): void {
  const turned = sessions.get(note)?.[way]()
  if (turned !== undefined) showSoon(note, turned)
}

/** Takes the focus to what has just been changed in a note, and its caret to where the change ends. */
export function showSoon(note: NoteId, turned: Turned): void {
  // The fields draw themselves in the next frame, and a formatted text writes its own behind that.
  requestAnimationFrame(() => requestAnimationFrame(() => show(note, turned)))
}

function show(note: NoteId, { where, caret }: Turned): void {
  const form = formOf(note)
  if (form === undefined || !focusWhere(form, where, 'nearest')) return
  const { activeElement } = document
  if (caret !== undefined && takesText(activeElement)) setCaret(activeElement, { start: caret, end: caret })
}
