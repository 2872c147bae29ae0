// Words put behind an answer: what stands there is as it was.
import { expect, test } from 'vitest'
import type { Value } from '../../../shared/fields/json.ts'
import { templateIndex } from '../../../shared/template/template.ts'
import { templateOf } from '../check/sample.ts'
import { types } from './samples.ts'

const append = (field: { type: string } & Record<string, unknown>, value: Value, words: string) =>
  templateIndex(templateOf([{ id: 'f', ...field }]))
    .byId.get('f')
    ?.ops?.append(value, words)

test('they come on a line of their own in a text of several, and after a space in a text of one', () => {
  expect(append({ type: 'text', multiline: true }, 'Ett.', 'Två.\nTre.')).toBe('Ett.\nTvå.\nTre.')
  expect(append({ type: 'text' }, 'Ett.', 'Två.\nTre.')).toBe('Ett. Två. Tre.')
})

test('a formatted text keeps its formatting, and they are a paragraph more', () => {
  const heading = { type: 'heading', level: 2, runs: [{ text: 'Nu', bold: true }] }
  expect(append({ type: 'rich-text' }, { blocks: [heading] }, 'Två.')).toEqual({
    blocks: [heading, { type: 'paragraph', runs: [{ text: 'Två.' }] }],
  })
})

test('texts take them, formatted or not, and nothing else does', () => {
  const taking = types.filter(
    ([type, { field }]) => append({ type, ...field }, undefined, 'Ord') !== undefined,
  )
  expect(taking.map(([type]) => type)).toEqual(['text', 'rich-text'])
})
