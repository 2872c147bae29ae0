import { z } from 'zod'
import { translate } from '../text/index.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import { line } from './said.ts'

/** Yes or no. */
export const yesNo = defineField(
  { schema: z.strictObject({ ...base, type: z.literal('yes-no') }), answer: z.enum(['ja', 'nej']) },
  {
    comparable: {
      operators: ['is', 'is-not'],
      of: (answer) => answer,
      possible: (value) => value === 'ja' || value === 'nej',
    },
    say: (answer, _field, { language }) => line(translate(language, `lists.yesNo.${answer}`)),
  },
)
