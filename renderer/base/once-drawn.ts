import { flushSync } from 'react-dom'

/**
 * Takes the focus to what a change that was just made draws, and tells whether it was there: at once, since a key may come right behind
 * and would go to where the focus was before; in the next frame where it is not drawn by then.
 */
export function onceDrawn(takeFocus: () => boolean): void {
  flushSync(() => undefined)
  if (!takeFocus()) requestAnimationFrame(takeFocus)
}

/** Gives an element the focus. False where there is none. */
export function focusIfThere(element: HTMLElement | null | undefined): boolean {
  element?.focus()
  return element !== null && element !== undefined
}
