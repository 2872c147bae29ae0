import type { RichBlock, RichList, Run } from '../../shared/fields/rich-blocks.ts'
import type { JournalBlock, JournalEntry, LabelledText } from '../../shared/journal/entry.ts'
import { labelled } from '../../shared/text/printable.ts'
import { type Format, utf8 } from './format.ts'

const SPECIAL = /[\\`*_[\]<>&|~#!$@{}]/g
/** What would turn a line into a block: list marks, heading underlines, list numbers. */
const LINE_START = /^([-+=:]|\d{1,9}(?=[.)]))/

function escapeLine(line: string): string {
  return line
    .trim()
    .replace(SPECIAL, '\\$&')
    .replace(LINE_START, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
}

/** Escapes everything that CommonMark or GitHub's tables and links would read as markup. */
export function escapeMarkdown(text: string, lineBreak = '\\\n'): string {
  return text.split('\n').map(escapeLine).join(lineBreak)
}

const ALONE = /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su

interface Emphasis {
  marks: string
  tags: [string, string]
}

function emphasisOf({ bold, italic }: Run): Emphasis | undefined {
  if (bold && italic) return { marks: '***', tags: ['<strong><em>', '</em></strong>'] }
  if (bold) return { marks: '**', tags: ['<strong>', '</strong>'] }
  if (italic) return { marks: '*', tags: ['<em>', '</em>'] }
  return undefined
}

/** Escapes a run but keeps the spaces around it, which separate it from its neighbours. */
function escapeRun(text: string): string {
  const core = text.trim()
  if (core === '') return text === '' ? '' : ' '
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\s$/.test(text) ? ' ' : ''
  return `${before}${escapeMarkdown(core)}${after}`
}

/**
 * Runs with bold and italic. Stars where CommonMark is sure to read them as meant; where a neighbour or
 * punctuation makes that doubtful, the tags of the same meaning.
 */
export function runsMarkdown(runs: readonly Run[]): string {
  return runs
    .map((run, index) => {
      const emphasis = emphasisOf(run)
      const text = escapeRun(run.text)
      const core = text.trim()
      if (!emphasis || core === '') return text
      const [before = '', after = ''] = text.split(core)
      const next = runs[index + 1]
      const previous = runs[index - 1]
      const touches =
        (after === '' && next !== undefined && emphasisOf(next) !== undefined) ||
        (before === '' && previous !== undefined && emphasisOf(previous) !== undefined)
      const [open, close] = ALONE.test(core) && !touches ? [emphasis.marks, emphasis.marks] : emphasis.tags
      return `${before}${open}${core}${close}${after}`
    })
    .join('')
    .trim()
}

const strong = (label: string) => `**${escapeMarkdown(labelled(label))}**`
const row = ({ label, text }: LabelledText) => `- ${strong(label)} ${escapeMarkdown(text)}`
const indented = (text: string, columns: number) => text.replaceAll('\n', `\n${' '.repeat(columns)}`)

/** `turn` alternates the marks, so that two consecutive lists stay two. */
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
  // One level below the sections, which are level two; a heading is a single line.
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

function markdown({ notice, header, sections, foot }: JournalEntry): string {
  const mark = notice ? [`> **${escapeMarkdown(notice.word)}.** ${escapeMarkdown(notice.explanation)}`] : []
  const parts = [
    ...mark,
    `# ${escapeMarkdown(header.title)}`,
    header.rows.map(row).join('\n'),
    ...sections.flatMap(({ title, level = 2, blocks }) => [
      `${'#'.repeat(level)} ${escapeMarkdown(title)}`,
      ...blocks.flatMap(block),
    ]),
    '---',
    foot.rows.map(row).join('\n'),
    ...mark,
  ]
  return `${parts.join('\n\n')}\n`
}

/** CommonMark with GitHub's tables; everything the user wrote is escaped. */
export const md: Format = {
  mimeType: 'text/markdown; charset=utf-8',
  render: ({ entry }) => utf8(markdown(entry)),
}
