import type { Command } from '../contribution.ts'
import { type KeyEvent, matches, parseStroke, type Stroke } from './stroke.ts'

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

/** The command that a key stroke means now: the first with this key that can run. */
export function resolve(
  bindings: readonly Keybinding[],
  event: KeyEvent,
  canRun: (command: Command) => boolean,
): Command | undefined {
  return bindings.find(({ stroke, command }) => matches(event, stroke) && canRun(command))?.command
}
