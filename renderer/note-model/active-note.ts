import { type CaseId, caseIdSchema, type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import { useActiveEditor } from '../workbench/context.ts'
import type { CommandArgs, Workbench } from '../workbench/contribution.ts'
import type { EditorInput } from '../workbench/editor-input.ts'

/** A note a command is about, with its case. */
export interface NoteTarget {
  noteId: NoteId
  caseId: CaseId
}

/** The note that is named, or else the one that the active editor shows. */
export function targetNote({ activeEditor }: Workbench, args: CommandArgs = {}): NoteTarget | undefined {
  const noteId = noteIdSchema.safeParse(args.noteId)
  const caseId = caseIdSchema.safeParse(args.caseId)
  if (noteId.success && caseId.success) return { noteId: noteId.data, caseId: caseId.data }
  return activeEditor?.type === 'note' || activeEditor?.type === 'journal' ? activeEditor : undefined
}

/** Whether a note is there for a command. */
export const hasNote = (workbench: Workbench): boolean => targetNote(workbench) !== undefined

/** The case that an editor is about. */
export function caseOfEditor(editor: EditorInput | undefined): CaseId | undefined {
  return editor !== undefined && 'caseId' in editor ? editor.caseId : undefined
}

/** The case that is named, or else the one that the active editor is about. */
export function targetCase({ activeEditor }: Workbench, args: CommandArgs = {}): CaseId | undefined {
  const named = caseIdSchema.safeParse(args.caseId)
  return named.success ? named.data : caseOfEditor(activeEditor)
}

/** The case that the active editor is about. */
export function useActiveCase(): CaseId | undefined {
  return caseOfEditor(useActiveEditor())
}
