import { useEffect, useSyncExternalStore } from 'react'
import type { NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { Analysis } from '../../shared/rules/index.ts'
import { type Template, templateOf } from '../../shared/template/template.ts'
import { useNote, useTemplates } from '../api/use-client.ts'
import { useActiveEditor, useWorkbench } from '../workbench/context.ts'
import { useReadingOf } from './readings.ts'
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

export function useSaveState(session: NoteSession): SaveState {
  return useSyncExternalStore(session.onState, session.saveState)
}

/** The note as the store has it. */
export function useStoredNote(session: NoteSession): StoredNote {
  return useSyncExternalStore(session.onState, session.note)
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

/** What `select` takes from the reading of an open note, as `useReadingOf`. */
export function useReading<T>(id: NoteId, select: (read: Analysis) => T): T | undefined {
  return useReadingOf(useNoteServices().readings, id, select)
}

/** The whole reading of an open note; the component renders at every change of the note. */
export function useWholeReading(id: NoteId): Analysis | undefined {
  return useReading(id, (read) => read)
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
