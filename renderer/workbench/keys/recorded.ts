import { isMac, type KeyEvent, type Stroke, typesWithAltGr } from './stroke.ts'

/** What a press of keys says while a key is being chosen. */
export type Recorded =
  | { readonly kind: 'stroke'; readonly stroke: Stroke }
  /** A modifier alone: the key is still to come. */
  | { readonly kind: 'waiting' }
  /** It can't be a key of a command: it types something, or moves about in every field. */
  | { readonly kind: 'refused'; readonly why: 'types' | 'altGr' | 'moves' }

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'])

/** Keys that every field and list needs for itself. */
const moving = new Set([
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

/**
 * What was pressed, as a stroke. A key that writes another character with Shift, and one that writes none (a dead key), are
 * taken by their place: `Shift+2` is `"` on one keyboard and `@` on another.
 */
export function recorded(event: KeyEvent, mac = isMac): Recorded {
  if (event.getModifierState?.('AltGraph') === true && event.key !== 'AltGraph')
    return { kind: 'refused', why: 'altGr' }
  if (modifiers.has(event.key)) return { kind: 'waiting' }
  const stroke: Stroke = {
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    ...keyOf(event),
  }
  if (typesWithAltGr(stroke)) return { kind: 'refused', why: 'altGr' }
  const isHeld = stroke.ctrl || stroke.meta || (stroke.alt && !(mac && event.key.length === 1))
  if (isHeld || /^F\d+$/.test(stroke.key)) return { kind: 'stroke', stroke }
  return { kind: 'refused', why: moving.has(stroke.key) ? 'moves' : 'types' }
}

function keyOf({ key, code, shiftKey }: KeyEvent): Pick<Stroke, 'key' | 'byPlace'> {
  const isLetter = /^\p{L}$/u.test(key)
  if (key === 'Dead' || (key.length === 1 && key !== ' ' && shiftKey && !isLetter))
    return { key: code, byPlace: true }
  return { key: key.length === 1 ? key.toLowerCase() : key }
}
