import { useLanguage } from '../base/use-t.ts'
import { useRegistry } from './context.ts'
import type { Command } from './contribution.ts'

/** Whether Mod means Cmd on this machine. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** One key stroke with its modifiers. `key` is KeyboardEvent.key, lower-case where it is a character. */
export interface Stroke {
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

const named: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Escape',
  tab: 'Tab',
  space: ' ',
  delete: 'Delete',
  backspace: 'Backspace',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
}

/**
 * Reads `Mod+Shift+P`, `F6`, `Ctrl+,`. `mac` decides what Mod is. Throws on an unknown key name: a programming
 * mistake, caught by the test that reads every contributed key.
 */
export function parseStroke(text: string, mac: boolean): Stroke {
  const names = text.split('+').map((part) => part.toLowerCase())
  const last = names.at(-1) ?? ''
  const modifiers = new Set(names.slice(0, -1))
  for (const name of modifiers) {
    if (!['mod', 'ctrl', 'alt', 'shift', 'meta'].includes(name))
      throw new Error(`No modifier is called "${name}".`)
  }
  const key = named[last] ?? (/^f([1-9]|1[0-2])$/.test(last) ? last.toUpperCase() : last)
  if (key.length === 0 || (key.length > 1 && key === last)) throw new Error(`No key is called "${text}".`)
  return {
    ctrl: modifiers.has('ctrl') || (modifiers.has('mod') && !mac),
    meta: modifiers.has('meta') || (modifiers.has('mod') && mac),
    alt: modifiers.has('alt'),
    shift: modifiers.has('shift'),
    key,
  }
}

/** Whether the stroke types a character on some keyboard, since AltGr is Ctrl+Alt on Windows. No default may do so. */
export function typesWithAltGr({ ctrl, alt, key }: Stroke): boolean {
  return ctrl && alt && key.length === 1
}

/** The parts of a keyboard event that make the stroke. */
export type KeyEvent = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'key'> & {
  readonly getModifierState?: (key: 'AltGraph') => boolean
}

/** Whether the event is this stroke. A character typed with AltGr never is. */
export function matches(event: KeyEvent, stroke: Stroke): boolean {
  if (event.getModifierState?.('AltGraph') === true) return false
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return (
    key === stroke.key &&
    event.ctrlKey === stroke.ctrl &&
    event.metaKey === stroke.meta &&
    event.altKey === stroke.alt &&
    event.shiftKey === stroke.shift
  )
}

/** Key names in each language, as printed on keyboards. */
const labels: Readonly<Record<'sv' | 'en', Readonly<Record<string, string>>>> = {
  sv: { shift: 'Skift', Delete: 'Delete', Escape: 'Esc', ' ': 'Blanksteg', ArrowUp: '↑', ArrowDown: '↓' },
  en: { shift: 'Shift', Delete: 'Delete', Escape: 'Esc', ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓' },
}
const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' }

/** The stroke as the user reads it: `Ctrl+Skift+P`; on a Mac `⇧⌘P`. */
export function strokeLabel(stroke: Stroke, mac: boolean, language: 'sv' | 'en'): string {
  const words = labels[language]
  const key =
    words[stroke.key] ??
    arrows[stroke.key] ??
    (stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key)
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

export interface Keybinding {
  readonly stroke: Stroke
  readonly command: Command
}

/** Every key of every command, in the order of the registry. */
export function keybindings(commands: Iterable<Command>, mac: boolean): readonly Keybinding[] {
  return [...commands].flatMap((command) =>
    (command.keys ?? []).map((key) => ({ stroke: parseStroke(key, mac), command })),
  )
}

/** The command to run for a stroke: the first one bound to it that can run. */
export function resolve(
  bindings: readonly Keybinding[],
  event: KeyEvent,
  canRun: (command: Command) => boolean,
): Command | undefined {
  return bindings.find(({ stroke, command }) => matches(event, stroke) && canRun(command))?.command
}

/** The first key of a command as the user reads it, or undefined where it has none. */
export function useKeyLabel(commandId: string): string | undefined {
  const language = useLanguage()
  const first = useRegistry().commands.get(commandId)?.keys?.[0]
  return first === undefined ? undefined : strokeLabel(parseStroke(first, isMac), isMac, language)
}
