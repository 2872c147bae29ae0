import { useMemo } from 'react'
import { useLanguage, useT } from '../../text/use-t.ts'
import { useRegistry, useWorkbench } from '../context.ts'
import { isMac } from '../keybindings/platform.ts'
import { parseStroke, strokeLabel } from '../keybindings/stroke.ts'
import { useCases } from '../queries.ts'
import { canRun } from '../services/commands.ts'
import type { Tone } from '../tone.ts'
import { kindIcon, toneOf } from '../tone.ts'
import type { Findable } from './rank.ts'

export interface PaletteItem extends Findable {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly icon: string
  readonly tone?: Tone
  readonly keys?: string
  readonly run: () => void
}

/** Every command that can run now, by its title. */
export function useCommandItems(): readonly PaletteItem[] {
  const t = useT()
  const language = useLanguage()
  const workbench = useWorkbench()
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

/** Every case and every note, by number, name and kind. */
export function useOpenItems(): readonly PaletteItem[] {
  const t = useT()
  const { editors } = useWorkbench()
  const { data } = useCases()
  return useMemo(
    () =>
      (data ?? []).flatMap(({ case: { id, number, insured, employment }, notes }): PaletteItem[] => {
        const employer = employment.kind === 'anstalld' ? employment.employer.name : ''
        const title = `${number} ${insured.name}`
        return [
          {
            id: `case:${id}`,
            title,
            detail: employer,
            icon: 'folder',
            texts: [title, employer, insured.personnummer],
            run: () => editors.open({ type: 'case', caseId: id }),
          },
          ...notes.map((note): PaletteItem => {
            const kind = t(`lists.kind.${note.kind}`)
            return {
              id: `note:${note.id}`,
              title: kind,
              detail: t('frame.palette.note', {
                title,
                status: t(`lists.status.${note.status}`).toLowerCase(),
                date: note.createdAt.slice(0, 10),
              }),
              icon: kindIcon(note.kind),
              tone: toneOf(note.kind, note.owner),
              texts: [kind, title],
              run: () => editors.open({ type: 'note', noteId: note.id, caseId: id }),
            }
          }),
        ]
      }),
    [data, editors, t],
  )
}
