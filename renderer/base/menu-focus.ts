/** For the popup of a menu that a key or a command has opened: its first item is chosen at once, as where its button opens it by key. */
export function focusFirstItem(popup: HTMLElement | null): void {
  if (popup === null) return
  requestAnimationFrame(() => popup.querySelector<HTMLElement>('[role="menuitem"]')?.focus())
}

/** Gives the focus back to what had it before a menu opened, unless what was chosen there has taken it elsewhere. */
export function focusBack(before: Element | null): void {
  requestAnimationFrame(() => {
    const { activeElement } = document
    const isFree =
      activeElement === null ||
      activeElement === document.body ||
      activeElement.closest('[role="menu"]') !== null
    if (isFree && before instanceof HTMLElement && before.isConnected) before.focus()
  })
}
