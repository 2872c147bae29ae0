import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Case } from '../../shared/case/case.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { type Template, templateOf } from '../../shared/template/template.ts'
import { useCase, useNote, useNotesOfCase, useTemplates } from '../api/queries.ts'
import { useActiveEditor, useWorkbench } from '../workbench/context.ts'
import { type Cell, type NoteServices, noteServices } from './services.ts'
import type { NoteSession } from './session/note-session.ts'
import type { SaveState } from './session/save.ts'

/** The note feature's services. */
export function useNoteServices(): NoteServices {
  const { client } = useWorkbench()
  return noteServices(client)
}

/** The value of a cell; the component renders when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.onChange, cell.get)
}

/** The sessions of all open notes. */
export function useSessions(): readonly NoteSession[] {
  const { sessions } = useNoteServices()
  return useSyncExternalStore(sessions.onChange, sessions.all)
}

/** The session of a note that is open somewhere, without opening it. */
export function useOpenSession(id: NoteId | undefined): NoteSession | undefined {
  return useSessions().find((session) => session.id === id)
}

/** The session of a note, opened while this component shows it; undefined until the note is read. */
export function useSession(id: NoteId): { session: NoteSession | undefined; error: Error | null } {
  const { sessions } = useNoteServices()
  const { data, error } = useNote(id)
  useEffect(() => sessions.hold(id), [sessions, id])
  useEffect(() => {
    if (data) sessions.open(data)
  }, [sessions, data])
  const session = useOpenSession(id)
  return { session, error }
}

/** A session's answers; the component renders at every change. */
export function useAnswers(session: NoteSession): ReturnType<NoteSession['answers']> {
  return useSyncExternalStore(session.onEdit, session.answers)
}

export function useSaveState(session: NoteSession): SaveState {
  return useSyncExternalStore(session.onState, session.saveState)
}

/** The note as the store has it. */
export function useStoredNote(session: NoteSession): StoredNote {
  return useSyncExternalStore(session.onState, session.note)
}

/** What an open note stands in: its template, its case, the other notes. Undefined until all is read. */
export interface NoteSurroundings {
  template: Template
  case: Case
  others: readonly StoredNote[]
}

/** The template that a note pins. */
export function useTemplateOf(note: StoredNote | undefined): {
  template: Template | undefined
  missing: boolean
} {
  const { data } = useTemplates()
  const template = note === undefined || data === undefined ? undefined : templateOf(data, note.template)
  return { template, missing: data !== undefined && note !== undefined && template === undefined }
}

/** What an open note stands in. The object stays the same while nothing in it changes. */
export function useSurroundings(session: NoteSession): NoteSurroundings | undefined {
  const note = session.note()
  const { template } = useTemplateOf(note)
  const { data: summary } = useCase(note.caseId)
  const others = useOthers(session)
  const ofCase = summary?.case
  return useMemo(
    () => (template && ofCase && others ? { template, case: ofCase, others } : undefined),
    [template, ofCase, others],
  )
}

/** The other notes of the case, as stored. A save of this note does not change the list. */
function useOthers(session: NoteSession): readonly StoredNote[] | undefined {
  const { data } = useNotesOfCase(session.note().caseId)
  const others = useMemo(() => data?.filter((note) => note.id !== session.id), [data, session.id])
  const [stable, setStable] = useState(others)
  if (sameElements(stable, others)) return stable
  setStable(others)
  return others
}

function sameElements<T>(left: readonly T[] | undefined, right: readonly T[] | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  return left.length === right.length && left.every((each, index) => each === right[index])
}

/** The note that the active editor shows, or its preview. */
export function useActiveNote() {
  const activeEditor = useActiveEditor()
  return activeEditor?.type === 'note' || activeEditor?.type === 'journal' ? activeEditor.noteId : undefined
}

/** Whether the active editor is about a note. */
export function useHasActiveNote(): boolean {
  return useActiveNote() !== undefined
}
