import type { RichBlock, RichList } from '../../shared/fields/rich-blocks.ts'
import type { JournalBlock, JournalEntry, LabelledText } from '../../shared/journal/entry.ts'
import { labelled } from '../../shared/text/printable.ts'
import { type Format, utf8 } from './format.ts'
import { escapeMarkdown, runsMarkdown } from './md-escape.ts'

const strong = (label: string) => `**${escapeMarkdown(labelled(label))}**`
const row = ({ label, text }: LabelledText) => `- ${strong(label)} ${escapeMarkdown(text)}`
const indented = (text: string, columns: number) => text.replaceAll('\n', `\n${' '.repeat(columns)}`)

/** `turn` changes the marks, so that two lists after each other stay two. */
function list({ ordered, items }: RichList, turn: number): string {
  return items
    .map((item, index) => {
      const bullet = turn % 2 === 0 ? '-' : '*'
      const mark = ordered ? `${index + 1}${turn % 2 === 0 ? '.' : ')'} ` : `${bullet} `
      const inner = item.items ? `\n${list(item.items, turn)}` : ''
      return mark + indented(runsMarkdown(item.runs) + inner, mark.length)
    })
    .join('\n')
}

function rich(block: RichBlock, index: number): string {
  if (block.type === 'list') return list(block, index)
  const text = runsMarkdown(block.runs)
  // Below the sections, which are of the second level; a heading is one line.
  return block.type === 'heading' ? `${'#'.repeat(block.level + 2)} ${text.replaceAll('\\\n', ' ')}` : text
}

function table({ columns, rows }: Extract<JournalBlock, { type: 'table' }>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escapeMarkdown(cell, '<br>')).join(' | ')} |`
  return [line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n')
}

function block(given: JournalBlock): string[] {
  const { label } = given
  switch (given.type) {
    case 'answer':
      return [`${strong(label)} ${escapeMarkdown(given.text)}`]
    case 'text':
      return [strong(label), ...given.paragraphs.map((paragraph) => escapeMarkdown(paragraph))]
    case 'rich':
      return [strong(label), ...given.blocks.map(rich)]
    case 'list':
      return [strong(label), given.items.map((item) => `- ${indented(escapeMarkdown(item), 2)}`).join('\n')]
    case 'table':
      return [strong(label), table(given)]
  }
}

function markdown({ draftMark, header, sections, foot }: JournalEntry): string {
  const mark = draftMark
    ? [`> **${escapeMarkdown(draftMark.word)}.** ${escapeMarkdown(draftMark.explanation)}`]
    : []
  const parts = [
    ...mark,
    `# ${escapeMarkdown(header.title)}`,
    header.rows.map(row).join('\n'),
    ...sections.flatMap(({ title, blocks }) => [`## ${escapeMarkdown(title)}`, ...blocks.flatMap(block)]),
    '---',
    foot.rows.map(row).join('\n'),
    ...mark,
  ]
  return `${parts.join('\n\n')}\n`
}

/** CommonMark with GitHub's tables; whatever was written is escaped. */
export const md: Format = {
  mimeType: 'text/markdown; charset=utf-8',
  render: ({ entry }) => utf8(markdown(entry)),
}
