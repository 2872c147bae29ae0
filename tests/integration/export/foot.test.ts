import { expect, test } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import { example } from '../../unit/journal/examples.ts'
import { timesIn } from './readers.ts'

test.each(['txt', 'md', 'html'] as const)('the note’s id and its digest stand once in %s', async (format) => {
  const input = example('arbetsgivarens-plan')
  const text = new TextDecoder().decode((await exportNote(input, input, format)).bytes)
  expect(timesIn(text, input.note.id)).toBe(1)
  expect(timesIn(text, '9f2c'.repeat(16))).toBe(1)
})
