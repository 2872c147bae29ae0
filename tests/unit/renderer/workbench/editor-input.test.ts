import fc from 'fast-check'
import { expect, test } from 'vitest'
import type {} from '../../../../renderer/features/publishing/contribution.ts'
import { editorId } from '../../../../renderer/workbench/editor-input.ts'
import { templateRefSchema } from '../../../../shared/template/template.ts'

test('an input that has stood in a stored layout is called as it was', () => {
  expect(editorId({ type: 'publishing' })).toBe('publishing')
  expect(editorId({ type: 'help', topic: 'keys' })).toBe('help:keys')
})

test('the comparison of one template is never the comparison of another', () => {
  const ids = fc.stringMatching(/^[a-c]{1,2}(-[a-c])?$/)
  const ref = fc.record({ id: ids, version: fc.integer({ min: 1, max: 3 }) })
  const input = fc.record({ before: ref, after: ref }).map(({ before, after }) => ({
    type: 'compare-templates' as const,
    before: templateRefSchema.parse(before),
    after: templateRefSchema.parse(after),
  }))
  fc.assert(
    fc.property(input, input, (one, other) => {
      expect(editorId(one) === editorId(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})
