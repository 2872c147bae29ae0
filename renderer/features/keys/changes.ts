import { dequal } from 'dequal/lite'
import type { Command } from '../../workbench/contribution.ts'
import { keysOf, type UserKeys } from '../../workbench/keybindings.ts'
import { isMac, parseStroke, sameStroke } from '../../workbench/keys/stroke.ts'

type Keyed = Pick<Command, 'id' | 'keys'>

/** The other commands that have a key as well. Where two can run at once, the one whose key the user has chosen runs. */
export function alsoOn<C extends Keyed>(
  commands: Iterable<C>,
  chosen: UserKeys,
  id: string,
  key: string,
): C[] {
  const stroke = parseStroke(key, isMac)
  return [...commands].filter(
    (command) =>
      command.id !== id &&
      keysOf(command, chosen).some((other) => sameStroke(parseStroke(other, isMac), stroke)),
  )
}

/** The chosen keys with those of one command; what is no other than its default is not kept as a choice. */
export function withKeys(
  chosen: UserKeys,
  command: Keyed,
  keys: readonly string[],
): Record<string, string[]> {
  const all = new Map(Object.entries(chosen))
  if (dequal(keys, command.keys ?? [])) all.delete(command.id)
  else all.set(command.id, keys)
  return Object.fromEntries([...all].map(([id, kept]) => [id, [...kept]]))
}
