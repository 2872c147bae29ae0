import type { Run } from '../../shared/fields/rich-blocks.ts'

const SPECIAL = /[\\`*_[\]<>&|~#!$@{}]/g
/** What makes a block of a line: list marks, underlines of headings, numbers of lists. */
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

/** A text with everything that CommonMark or GitHub's tables and links would read as markup escaped. */
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

/** Escapes a run but keeps the spaces around it, which part words of neighbouring runs. */
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
