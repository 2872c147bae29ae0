import { plainText, type RichBlock, type RichList, type Run } from '../fields/rich-blocks.ts'
import type { WordPiece } from './words.ts'

/** A format for each UTF-16 unit of what `plainText` gives of the same blocks. */
function formatsOf(blocks: readonly RichBlock[]): string[] {
  const formats: string[] = []
  const line = (runs: readonly Run[], of: string) => {
    if (formats.length > 0) formats.push('')
    for (const { text, bold, italic } of runs)
      for (let unit = 0; unit < text.length; unit += 1) formats.push(`${of} ${bold ?? ''} ${italic ?? ''}`)
  }
  const list = ({ ordered, items }: RichList, depth: number) => {
    for (const item of items) {
      line(item.runs, `list ${ordered} ${depth}`)
      if (item.items) list(item.items, depth + 1)
    }
  }
  for (const block of blocks) {
    if (block.type === 'list') list(block, 0)
    else line(block.runs, block.type === 'heading' ? `heading ${block.level}` : 'paragraph')
  }
  return formats
}

/** Whether words that stand in both have other looks in the one than in the other. `pieces` are of their plain texts. */
export function formattingDiffers(
  before: readonly RichBlock[],
  after: readonly RichBlock[],
  pieces: readonly WordPiece[],
): boolean {
  const [was, is] = [formatsOf(before), formatsOf(after)]
  let [from, to] = [0, 0]
  for (const { kind, text } of pieces) {
    if (kind === 'same')
      for (let unit = 0; unit < text.length; unit += 1) if (was[from + unit] !== is[to + unit]) return true
    if (kind !== 'added') from += text.length
    if (kind !== 'removed') to += text.length
  }
  return false
}

/** The words of a formatted text, a line for each block. */
export const wordsIn = (blocks: readonly RichBlock[]) => plainText({ blocks: [...blocks] })
