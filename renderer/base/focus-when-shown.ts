/** How many frames a hidden tab gets to show itself before the focus is given up. */
const PATIENCE = 30

/**
 * Takes the focus somewhere in a view as soon as the view is shown: a tab that was hidden, or has just been opened,
 * needs some frames. `focus` tells whether it could; `done` comes after it has, or when it is given up. Returns how to stop.
 */
export function focusWhenShown(
  root: { readonly current: HTMLElement | null },
  focus: (element: HTMLElement) => boolean,
  done: () => void,
): () => void {
  let frame = 0
  const attempt = (left: number) => {
    const element = root.current
    const shown = element?.isConnected === true && element.offsetParent !== null
    if ((shown && focus(element)) || left === 0) done()
    else frame = requestAnimationFrame(() => attempt(left - 1))
  }
  frame = requestAnimationFrame(() => attempt(PATIENCE))
  return () => cancelAnimationFrame(frame)
}

/** Focuses an element and shows it in the middle of the window. False where there is none. */
export function focusShown(element: HTMLElement | null): boolean {
  if (element === null) return false
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  return true
}
