import { z } from 'zod'
import { MAX_FIELD_CHARS } from '../case/limits.ts'
import { paragraphsOf } from '../text/printable.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import { replaced } from './own-words.ts'
import { checkText } from './place.ts'
import { line, type Said } from './said.ts'

function textSaid(text: string): Said {
  const paragraphs = paragraphsOf(text)
  const [only = ''] = paragraphs
  return paragraphs.length > 1 || only.includes('\n') ? { as: 'paragraphs', paragraphs } : line(only)
}

/** Plain text, on one line or several. */
export const text = defineField(
  {
    schema: z.strictObject({
      ...base,
      type: z.literal('text'),
      multiline: z.boolean().optional(),
      maxLength: z.int().positive().optional(),
    }),
    answer: z.string(),
  },
  {
    check: (answer, { maxLength }, { place }) =>
      checkText(answer, place, Math.min(maxLength ?? MAX_FIELD_CHARS, MAX_FIELD_CHARS)),
    comparable: {
      operators: ['is', 'is-not'],
      of: (answer) => answer,
      possible: (value) => typeof value === 'string',
    },
    ownWords: {
      of: (answer) => [{ text: answer }],
      rewrite: (stored, _field, find) => (typeof stored === 'string' ? replaced(stored, find) : stored),
    },
    append: (answer = '', { multiline }, words) => {
      const [between, added] = multiline === true ? ['\n', words] : [' ', words.replace(/\s+/g, ' ')]
      return answer === '' ? added : `${answer}${between}${added}`
    },
    say: (answer, { multiline }) =>
      multiline === true ? { as: 'paragraphs', paragraphs: paragraphsOf(answer) } : textSaid(answer),
  },
)
