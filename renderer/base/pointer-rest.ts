import { useState, useSyncExternalStore } from 'react'

/** Whether a pointer button is held down anywhere in the window. */
let pressed = false
const listeners = new Set<() => void>()

function set(next: boolean): void {
  if (pressed === next) return
  pressed = next
  for (const listener of listeners) listener()
}

const press = () => set(true)
// After the click that the release makes, so that it lands on what was pressed.
const release = () => setTimeout(() => set(false))

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release, true)
    window.addEventListener('pointercancel', release, true)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    pressed = false
    window.removeEventListener('pointerdown', press, true)
    window.removeEventListener('pointerup', release, true)
    window.removeEventListener('pointercancel', release, true)
  }
}

const isPressed = () => pressed

/**
 * The value as it was when the pointer went down, until it is up again. A field that is left by a press is
 * checked at once; were its messages to come or go in that moment, what was pressed would move away from
 * under the pointer and the click would be lost.
 */
export function useWhilePointerRests<T>(value: T): T {
  const held = useSyncExternalStore(subscribe, isPressed)
  const [shown, setShown] = useState(value)
  if (held) return shown
  if (shown !== value) setShown(value)
  return value
}
