export const FOCUSABLE =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex]:not([tabindex="-1"]),[contenteditable="true"]'

/** What last had the focus in each part. */
const remembered = new WeakMap<Element, HTMLElement>()

/**
 * Moves the focus to the next visible part of the frame, or the previous one, in document order: to what last had the
 * focus there, to what the part begins with (`data-begin`), or to its first control.
 */
export function focusNextPart(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(
    (part) => part.offsetParent !== null,
  )
  if (parts.length === 0) return
  const active = document.activeElement
  const here = parts.findIndex((part) => part.contains(active))
  const current = parts[here]
  if (current !== undefined && active instanceof HTMLElement) remembered.set(current, active)
  for (let moved = 1; moved <= parts.length; moved++) {
    const from = here === -1 && step === -1 ? 0 : here
    const part = parts[(from + moved * step + parts.length * moved) % parts.length]
    if (part !== undefined && focusPart(part)) return
  }
}

function focusPart(part: HTMLElement): boolean {
  const before = remembered.get(part)
  const target =
    before?.isConnected === true && part.contains(before) && before.offsetParent !== null
      ? before
      : [
          ...part.querySelectorAll<HTMLElement>('[data-begin]'),
          ...part.querySelectorAll<HTMLElement>(FOCUSABLE),
        ].find((element) => element.offsetParent !== null && !element.matches('.sash'))
  target?.focus()
  return target !== undefined
}

/** Focuses the named part, if anything in it can take the focus. */
export function focusNamedPart(name: string): void {
  const part = document.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (part !== null) focusPart(part)
}
