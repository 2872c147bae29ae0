import { type CaseId, caseIdSchema, type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import type { CommandArgs, Workbench } from '../workbench/contribution.ts'

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
