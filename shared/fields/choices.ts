import { z } from 'zod'
import { base, type Option, optionSchema } from './base.ts'
import { defineField } from './define.ts'
import { checkOwnWords, optionText, otherWords, twiceCauses, unknownValues } from './options.ts'
import { type Finding, finding, type Place } from './place.ts'

const answer = z.strictObject({ values: z.array(z.string()), other: z.string().optional() })
type Choices = z.infer<typeof answer>

function checkUnknown({ values, other }: Choices, options: readonly Option[], place: Place): Finding[] {
  const unknown = unknownValues(values, options)
  if (unknown.length === 0) return []
  const known = {
    values: values.filter((value) => !unknown.includes(value)),
    ...(other === undefined ? {} : { other }),
  }
  return [
    finding('falt/val', 'error', ['rules.field.unknownOptions', { label: place.name() }], place, [
      place.edit(['rules.field.removeUnknownOptions'], known),
    ]),
  ]
}

/** None may stand beside one that excludes the others. */
function checkAlone({ values, other }: Choices, options: readonly Option[], place: Place): Finding[] {
  const alone = options.find((option) => option.exclusive === true && values.includes(option.value))
  if (!alone || values.every((value) => value === alone.value)) return []
  const rest = {
    values: values.filter((value) => value !== alone.value),
    ...(other === undefined ? {} : { other }),
  }
  const params = { label: place.name(), option: alone.label }
  return [
    finding('falt/val-ensamt', 'error', ['rules.field.exclusiveOption', params], place, [
      place.edit(['rules.field.keepOnly', { option: alone.label }], { values: [alone.value] }),
      place.edit(['rules.field.removeOption', { option: alone.label }], rest),
    ]),
  ]
}

/** Several choices of what the template offers, with own words where it asks for them. */
export const choices = defineField(
  {
    schema: z.strictObject({ ...base, type: z.literal('choices'), options: z.array(optionSchema).min(1) }),
    answer,
  },
  {
    options: ({ options }) => options,
    check: (chosen, { options }, { place }) => [
      ...checkUnknown(chosen, options, place),
      ...checkAlone(chosen, options, place),
      ...checkOwnWords(chosen.values, chosen.other, options, place),
    ],
    comparable: {
      operators: ['includes'],
      of: ({ values }) => values,
      possible: (value, { options }) => options.some((option) => option.value === value),
    },
    ownWords: otherWords,
    say: ({ values, other }, { options }, { language }) => ({
      as: 'items',
      items: values.map((value) => optionText(language, options, value, other)),
    }),
    causes: ({ options }) => {
      const none = { path: ['options'], key: 'rules.template.allExclusive' } as const
      return [
        ...twiceCauses(options),
        ...(options.every((option) => option.exclusive === true) ? [none] : []),
      ]
    },
  },
)
