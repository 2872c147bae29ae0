import { type AnswerField, opsOf } from '../fields/index.ts'
import type { Said } from '../fields/said.ts'
import type { ReadNote } from '../note/read-note.ts'
import { inLanguage, type Language, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import type { JournalBlock } from './entry.ts'

function blocksOf(language: Language, label: string, said: Said): JournalBlock[] {
  switch (said.as) {
    case 'line':
      return [{ type: 'answer', label, text: said.text }]
    case 'paragraphs':
      return [{ type: 'text', label, paragraphs: said.paragraphs }]
    case 'items': {
      const [only, ...more] = said.items
      return only !== undefined && more.length === 0
        ? [{ type: 'answer', label, text: only }]
        : [{ type: 'list', label, items: said.items }]
    }
    case 'rich':
      return [{ type: 'rich', label, blocks: said.blocks }]
    case 'tables':
      return said.tables.map(({ title = label, columns, rows }) => ({
        type: 'table',
        label: title,
        columns,
        rows,
      }))
    case 'stored':
      return [{ type: 'text', label, paragraphs: [translate(language, 'journal.otherForm'), said.json] }]
  }
}

/** The blocks that an answer becomes; none where the field is empty or its template keeps it out of the journal. */
export function fieldBlocks(
  { note, context: { language }, scope }: ReadNote,
  field: AnswerField,
): JournalBlock[] {
  if (field.journal?.omit === true) return []
  const label = printableLine(inLanguage(language, field.journal?.label ?? field.label))
  const said = opsOf(field).say(note.answers[field.id], scope)
  return said ? blocksOf(language, label, said) : []
}
