import { host } from '../api/host.ts'
import { useLanguage } from '../base/use-t.ts'
import { useRegistry } from './context.ts'
import type { Command } from './contribution.ts'
import { isMac, type KeyEvent, matches, parseStroke, type Stroke, strokeLabel } from './keys/stroke.ts'
import { usePreferences } from './preferences.ts'

/** The keys that the user has chosen, by command: instead of the default ones, or none at all. */
export type UserKeys = Readonly<Record<string, readonly string[]>>

export interface Keybinding {
  readonly stroke: Stroke
  readonly command: Command
}

/** The keys of a command: the user's, or else the default ones. */
export function keysOf({ id, keys = [] }: Pick<Command, 'id' | 'keys'>, chosen: UserKeys): readonly string[] {
  return chosen[id] ?? keys
}

/** Every key of every command: first those that the user has chosen, so that they win over a default one. */
export function keybindings(
  commands: Iterable<Command>,
  mac: boolean,
  chosen: UserKeys = {},
): readonly Keybinding[] {
  const all = [...commands]
  const isChosen = ({ id }: Command) => chosen[id] !== undefined
  return [...all.filter(isChosen), ...all.filter((command) => !isChosen(command))].flatMap((command) =>
    keysOf(command, chosen).map((key) => ({ stroke: parseStroke(key, mac), command })),
  )
}

/** The command to run for a stroke: the first one bound to it that can run, and that doesn't leave the key to what has the focus. */
export function resolve(
  bindings: readonly Keybinding[],
  event: KeyEvent,
  canRun: (command: Command) => boolean,
): Command | undefined {
  return bindings.find(
    ({ stroke, command }) => matches(event, stroke) && canRun(command) && command.leavesKey?.() !== true,
  )?.command
}

/** The strokes that browsers act on before any page, or that no page can stop. */
const kept = [
  'Mod+N',
  'Mod+Shift+N',
  'Mod+T',
  'Mod+Shift+T',
  'Mod+W',
  'Mod+Shift+W',
  'Ctrl+Tab',
  'Ctrl+Shift+Tab',
  'Mod+PageUp',
  'Mod+PageDown',
  'Mod+Plus',
  'Mod+Shift+Plus',
  'Mod+=',
  'Mod+Minus',
  'Mod+0',
]

/** Whether the browser that shows the program keeps a stroke for itself; the desktop program has them all. */
export function isKept(key: string, where: 'electron' | 'web' = host.kind): boolean {
  return where === 'web' && kept.includes(key)
}

/** The key that is shown with a command: the first that reaches the program here. */
export function shownKey(
  command: Pick<Command, 'id' | 'keys'>,
  chosen: UserKeys,
  where: 'electron' | 'web' = host.kind,
): string | undefined {
  return keysOf(command, chosen).find((key) => !isKept(key, where))
}

/** A key's text as the user reads it. */
export function keyLabel(key: string, language: 'sv' | 'en'): string {
  return strokeLabel(parseStroke(key, isMac), isMac, language)
}

/** The key that is shown with a command, as the user reads it; undefined where it has none. */
export function useKeyLabel(commandId: string): string | undefined {
  const language = useLanguage()
  const chosen = usePreferences((state) => state.keys)
  const command = useRegistry().commands.get(commandId)
  const key = command && shownKey(command, chosen)
  return key === undefined ? undefined : keyLabel(key, language)
}
