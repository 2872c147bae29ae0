/**
 * For the popup of a menu that a key or a command has opened: its first item is chosen at once, as where its button opens it by key.
 * Not a frame later alone: on a slow machine the next key comes before that, and an Enter would be written in the text behind the menu.
 */
export function focusFirstItem(popup: HTMLElement | null): void {
  if (popup === null) return
  const focus = () => popup.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
  focus()
  // The menu takes the focus itself in a frame; unless an arrow has gone on by then, the item has it back.
  requestAnimationFrame(() => {
    if (document.activeElement?.closest('[role="menuitem"]') == null) focus()
  })
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
