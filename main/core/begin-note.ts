import { type CaseId, noteIdSchema } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Stamp } from '../store/log.ts'
import { createNote } from '../store/write-notes.ts'
import { type CoreState, dbOf } from './calls.ts'
import { refuseWriter } from './review.ts'

/** What a new note says from the beginning, and what it amends. */
type Beginning = Pick<StoredNote, 'answers' | 'objections' | 'setAside' | 'takenOver' | 'amends'>

/** Writes a new draft of a template in a case, by whoever stamps it. NOT_WRITER. */
export function beginNote(
  state: CoreState,
  { caseId, template, beginning }: { caseId: CaseId; template: Template; beginning: Beginning },
  stamp: Stamp,
): StoredNote {
  refuseWriter(state, template, stamp)
  const note: StoredNote = {
    id: noteIdSchema.parse(state.newId()),
    caseId,
    template: { id: template.id, version: template.version },
    kind: template.kind,
    owner: template.owner,
    author: stamp.by,
    createdAt: stamp.at,
    updatedAt: stamp.at,
    revision: 1,
    status: 'utkast',
    ...beginning,
  }
  createNote(dbOf(state), note, stamp)
  return note
}
