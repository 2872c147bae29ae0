import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { dateAt } from '../../../shared/case/dates.ts'
import { toneOf } from '../../../shared/case/kinds.ts'
import { noteStates } from '../../../shared/note/lifecycle.ts'
import { useApi } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { kindIcon } from '../../note-model/owner-badge.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import type { OpenItems, PaletteItem } from '../../workbench/contribution.ts'
import type { QuickCase, QuickNote } from './found.ts'

/** The most of each that quick open shows; more typing narrows them down. */
const MOST = 30
/** What was typed a while ago is not kept: it is case data. */
const KEPT_MS = 10_000

/** The cases and notes that quick open finds by a text, as the core has them in its index. */
export function useOpenItems(text: string | undefined): OpenItems {
  const { data, isPlaceholderData } = useQuery(
    useApi().search.open.queryOptions({
      input: { text: text ?? '', limit: MOST },
      enabled: text !== undefined,
      placeholderData: keepPreviousData,
      // Whoever opens it anew sees what has come since.
      staleTime: 0,
      gcTime: KEPT_MS,
    }),
  )
  const caseItem = useCaseItem()
  const noteItem = useNoteItem()
  const items = useMemo(
    () => (data === undefined ? [] : [...data.cases.map(caseItem), ...data.notes.map(noteItem)]),
    [data, caseItem, noteItem],
  )
  return { items, isCurrent: data !== undefined && !isPlaceholderData }
}

function useCaseItem(): (found: QuickCase) => PaletteItem {
  const t = useT()
  const { editors } = useWorkbench()
  return useMemo(
    () =>
      ({ caseId, number, name, closed }) => ({
        id: `case:${caseId}`,
        title: `${number} ${name}`,
        detail: closed ? t('disposal.state.closed') : '',
        icon: 'folder',
        texts: [],
        run: () => editors.open({ type: 'case', caseId }),
      }),
    [t, editors],
  )
}

function useNoteItem(): (found: QuickNote) => PaletteItem {
  const t = useT()
  const nameOf = useNoteName()
  const { editors } = useWorkbench()
  return useMemo(
    () =>
      ({ noteId, caseId, number, name, note, status, changedAt }) => {
        const state = noteStates.find((each) => each === status)
        return {
          id: `note:${noteId}`,
          title: nameOf(note),
          detail: t('frame.palette.note', {
            title: `${number} ${name}`,
            status: state === undefined ? status : t(`lists.status.${state}`).toLowerCase(),
            date: dateAt(changedAt),
          }),
          icon: kindIcon(note.kind),
          tone: toneOf(note.kind, note.owner),
          texts: [],
          run: () => editors.open({ type: 'note', noteId, caseId }),
        }
      },
    [t, nameOf, editors],
  )
}
