import { z } from 'zod'
import { base, optionSchema } from './base.ts'
import { defineField } from './define.ts'
import { checkOwnWords, optionText, otherWords, takesAll, twiceCauses, unknownValues } from './options.ts'
import { finding } from './place.ts'
import { line } from './said.ts'

/** One choice of what the template offers, with own words where it asks for them. */
export const choice = defineField(
  {
    schema: z.strictObject({ ...base, type: z.literal('choice'), options: z.array(optionSchema).min(1) }),
    answer: z.strictObject({ value: z.string(), other: z.string().optional() }),
  },
  {
    options: ({ options }) => options,
    check: ({ value, other }, { options }, { place }) =>
      unknownValues([value], options).length > 0
        ? [finding('falt/val', 'error', ['rules.field.unknownOption', { label: place.name() }], place)]
        : checkOwnWords([value], other, options, place),
    comparable: {
      operators: ['is', 'is-not'],
      of: ({ value }) => value,
      possible: (value, { options }) => options.some((option) => option.value === value),
    },
    ownWords: otherWords,
    take: ({ value, other }, { options }, stored) =>
      takesAll([value], other, options) ? { taken: stored } : { left: stored },
    say: ({ value, other }, { options }, { language }) => line(optionText(language, options, value, other)),
    causes: ({ options }) => {
      const index = options.findIndex((option) => option.exclusive === true)
      const needless = {
        path: ['options', index, 'exclusive'],
        key: 'rules.template.exclusiveInChoice',
      } as const
      return [...twiceCauses(options), ...(index < 0 ? [] : [needless])]
    },
  },
)
