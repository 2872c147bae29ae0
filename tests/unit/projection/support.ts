import type { CaseDetails } from '../../../shared/case/case.ts'
import { isoDateSchema, timestampSchema } from '../../../shared/case/dates.ts'
import { digestSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Note } from '../../../shared/note/note.ts'
import { type ReadCase, readWholeCase } from '../../../shared/projection/read-case.ts'
import { userSchema } from '../../../shared/user/user.ts'
import { context } from '../check/sample.ts'
import { shipped } from '../rules/bundles.ts'

interface Written {
  readonly template: string
  /** The day it was made. */
  readonly on: string
  readonly answers: Answers
  readonly signed?: boolean
}

const anna = userSchema.parse({ name: 'Anna Ek', role: 'utredare' })

function noteOf({ template: name, on, answers, signed = false }: Written, index: number): NoteWithTemplate {
  const template = shipped(name)
  const at = timestampSchema.parse(`${on}T10:00:00Z`)
  const { id: _id, ...details } = context.case
  const base = {
    id: noteIdSchema.parse(`aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`),
    template: { id: template.id, version: template.version },
    kind: template.kind,
    owner: template.owner,
    author: anna,
    createdAt: at,
    updatedAt: at,
    answers,
  }
  const note: Note = signed
    ? { ...base, status: 'journalford', signature: signatureOf(details, at) }
    : { ...base, status: 'utkast' }
  return { note, template }
}

function signatureOf(details: CaseDetails, at: ReturnType<typeof timestampSchema.parse>) {
  return {
    by: anna,
    at,
    sequence: 1,
    previous: null,
    digest: digestSchema.parse('0'.repeat(64)),
    case: details,
  }
}

/** The case of the samples, begun on 2026-03-02, with these notes, read on a day. */
export function caseOn(today: string, notes: readonly Written[], more: Partial<NoteContext> = {}): ReadCase {
  return readWholeCase({ ...context, today: isoDateSchema.parse(today), others: notes.map(noteOf), ...more })
}
