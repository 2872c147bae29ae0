import { useMemo } from 'react'
import { toneOf } from '../../../shared/case/kinds.ts'
import { stateOf } from '../../../shared/note/review.ts'
import { useLatestCases } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { kindIcon } from '../../note-model/owner-badge.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import type { PaletteItem } from '../../workbench/contribution.ts'

/** The cases that were changed last and their notes, by number, name and what it is called. */
export function useOpenItems(): readonly PaletteItem[] {
  const t = useT()
  const nameOf = useNoteName()
  const { editors } = useWorkbench()
  const { data } = useLatestCases()
  return useMemo(
    () =>
      (data?.cases ?? []).flatMap(({ case: { id, number, insured, employment }, notes }): PaletteItem[] => {
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
            const name = nameOf(note)
            return {
              id: `note:${note.id}`,
              title: name,
              detail: t('frame.palette.note', {
                title,
                status: t(`lists.status.${stateOf(note)}`).toLowerCase(),
                date: note.createdAt.slice(0, 10),
              }),
              icon: kindIcon(note.kind),
              tone: toneOf(note.kind, note.owner),
              texts: [name, title],
              run: () => editors.open({ type: 'note', noteId: note.id, caseId: id }),
            }
          }),
        ]
      }),
    [data, editors, nameOf, t],
  )
}
