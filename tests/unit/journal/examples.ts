import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { JournalEntry } from '../../../shared/journal/entry.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import { type Template, templateSchema } from '../../../shared/template/template.ts'

const root = join(import.meta.dirname, '../../..')
export const goldenFolder = join(root, 'tests/fixtures/journal')

/** A shipped template. */
export function shipped(id: string): Template {
  const file = `${id}.json`
  const parsed = parseTemplate(file, readFileSync(join(root, 'templates', file), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.template
}

export const bundle = bundleSchema.parse(JSON.parse(readFileSync(join(goldenFolder, 'arende.json'), 'utf8')))
export const notes: NoteWithTemplate[] = bundle.notes.map((note) => ({
  note,
  template: shipped(note.template.id),
}))

/** A note with all that is around it. */
export interface EntryInput extends NoteWithTemplate, NoteContext {}

/** The journal entry of a note in its context. */
export function entryOf(input: EntryInput): JournalEntry {
  return toJournalEntry(readNote(input, input))
}

/** The invented case's note made with a shipped template, ready to be printed. */
export function example(templateId: string): EntryInput {
  const found = notes.find(({ template }) => template.id === templateId)
  if (!found) throw new Error(`No example note of ${templateId}`)
  return {
    ...found,
    case: bundle.case,
    others: notes.filter((one) => one !== found),
    language: 'sv',
    today: isoDateSchema.parse('2026-05-05'),
  }
}

/** The same note as a draft with other answers. */
export function draftWith(input: EntryInput, answers: Answers): EntryInput {
  const { id, template, kind, owner, author, createdAt, updatedAt } = input.note
  return {
    ...input,
    note: { id, template, kind, owner, author, createdAt, updatedAt, answers, status: 'utkast' },
  }
}

interface FixtureField {
  id: string
  type: string
  [member: string]: unknown
}

/** A planering template of the given fields in one section, all of them voluntary. */
export function templateOf(fields: readonly FixtureField[]): Template {
  const text = (sv: string) => ({ sv, en: sv })
  const complete = (field: FixtureField): Record<string, unknown> =>
    field.type === 'info'
      ? { label: text(field.id), ...field }
      : {
          label: text(`Fält ${field.id}`),
          obligation: 'frivillig',
          demand: { basis: 'eget-val' },
          ...field,
          ...(Array.isArray(field.fields) ? { fields: field.fields.map(complete) } : {}),
        }
  return templateSchema.parse({
    format: 'klarlagt/mall',
    id: 'provmall',
    version: 3,
    kind: 'planering',
    owner: 'forsakringskassan',
    title: text('Provmall'),
    summary: text('Prov'),
    whenToUse: text('I prov'),
    legalBasis: [{ provision: '30 kap. 3 § SFB', source: '001:1017-1019' }],
    sections: [
      { id: 'avsnitt', title: text('Avsnitt'), fields: fields.map(complete) },
      { id: 'tomt', title: text('Tomt avsnitt'), fields: [complete({ id: 'aldrig', type: 'text' })] },
    ],
  })
}

/** A draft of a template made of the given fields. */
export function draftOf(fields: readonly FixtureField[], answers: Answers): EntryInput {
  const input = draftWith(example('planering'), answers)
  return { ...input, template: templateOf(fields) }
}
