import type { RichBlock, RichList, Run } from '../fields/rich-blocks.ts'
import { labelled } from '../text/printable.ts'
import { type Margin, margin, wrap } from './columns.ts'
import type { JournalBlock, JournalEntry, LabelledText } from './entry.ts'

const WIDTH = 80
const INDENT = 2

const lines = (text: string, where?: Margin) => wrap(text, WIDTH, where)
const hanging: Margin = { first: '', rest: ' '.repeat(INDENT) }

const rowLines = ({ label, text }: LabelledText) => lines(`${labelled(label)} ${text}`, hanging)

const runsText = (runs: readonly Run[]) => runs.map((run) => run.text).join('')

function listLines(list: RichList, indent: number): string[] {
  return list.items.flatMap((item, index) => {
    const mark = list.ordered ? `${index + 1}. ` : '- '
    const inner = indent + mark.length
    return [
      ...lines(runsText(item.runs), margin(inner, mark)),
      ...(item.items ? listLines(item.items, inner) : []),
    ]
  })
}

function richLines(block: RichBlock): string[] {
  return block.type === 'list' ? listLines(block, INDENT) : lines(runsText(block.runs), margin(INDENT))
}

/** Paragraphs with an empty line between them. */
const spaced = (parts: readonly string[][]) =>
  parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]))

/** A table row as a numbered block: the first cell beside the number, the others labelled with their column's name. */
function tableRowLines(columns: readonly string[], row: readonly string[], index: number): string[] {
  const mark = `${index + 1}. `
  const inner = INDENT + mark.length
  return row
    .map((cell, column) => ({ cell, label: columns[column] ?? '', first: column === 0 }))
    .filter(({ cell }) => cell !== '')
    .flatMap(({ cell, label, first }, place) =>
      lines(first ? cell : `${labelled(label)} ${cell}`, place === 0 ? margin(inner, mark) : margin(inner)),
    )
}

function blockLines(block: JournalBlock): string[] {
  switch (block.type) {
    case 'answer':
      return rowLines(block)
    case 'text':
      return [
        ...lines(labelled(block.label)),
        ...spaced(block.paragraphs.map((paragraph) => lines(paragraph, margin(INDENT)))),
      ]
    case 'rich':
      return [...lines(labelled(block.label)), ...spaced(block.blocks.map(richLines))]
    case 'list':
      return [
        ...lines(labelled(block.label)),
        ...block.items.flatMap((item) => lines(item, margin(INDENT + 2, '- '))),
      ]
    case 'table':
      return [
        ...lines(labelled(block.label)),
        ...block.rows.flatMap((row, index) => tableRowLines(block.columns, row, index)),
      ]
  }
}

/** Consecutive short answers stay close; everything else gets an empty line around it. */
function sectionParts(blocks: readonly JournalBlock[]): string[][] {
  const parts: string[][] = []
  blocks.forEach((block, index) => {
    const last = parts.at(-1)
    if (last && block.type === 'answer' && blocks[index - 1]?.type === 'answer')
      last.push(...blockLines(block))
    else parts.push(blockLines(block))
  })
  return parts
}

/**
 * A journal entry as plain text of at most 80 columns, without markup, to be pasted into a case system. A draft
 * is marked at the top and at the bottom. It ends with a line feed.
 */
export function renderText(entry: JournalEntry): string {
  const mark = entry.notice ? lines(`${entry.notice.word}. ${entry.notice.explanation}`) : []
  const parts: string[][] = [
    mark,
    lines(entry.header.title),
    entry.header.rows.flatMap(rowLines),
    ...entry.sections.flatMap((section) => [
      lines(section.title.toLocaleUpperCase(entry.language)),
      ...sectionParts(section.blocks),
    ]),
    entry.foot.rows.flatMap(rowLines),
    mark,
  ]
  return `${spaced(parts.filter((part) => part.length > 0)).join('\n')}\n`
}
