import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { $setRichText, $toRichText, richTextNodes } from '../../../renderer/fields/rich-text/lexical-form.ts'
import {
  joinRuns,
  type RichBlock,
  type RichList,
  type RichText,
  richTextSchema,
} from '../../../shared/fields/rich-blocks.ts'

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'rich-text', 'states')
const stateSchema = z.object({ state: z.json(), richText: richTextSchema })

function editor() {
  return createHeadlessEditor({
    nodes: richTextNodes,
    onError: (error) => {
      throw error
    },
  })
}

function through(richText: RichText): RichText {
  const lexical = editor()
  lexical.update(() => $setRichText(richText), { discrete: true })
  return lexical.getEditorState().read($toRichText)
}

describe('saved states of the editor, kept for ever', () => {
  test.each(readdirSync(folder))('%s', (file) => {
    const { state, richText } = stateSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const lexical = editor()
    lexical.setEditorState(lexical.parseEditorState(JSON.stringify(state)))
    expect(lexical.getEditorState().read($toRichText)).toEqual(richText)
    expect(through(richText)).toEqual(richText)
  })
})

const text = fc.stringMatching(/^[a-zåäö0-9][a-zåäö \n]{0,8}[a-zåäö]$/)
const runs = fc
  .array(
    fc.record(
      { text, bold: fc.constant(true as const), italic: fc.constant(true as const) },
      { requiredKeys: ['text'], noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(joinRuns)
const { list } = fc.letrec<{ list: RichList; item: RichList['items'][number] }>((tie) => ({
  list: fc.record(
    {
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
  item: fc.record({ runs, items: tie('list') }, { requiredKeys: ['runs'], noNullPrototype: true }),
}))
const block: fc.Arbitrary<RichBlock> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), runs }, { noNullPrototype: true }),
  fc.record(
    {
      type: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      runs,
    },
    { noNullPrototype: true },
  ),
  list,
)

/** The editor joins two lists of the same kind that stand together; such texts are left out here. */
const twoLists = (blocks: RichBlock[]) =>
  blocks.some((each, index) => {
    const before = blocks[index - 1]
    return each.type === 'list' && before?.type === 'list' && before.ordered === each.ordered
  })

test('any formatted text comes back from the editor as it went in', () => {
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 5 }).filter((blocks) => !twoLists(blocks)),
      (blocks) => {
        expect(through({ blocks })).toEqual({ blocks })
      },
    ),
    { numRuns: 60 },
  )
})
