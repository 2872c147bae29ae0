import { useSyncExternalStore } from 'react'
import { timeText } from '../../shared/case/dates.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { toneOf } from '../../shared/case/kinds.ts'
import { goneFrom } from '../../shared/note/amendments.ts'
import { stateOf } from '../../shared/note/review.ts'
import { useCase } from '../api/use-client.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import type { EditorDecoration, EditorTitle } from '../workbench/contribution.ts'
import type { NoteTarget } from './active-note.ts'
import { useNoteName } from './note-name.ts'
import { kindIcon } from './owner-badge.tsx'
import { useNoteServices, useOpenSession } from './use-note.ts'

const never = () => () => undefined
const clean: EditorDecoration = { dirty: false, errors: 0, warnings: 0 }

/** What is wrong with a note and whether it is saved, for its tab and the case tree. */
export function useNoteDecoration(id: NoteId): EditorDecoration {
  const { markers } = useNoteServices()
  const session = useOpenSession(id)
  const { error, warning } = useSyncExternalStore(markers.onChange, () => markers.counts(id))
  const state = useSyncExternalStore(session?.onState ?? never, () => session?.saveState().kind)
  if (!session) return clean
  return {
    dirty: state === 'saving' || state === 'failed' || state === 'conflict',
    errors: error,
    warnings: warning,
  }
}

/** What the tab of a note says. */
export function useNoteTitle({ noteId, caseId }: NoteTarget): EditorTitle {
  const t = useT()
  const language = useLanguage()
  const nameOf = useNoteName()
  const { data } = useCase(caseId)
  const decoration = useNoteDecoration(noteId)
  const note = data?.notes.find((each) => each.id === noteId)
  if (!note || !data) return { title: t('notes.note'), icon: 'note' }
  const gone = goneFrom(data.notes).get(noteId)
  const title = nameOf(note)
  return {
    title: gone === undefined ? title : t('amend.tab', { title, state: t(`amend.state.${gone}`) }),
    icon: gone === undefined ? kindIcon(note.kind) : 'circle-slash',
    tone: toneOf(note.kind, note.owner),
    description: `${t(`lists.owner.${note.owner}`)}, ${t(`lists.status.${stateOf(note)}`).toLowerCase()}, ${t('notes.band.case', { number: data.case.number, name: data.case.insured.name })}`,
    apart: [data.case.number, timeText(language, note.createdAt)],
    decoration,
  }
}
