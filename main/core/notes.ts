import type { ExportedFile, ExportFormat, Revision } from '../../shared/api/notes.ts'
import { mergeConsents } from '../../shared/case/consents.ts'
import { localDate } from '../../shared/case/dates.ts'
import { type CaseId, type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import type { Answers } from '../../shared/note/answers.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { checkNote } from '../../shared/rules/index.ts'
import type { Template, TemplateId, TemplateRef } from '../../shared/template/template.ts'
import type { Language } from '../../shared/text/index.ts'
import { readCase } from '../store/cases.ts'
import { readNote, readNotesOf, readRevision, readRevisions } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { type SigningAdvice, signNote } from '../store/sign-note.ts'
import { createNote, type Saved, saveNote } from '../store/write-notes.ts'
import { consentsIn } from './consents-in.ts'
import { exportAsFile } from './export-note.ts'
import { plainNote, withTemplates } from './plain-note.ts'
import { openArchiveOf, type Session, stampOf } from './session.ts'

export interface NoteService {
  get(id: NoteId): StoredNote
  ofCase(caseId: CaseId): StoredNote[]
  create(input: { caseId: CaseId; templateId: TemplateId }): StoredNote
  save(input: { id: NoteId; baseRevision: number; answers: Answers }): Saved
  sign(input: { id: NoteId; baseRevision: number }): StoredNote
  revisions(id: NoteId): Revision[]
  revision(id: NoteId, revision: number): { revision: number; answers: Answers }
  export(input: { id: NoteId; format: ExportFormat; language: Language }): Promise<ExportedFile>
}

/** Notes of the open archive. */
export function createNoteService(session: Session): NoteService {
  const db = () => openArchiveOf(session).db

  function templateOf(ref: TemplateRef): Template {
    const template = session.templates.find(ref)
    if (!template) throw refusal('NOT_FOUND', { what: 'template', id: `${ref.id} ${ref.version}` })
    return template
  }

  function changed(note: StoredNote): void {
    session.changes.publish({ type: 'note', id: note.id, caseId: note.caseId, revision: note.revision })
  }

  const advice: SigningAdvice = {
    check: (note, of, others) =>
      checkNote(
        { note: plainNote(note), template: templateOf(note.template) },
        { case: of, today: localDate(session.now()), others: withTemplates(others, session.templates) },
      ),
    consents: (note, of) =>
      mergeConsents(of.consents, consentsIn(plainNote(note), templateOf(note.template))),
  }

  return {
    get: (id) => readNote(db(), id),
    ofCase: (caseId) => {
      readCase(db(), caseId)
      return readNotesOf(db(), caseId)
    },
    create: ({ caseId, templateId }) => {
      const template = session.templates.newest(templateId)
      if (!template) throw refusal('NOT_FOUND', { what: 'template', id: templateId })
      readCase(db(), caseId)
      const stamp = stampOf(session)
      const note: StoredNote = {
        id: noteIdSchema.parse(session.newId()),
        caseId,
        template: { id: template.id, version: template.version },
        kind: template.kind,
        owner: template.owner,
        author: stamp.by,
        createdAt: stamp.at,
        updatedAt: stamp.at,
        revision: 1,
        status: 'utkast',
        answers: {},
      }
      createNote(db(), note, stamp)
      changed(note)
      return note
    },
    save: (input) => {
      const saved = saveNote(db(), input, stampOf(session))
      if (saved.changed) changed(saved.note)
      return saved
    },
    sign: (input) => {
      const { note, caseChanged } = signNote(db(), input, stampOf(session), advice)
      if (caseChanged) session.changes.publish({ type: 'case', id: note.caseId })
      changed(note)
      return note
    },
    revisions: (id) => readRevisions(db(), id),
    revision: (id, revision) => ({ revision, answers: readRevision(db(), id, revision) }),
    export: async ({ id, format, language }) => {
      const note = readNote(db(), id)
      const template = templateOf(note.template)
      const others = readNotesOf(db(), note.caseId).filter((other) => other.id !== id)
      const { id: _id, ...details } = readCase(db(), note.caseId)
      return exportAsFile(
        {
          note: plainNote(note),
          template,
          case: note.status === 'journalford' ? note.signature.case : details,
          otherNotes: withTemplates(others, session.templates),
          language,
          today: localDate(session.now()),
        },
        format,
      )
    },
  }
}
