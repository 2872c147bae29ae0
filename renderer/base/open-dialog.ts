/**
 * The open dialog that an element stands in, or null. One that is closing stays in the page for a frame or two, and may have
 * the focus for so long, but it is no longer open.
 */
export function openDialogOf(element: Element | null): Element | null {
  return element?.closest('[role=dialog]:not([data-closed]),[role=alertdialog]:not([data-closed])') ?? null
}

/** Where a dialog that has closed gives the focus back to: an element, unless another dialog has opened and has it by now. */
export function focusBackTo(element: HTMLElement | undefined): HTMLElement | boolean {
  return openDialogOf(document.activeElement) === null && (element ?? true)
}
