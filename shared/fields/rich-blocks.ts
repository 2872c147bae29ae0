import { z } from 'zod'

/**
 * Formatted text in a form of our own, so that what is stored and signed does not depend on the editor's
 * version: paragraphs, headings and lists of runs with bold and italic. Nothing else survives a paste.
 */
export const runSchema = z.strictObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
})
export type Run = z.infer<typeof runSchema>

export interface ListItem {
  runs: Run[]
  items?: RichList | undefined
}
export interface RichList {
  type: 'list'
  ordered: boolean
  items: ListItem[]
}

const listItemSchema: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ runs: z.array(runSchema), items: richListSchema.optional() }),
)
export const richListSchema: z.ZodType<RichList> = z.lazy(() =>
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(listItemSchema) }),
)

export const richBlockSchema = z.union([
  z.strictObject({ type: z.literal('paragraph'), runs: z.array(runSchema) }),
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    runs: z.array(runSchema),
  }),
  richListSchema,
])
export type RichBlock = z.infer<typeof richBlockSchema>

/** A line break inside a run is "\n". */
export const richTextSchema = z.strictObject({ blocks: z.array(richBlockSchema) })
export type RichText = z.infer<typeof richTextSchema>

function itemLines(list: RichList): string[] {
  return list.items.flatMap((item) => [runsText(item.runs), ...(item.items ? itemLines(item.items) : [])])
}

function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

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

/** The words of a formatted text, a line for each block, for rules and search. */
export function plainText(richText: RichText): string {
  return richText.blocks
    .flatMap((block) => (block.type === 'list' ? itemLines(block) : [runsText(block.runs)]))
    .join('\n')
}

/** Whether there is nothing but white space in a formatted text. */
export function isWordless(richText: RichText): boolean {
  return plainText(richText).trim() === ''
}
