import type { KeyboardEvent } from 'react'

/**
 * Arrows go through rows that are one stop for Tab; Home and End go to the first and the last. What one is at is the row with the
 * focus, or the one that is told. Any other key is left alone.
 */
export function stepThrough(
  event: KeyboardEvent,
  rows: readonly HTMLElement[],
  at = rows.findIndex((row) => row.matches(':focus')),
): void {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus()
}

/** Gives the focus to what stands at a place once a change has been drawn, or to the last that is there: what had it may be gone. */
export function focusAt(root: HTMLElement | null, selector: string, at: number): void {
  requestAnimationFrame(() => {
    const there = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
    there[Math.min(at, there.length - 1)]?.focus()
  })
}
