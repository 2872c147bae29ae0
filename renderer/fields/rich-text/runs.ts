import type { RichText, Run } from '../../../shared/fields/rich-blocks.ts'

/** A run of text with the formats that are on. */
export function run(text: string, bold: boolean, italic: boolean): Run {
  return { text, ...(bold ? { bold: true } : {}), ...(italic ? { italic: true } : {}) }
}

/** The runs with neighbours of the same format as one, and empty ones gone. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const next of runs) {
    const last = joined.at(-1)
    if (next.text === '') continue
    if (last && last.bold === next.bold && last.italic === next.italic) {
      joined[joined.length - 1] = { ...last, text: last.text + next.text }
    } else {
      joined.push(next)
    }
  }
  return joined
}

/** Whether there is nothing but white space in a formatted text: then there is no answer. */
export function isBlank(richText: RichText): boolean {
  return richText.blocks.every((block) =>
    block.type === 'list'
      ? block.items.every(
          (item) => blankRuns(item.runs) && (item.items === undefined || isBlank({ blocks: [item.items] })),
        )
      : blankRuns(block.runs),
  )
}

function blankRuns(runs: readonly Run[]): boolean {
  return runs.every((each) => each.text.trim() === '')
}
