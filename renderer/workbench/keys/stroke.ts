/** Whether Mod means Cmd on this machine. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** One key stroke with its modifiers. `key` is KeyboardEvent.key, lower-case where it is a character. */
export interface Stroke {
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
  /** `key` is the place of the key (KeyboardEvent.code), whatever the keyboard writes there. */
  readonly byPlace?: true
}

const named: ReadonlyMap<string, string> = new Map([
  ['enter', 'Enter'],
  ['escape', 'Escape'],
  ['tab', 'Tab'],
  ['space', ' '],
  ['plus', '+'],
  ['minus', '-'],
  ['delete', 'Delete'],
  ['backspace', 'Backspace'],
  ['insert', 'Insert'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['home', 'Home'],
  ['end', 'End'],
  ['pageup', 'PageUp'],
  ['pagedown', 'PageDown'],
])

/**
 * Reads `Mod+Shift+P`, `F6`, `Ctrl+,`, `Mod+Plus`, and a key by its place: `Mod+[Backslash]`. `mac` decides what Mod is. Throws
 * on a name that no key has: a programming mistake, caught by the test that reads every contributed key.
 */
export function parseStroke(text: string, mac: boolean): Stroke {
  const parts = text.split('+')
  const last = parts.at(-1) ?? ''
  const modifiers = new Set(parts.slice(0, -1).map((part) => part.toLowerCase()))
  for (const name of modifiers) {
    if (!['mod', 'ctrl', 'alt', 'shift', 'meta'].includes(name))
      throw new Error(`No modifier is called "${name}".`)
  }
  return {
    ctrl: modifiers.has('ctrl') || (modifiers.has('mod') && !mac),
    meta: modifiers.has('meta') || (modifiers.has('mod') && mac),
    alt: modifiers.has('alt'),
    shift: modifiers.has('shift'),
    ...readKey(last, text),
  }
}

function readKey(name: string, text: string): Pick<Stroke, 'key' | 'byPlace'> {
  const place = /^\[(\w+)\]$/.exec(name)?.[1]
  if (place !== undefined) return { key: place, byPlace: true }
  const lower = name.toLowerCase()
  const key = named.get(lower) ?? (/^f([1-9]|1[0-2])$/.test(lower) ? lower.toUpperCase() : lower)
  if (key.length === 0 || (key.length > 1 && key === lower)) throw new Error(`No key is called "${text}".`)
  return { key }
}

/** The stroke in the form that `parseStroke` reads. */
export function writeStroke({ ctrl, meta, alt, shift, key, byPlace }: Stroke, mac: boolean): string {
  const name = byPlace
    ? `[${key}]`
    : ([...named].find(([, value]) => value === key)?.[0] ?? key).replace(/^[a-zåäö]/, (first) =>
        first.toUpperCase(),
      )
  const mod = mac ? meta : ctrl
  const other = mac ? ctrl && 'Ctrl' : meta && 'Meta'
  return [mod && 'Mod', other, alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+')
}

/** Whether two strokes are the same keys. */
export function sameStroke(left: Stroke, right: Stroke): boolean {
  return (
    left.key === right.key &&
    left.byPlace === right.byPlace &&
    left.ctrl === right.ctrl &&
    left.meta === right.meta &&
    left.alt === right.alt &&
    left.shift === right.shift
  )
}

/** Whether the stroke types a character on some keyboard, since AltGr is Ctrl+Alt on Windows. No default may do so. */
export function typesWithAltGr({ ctrl, alt, key, byPlace }: Stroke): boolean {
  return ctrl && alt && (byPlace === true || key.length === 1)
}

/** The parts of a keyboard event that make the stroke. */
export type KeyEvent = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'key' | 'code'> & {
  readonly getModifierState?: (key: 'AltGraph') => boolean
}

/** Whether the event is this stroke. A character typed with AltGr never is. */
export function matches(event: KeyEvent, stroke: Stroke): boolean {
  if (event.getModifierState?.('AltGraph') === true) return false
  const typed = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return (
    (stroke.byPlace ? event.code : typed) === stroke.key &&
    event.ctrlKey === stroke.ctrl &&
    event.metaKey === stroke.meta &&
    event.altKey === stroke.alt &&
    event.shiftKey === stroke.shift
  )
}

/** Key names in each language, as printed on keyboards. */
const labels: Readonly<Record<'sv' | 'en', Readonly<Record<string, string>>>> = {
  sv: { shift: 'Skift', ' ': 'Blanksteg' },
  en: { shift: 'Shift', ' ': 'Space' },
}
const everywhere: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '+': 'Plus',
  '-': 'Minus',
}

/** What a Swedish keyboard has at a place. */
const places: ReadonlyMap<string, string> = new Map([
  ['Backslash', "'"],
  ['Backquote', '§'],
  ['IntlBackslash', '<'],
  ['Slash', '-'],
  ['Minus', 'Plus'],
  ['Equal', '´'],
  ['BracketLeft', 'Å'],
  ['BracketRight', '¨'],
  ['Semicolon', 'Ö'],
  ['Quote', 'Ä'],
  ['Comma', ','],
  ['Period', '.'],
])

/** What is printed on the key at this place of a Swedish keyboard. */
export function placeLabel(code: string): string {
  return places.get(code) ?? code.replace(/^(Digit|Key)/, '')
}

/** The stroke as the user reads it: `Ctrl+Skift+P`; on a Mac `⇧⌘P`. */
export function strokeLabel(stroke: Stroke, mac: boolean, language: 'sv' | 'en'): string {
  const words = labels[language]
  const key = stroke.byPlace
    ? placeLabel(stroke.key)
    : (words[stroke.key] ??
      everywhere[stroke.key] ??
      (stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key))
  if (mac) {
    const signs = [stroke.ctrl && '⌃', stroke.alt && '⌥', stroke.shift && '⇧', stroke.meta && '⌘']
    return `${signs.filter(Boolean).join('')}${key}`
  }
  const modifiers = [
    stroke.ctrl && 'Ctrl',
    stroke.meta && 'Meta',
    stroke.alt && 'Alt',
    stroke.shift && words.shift,
  ]
  return [...modifiers.filter(Boolean), key].join('+')
}
