import { z } from 'zod'
import { printable } from '../text/printable.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import type { Json } from './json.ts'
import { type Find, readable } from './own-words.ts'
import { checkText } from './place.ts'
import {
  isWordless,
  type ListItem,
  plainText,
  type RichBlock,
  type RichList,
  type Run,
  richTextSchema,
} from './rich-blocks.ts'

type OnRuns = (runs: readonly Run[]) => Run[]

function mapList(list: RichList, onRuns: OnRuns): RichList {
  const item = ({ runs, items }: ListItem): ListItem => {
    const own = { runs: onRuns(runs) }
    return items ? { ...own, items: mapList(items, onRuns) } : own
  }
  return { ...list, items: list.items.map(item) }
}

/** Blocks with every line of runs put through a function, in the order that their words are read. */
export function mapRuns(blocks: readonly RichBlock[], onRuns: OnRuns): RichBlock[] {
  return blocks.map((block) =>
    block.type === 'list' ? mapList(block, onRuns) : { ...block, runs: onRuns(block.runs) },
  )
}

const withWords = (runs: readonly Run[]) => runs.filter((run) => run.text !== '')
const printableRuns: OnRuns = (runs) => withWords(runs.map((run) => ({ ...run, text: printable(run.text) })))

/** Runs with the replacements made; a replacement takes the looks of the run it begins in. */
function replacedRuns(runs: readonly Run[], find: Find): Run[] {
  const composed = runs.map((run) => ({ ...run, text: readable(run.text) }))
  const changes = find(composed.map((run) => run.text).join(''), {})
  let from = 0
  const result: Run[] = composed.map((run) => {
    const to = from + run.text.length
    const inRun = changes.filter((change) => change.start < to && change.end > from).toReversed()
    const text = inRun.reduce((done, change) => {
      const start = Math.max(change.start, from) - from
      const insert = change.start >= from ? change.insert : ''
      return done.slice(0, start) + insert + done.slice(Math.min(change.end, to) - from)
    }, run.text)
    from = to
    return { ...run, text }
  })
  return withWords(result)
}

/** JSON of a formatted text; JSON knows no member without a value. */
function listJson(list: RichList): Json {
  return {
    ...list,
    items: list.items.map(({ runs, items }) =>
      items ? { runs: runsJson(runs), items: listJson(items) } : { runs: runsJson(runs) },
    ),
  }
}
function runsJson(runs: readonly Run[]): Json[] {
  return runs.map(({ text, bold, italic }) => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
  }))
}
function blockJson(block: RichBlock): Json {
  return block.type === 'list' ? listJson(block) : { ...block, runs: runsJson(block.runs) }
}

/** Formatted text. */
export const richText = defineField(
  { schema: z.strictObject({ ...base, type: z.literal('rich-text') }), answer: richTextSchema },
  {
    // Formatting without words says nothing.
    isAnswered: (answer) => !isWordless(answer),
    check: (answer, _field, { place }) => checkText(plainText(answer), place),
    ownWords: {
      of: (answer) => [{ text: plainText(answer) }],
      rewrite: (stored, _field, find) => {
        const parsed = richTextSchema.safeParse(stored)
        if (!parsed.success) return stored
        return { blocks: mapRuns(parsed.data.blocks, (runs) => replacedRuns(runs, find)).map(blockJson) }
      },
    },
    append: (answer, _field, words) => {
      const added: RichBlock = { type: 'paragraph', runs: [{ text: words }] }
      return { blocks: [...(answer?.blocks ?? []), added].map(blockJson) }
    },
    say: ({ blocks }) => ({
      as: 'rich',
      blocks: mapRuns(blocks, printableRuns).filter((block) => !isWordless({ blocks: [block] })),
    }),
  },
)
