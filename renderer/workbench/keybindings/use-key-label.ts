import { useLanguage } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import { isMac, parseStroke, strokeLabel } from './keys.ts'

/** The first key of a command as the user reads it, or undefined where it has none. */
export function useKeyLabel(commandId: string): string | undefined {
  const language = useLanguage()
  const first = useRegistry().commands.get(commandId)?.keys?.[0]
  return first === undefined ? undefined : strokeLabel(parseStroke(first, isMac), isMac, language)
}
