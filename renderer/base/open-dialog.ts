/**
 * The open dialog that an element stands in, or null. One that is closing stays in the page for a frame or two, and may have
 * the focus for so long, but it is no longer open.
 */
export function openDialogOf(element: Element | null): Element | null {
  return element?.closest('[role=dialog]:not([data-closed]),[role=alertdialog]:not([data-closed])') ?? null
}

/**
 * Whether an element stands behind an open dialog that has the focus. What was to take the focus there a frame or two ago leaves
 * it then: nothing would give it back to the dialog, which would stand open while keys go elsewhere.
 */
export function isBehindDialog(element: Element): boolean {
  const dialog = openDialogOf(document.activeElement)
  return dialog !== null && !dialog.contains(element)
}

/** Where a dialog that has closed gives the focus back to: an element, unless another dialog has opened and has it by now. */
export function focusBackTo(element: HTMLElement | undefined): HTMLElement | boolean {
  return openDialogOf(document.activeElement) === null && (element ?? true)
}
