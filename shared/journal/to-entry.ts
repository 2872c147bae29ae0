import { toneOf } from '../case/kinds.ts'
import { type AnswerField, holdsAnswer } from '../fields/index.ts'
import { type Said, shortText } from '../fields/said.ts'
import { asSigned } from '../note/context.ts'
import { eventDateField, type ReadNote, readNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { inLanguage, type Language, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { noticeOf } from './amended.ts'
import type { JournalBlock, JournalEntry, JournalSection } from './entry.ts'
import { footOf, headerOf } from './head-and-foot.ts'
import { reliedOnBlocks } from './relied-on.ts'

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

/** What is said belongs to one field in one language, so its blocks stay the same for as long as it and its label do. */
const blocksOfSaid = new WeakMap<Said, { label: string; blocks: JournalBlock[] }>()

/** The label of a field, and by whom what stands in it is said where the template asks for that. */
function labelOf({ context: { language }, template, visible, say }: ReadNote, field: AnswerField): string {
  const label = printableLine(inLanguage(language, field.journal?.label ?? field.label))
  const by = field.journal?.accordingTo
  const source = by === undefined || !visible(by) ? undefined : templateIndex(template).byId.get(by)?.field
  const said = source && holdsAnswer(source) ? shortText(say(source)) : ''
  return said === '' ? label : translate(language, 'journal.label.accordingTo', { label, source: said })
}

/** The blocks an answer becomes; none if the field is empty or the template keeps it out of the journal. */
function fieldBlocks(read: ReadNote, field: AnswerField): JournalBlock[] {
  if (field.journal?.omit === true) return []
  const said = read.say(field)
  if (!said) return []
  const label = labelOf(read, field)
  const before = blocksOfSaid.get(said)
  if (before?.label === label) return before.blocks
  const blocks = blocksOf(read.context.language, label, said).map((block) => ({ ...block, field: field.id }))
  blocksOfSaid.set(said, { label, blocks })
  return blocks
}

/** A field as it is printed: after the consents that the note gives, those that it rests on without giving them. */
export function journalBlocks(read: ReadNote, field: AnswerField): JournalBlock[] {
  const blocks = fieldBlocks(read, field)
  return field.type === 'consents' ? [...blocks, ...reliedOnBlocks(read)] : blocks
}

/** Sections without what the head has said: the day that the note tells of. */
function sectionsOf(read: ReadNote): JournalSection[] {
  const { template, context, visible } = read
  const inHead = eventDateField(read)?.field.id
  const sections = template.sections.map((section) => ({
    title: printableLine(inLanguage(context.language, section.title)),
    blocks: section.fields.flatMap((field) =>
      holdsAnswer(field) && visible(field.id) && field.id !== inHead ? journalBlocks(read, field) : [],
    ),
  }))
  if (read.ofType('consents').length === 0)
    sections.push({
      title: translate(context.language, 'journal.section.consents'),
      blocks: reliedOnBlocks(read),
    })
  return sections.filter(({ blocks }) => blocks.length > 0)
}

/**
 * A note as a journal entry: what its visible fields say, in the template's order and the asked language.
 * Hidden and empty fields and empty sections leave no trace. Pure; a signed
 * note says the same for ever, with what has been done about it since beside that.
 */
export function toJournalEntry(given: ReadNote): JournalEntry {
  const { note, context } = given
  const draft = note.status === 'utkast'
  const read = draft ? given : readNote(given, asSigned(note, context))
  const { language } = context
  return {
    language,
    tone: toneOf(note.kind, note.owner),
    draft,
    notice: noticeOf(read),
    header: headerOf(read),
    sections: sectionsOf(read),
    foot: footOf(read),
  }
}
