import type { NoteId } from '../../shared/case/ids.ts'
import { fieldIdSchema } from '../../shared/fields/base.ts'
import { cleanText } from '../../shared/note/answers.ts'
import type { Amends, SignedNote, StoredNote, TakenOver } from '../../shared/note/note.ts'
import { objectionsMember } from '../../shared/note/objections.ts'
import type { Template } from '../../shared/template/template.ts'
import { writeAnnulment } from '../store/annulments.ts'
import { type Db, transaction } from '../store/db.ts'
import type { Stamp } from '../store/log.ts'
import { readStoredNote } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { beginNote } from './begin-note.ts'
import { type CoreState, calls, dbOf, stampFor } from './calls.ts'
import { pinnedTemplate } from './templates.ts'

type StoredSigned = Extract<StoredNote, SignedNote>

/** A note that can be amended or annulled. NOT_FOUND, NOTE_NOT_SIGNED, NOTE_ANNULLED. */
function amendable(db: Db, id: NoteId): StoredSigned {
  const note = readStoredNote(db, id)
  if (note.status !== 'journalford') throw refusal('NOTE_NOT_SIGNED', { id })
  if (note.annulled) throw refusal('NOTE_ANNULLED', { id })
  return note
}

/** Everything that a signed note says, each answer with where it comes from. */
function contentOf(
  note: StoredSigned,
): Pick<StoredNote, 'answers' | 'objections' | 'setAside' | 'takenOver'> {
  const takenOver = Object.keys(note.answers).flatMap((id): TakenOver[] => {
    const field = fieldIdSchema.safeParse(id)
    return field.success ? [{ field: field.data, from: { kind: 'note', note: note.id } }] : []
  })
  return {
    answers: note.answers,
    ...objectionsMember(note.objections ?? []),
    ...(note.setAside === undefined ? {} : { setAside: note.setAside }),
    ...(takenOver.length === 0 ? {} : { takenOver }),
  }
}

function begin(
  state: CoreState,
  note: StoredSigned,
  verb: Amends['verb'],
  template: Template,
  stamp: Stamp,
): StoredNote {
  const amends: Amends = { verb, note: note.id }
  const beginning = { amends, ...(verb === 'rattelse' ? contentOf(note) : { answers: {} }) }
  return beginNote(state, { caseId: note.caseId, template, beginning }, stamp)
}

/** What is done about signed notes of the open archive. */
export const amendmentCalls = {
  correct: calls.amendments.correct.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'amend')
    const draft = transaction(dbOf(state), () => {
      const note = amendable(dbOf(state), input.note)
      return begin(state, note, 'rattelse', pinnedTemplate(state.templates, note.template), stamp)
    })
    state.changes.publish({ type: 'note', id: draft.id, caseId: draft.caseId }, line)
    return draft
  }),

  add: calls.amendments.add.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'amend')
    const draft = transaction(dbOf(state), () => {
      const note = amendable(dbOf(state), input.note)
      const id = input.templateId ?? note.template.id
      const template = state.templates.newest(id)
      if (!template) throw refusal('NOT_FOUND', { what: 'template', id })
      return begin(state, note, 'komplettering', template, stamp)
    })
    state.changes.publish({ type: 'note', id: draft.id, caseId: draft.caseId }, line)
    return draft
  }),

  annul: calls.amendments.annul.handler(({ input, context: { state, line } }) => {
    const { by, at } = stampFor(state, 'amend')
    const annulled = { at, by, reason: cleanText(input.reason).trim() }
    const note = transaction(dbOf(state), () => {
      const db = dbOf(state)
      const before = amendable(db, input.note)
      writeAnnulment(db, before, annulled, { stamp: { by, at }, action: 'note-annulled' })
      return { ...before, annulled }
    })
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),
}
