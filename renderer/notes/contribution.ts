import { useSyncExternalStore } from 'react'
import type { NoteId } from '../../shared/case/ids.ts'
import { JournalEditor } from '../journal/journal-editor.tsx'
import { Outline } from '../outline/outline.tsx'
import { ProblemsPanel, useProblemBadge } from '../problems/problems-panel.tsx'
import { Support } from '../support/support.tsx'
import { useT } from '../text/use-t.ts'
import type { Contribution, EditorTitle, NoteDecoration } from '../workbench/contribution.ts'
import { defineEditor } from '../workbench/define-editor.tsx'
import { useCase } from '../workbench/queries.ts'
import { kindIcon, toneOf } from '../workbench/tone.ts'
import { NoteBackground } from './checking.tsx'
import { NewNoteEditor } from './chooser/new-note-editor.tsx'
import type { NoteTarget } from './commands/active-note.ts'
import { journalCommands } from './commands/journal-commands.ts'
import { noteCommands } from './commands/note-commands.ts'
import { NoteEditor } from './editor/note-editor.tsx'
import { noteServices } from './services.ts'
import { ProblemStatus, SaveStatus } from './status-items.tsx'
import { useNoteServices, useOpenSession } from './use-note.ts'

const never = () => () => undefined
const clean: NoteDecoration = { dirty: false, errors: 0, warnings: 0 }

/** What is wrong with a note and whether it is saved, for its tab and the case tree. */
export function useNoteDecoration(id: NoteId): NoteDecoration {
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

function useNoteTitle({ noteId, caseId }: NoteTarget): EditorTitle {
  const t = useT()
  const { data } = useCase(caseId)
  const decoration = useNoteDecoration(noteId)
  const note = data?.notes.find((each) => each.id === noteId)
  if (!note || !data) return { title: t('notes.note'), icon: 'note' }
  return {
    title: t(`lists.kind.${note.kind}`),
    icon: kindIcon(note.kind),
    tone: toneOf(note.kind, note.owner),
    description: `${t(`lists.owner.${note.owner}`)}, ${t('notes.band.case', { number: data.case.number, name: data.case.insured.name })}`,
    decoration,
  }
}

function useJournalTitle(input: NoteTarget): EditorTitle {
  const t = useT()
  const { decoration: _decoration, ...note } = useNoteTitle(input)
  return { ...note, title: t('notes.journal.tab', { note: note.title }), icon: 'open-preview' }
}

function useNewNoteTitle({ caseId }: Pick<NoteTarget, 'caseId'>): EditorTitle {
  const t = useT()
  const { data } = useCase(caseId)
  const description =
    data === undefined ? '' : t('notes.band.case', { number: data.case.number, name: data.case.insured.name })
  return { title: t('notes.command.create'), icon: 'new-file', description }
}

/** Notes: editor, chooser, preview, problems, outline, handläggarstöd, and what keeps the text safe. */
export const notesContribution: Contribution = {
  id: 'notes',
  commands: [...noteCommands, ...journalCommands],
  editors: [
    defineEditor({ type: 'note', component: NoteEditor, useTitle: useNoteTitle }),
    defineEditor({ type: 'new-note', component: NewNoteEditor, useTitle: useNewNoteTitle }),
    defineEditor({ type: 'journal', component: JournalEditor, useTitle: useJournalTitle }),
  ],
  panelViews: [
    {
      id: 'problems',
      title: 'notes.problems',
      component: ProblemsPanel,
      order: 10,
      useBadge: useProblemBadge,
    },
  ],
  auxiliarySections: [
    { id: 'support', title: 'notes.support', component: Support, order: 10 },
    { id: 'outline', title: 'notes.outline', component: Outline, order: 20 },
  ],
  statusItems: [
    { id: 'save-state', side: 'left', component: SaveStatus, order: 10 },
    { id: 'problems', side: 'left', component: ProblemStatus, order: 20 },
  ],
  unsaved: {
    pending: (client) =>
      noteServices(client)
        .sessions.all()
        .some((session) => session.answers() !== session.note().answers),
    flush: (client) => noteServices(client).sessions.flushAll(),
  },
  useNoteDecoration,
  background: NoteBackground,
}
