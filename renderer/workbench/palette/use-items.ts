import { useMemo } from 'react'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useCommandContext, useRegistry } from '../context.ts'
import type { PaletteItem } from '../contribution.ts'
import { isMac } from '../keybindings/platform.ts'
import { parseStroke, strokeLabel } from '../keybindings/stroke.ts'
import { canRun } from '../services/commands.ts'

/** Every command that can run now, by its title. */
export function useCommandItems(): readonly PaletteItem[] {
  const t = useT()
  const language = useLanguage()
  const workbench = useCommandContext()
  const { commands } = useRegistry()
  return useMemo(() => {
    const offered = [...commands.values()].filter(
      (command) => command.hidden !== true && canRun(command, workbench),
    )
    return offered
      .map((command): PaletteItem => {
        const title = t(command.title)
        const detail = command.category === undefined ? '' : t(command.category)
        const first = command.keys?.[0]
        return {
          id: command.id,
          title,
          detail,
          icon: command.icon ?? 'chevron-right',
          texts: [title, detail],
          ...(first === undefined ? {} : { keys: strokeLabel(parseStroke(first, isMac), isMac, language) }),
          run: () => workbench.runCommand(command.id),
        }
      })
      .toSorted((a, b) => a.title.localeCompare(b.title, language))
  }, [commands, language, t, workbench])
}
