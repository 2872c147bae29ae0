import { readAnswer } from '../note/answers.ts'
import type { AnswerField } from '../template/field.ts'
import { isAnswered } from '../template/fields.ts'
import { inLanguage, translate } from '../text/index.ts'
import type { EntryContext } from './context.ts'
import type { JournalBlock } from './entry.ts'
import { printableLine } from './printable.ts'
import { referenceText } from './reference.ts'
import { type Said, simpleSaid, storedSaid } from './said.ts'
import { aktivitetTable, consentTable, groupTable, insatsTables } from './tables.ts'

function blockOf({ language }: EntryContext, label: string, said: Said): JournalBlock {
  switch (said.as) {
    case 'line':
      return { type: 'answer', label, text: said.text }
    case 'paragraphs':
      return { type: 'text', label, paragraphs: said.paragraphs }
    case 'items': {
      const [only, ...more] = said.items
      return only !== undefined && more.length === 0
        ? { type: 'answer', label, text: only }
        : { type: 'list', label, items: said.items }
    }
    case 'rich':
      return { type: 'rich', label, blocks: said.blocks }
    case 'stored':
      return { type: 'text', label, paragraphs: [translate(language, 'journal.annan-form'), said.json] }
  }
}

const compoundTypes = ['note-reference', 'consents', 'insatser', 'aktiviteter', 'group'] as const
type CompoundField = Extract<AnswerField, { type: (typeof compoundTypes)[number] }>

function isCompound(field: AnswerField): field is CompoundField {
  return compoundTypes.some((type) => type === field.type)
}

/** The blocks of an answer that holds rows or a reference; undefined where it is not of its field's form. */
function compoundBlocks(
  context: EntryContext,
  field: CompoundField,
  label: string,
): JournalBlock[] | undefined {
  const { note, language } = context
  switch (field.type) {
    case 'note-reference': {
      const reference = readAnswer(note.answers, field.id, 'note-reference')
      return reference && [{ type: 'answer', label, text: referenceText(context, reference.note) }]
    }
    case 'consents': {
      const rows = readAnswer(note.answers, field.id, 'consents')
      return rows && consentTable(language, label, rows)
    }
    case 'insatser': {
      const rows = readAnswer(note.answers, field.id, 'insatser')
      return rows && insatsTables(language, label, rows)
    }
    case 'aktiviteter': {
      const rows = readAnswer(note.answers, field.id, 'aktiviteter')
      return rows && aktivitetTable(language, label, rows)
    }
    case 'group': {
      const rows = readAnswer(note.answers, field.id, 'group')
      return rows && groupTable(context, label, field, rows)
    }
  }
}

/** The blocks that an answer becomes; none where the field is empty or its template keeps it out of the journal. */
export function fieldBlocks(context: EntryContext, field: AnswerField): JournalBlock[] {
  const value = context.note.answers[field.id]
  if (field.journal?.omit === true || !isAnswered(field.type, value)) return []
  const label = printableLine(inLanguage(context.language, field.journal?.label ?? field.label))
  if (!isCompound(field)) {
    const said = simpleSaid(context.language, field, context.note.answers)
    return said ? [blockOf(context, label, said)] : []
  }
  return compoundBlocks(context, field, label) ?? [blockOf(context, label, storedSaid(value))]
}
