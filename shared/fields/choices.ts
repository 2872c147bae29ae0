import { z } from 'zod'
import { base, type Option, optionSchema } from './base.ts'
import { defineField, type Taken } from './define.ts'
import type { Json } from './json.ts'
import { checkOwnWords, optionText, otherWords, takesAll, twiceCauses, unknownValues } from './options.ts'
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

/** The values that are options, and the rest; own words stay with the option that asks for them. */
function take({ values, other }: Choices, options: readonly Option[]): Taken {
  const part = (chosen: readonly string[], words: string | undefined): Json => ({
    values: [...chosen],
    ...(words === undefined ? {} : { other: words }),
  })
  const left = unknownValues(values, options)
  const known = values.filter((value) => !left.includes(value))
  const wordsToo = takesAll(known, other, options)
  if (left.length === 0 && wordsToo) return { taken: part(values, other) }
  const rest = { left: part(left, wordsToo ? undefined : other) }
  return known.length === 0 ? rest : { ...rest, taken: part(known, wordsToo ? other : undefined) }
}

/** The values of both; undefined where both have own words, for which there is one place. */
function join(stored: Json, part: Json): Json | undefined {
  const one = answer.safeParse(stored).data
  const other = answer.safeParse(part).data
  if (!one || !other || (one.other?.trim() && other.other?.trim())) return undefined
  const words = one.other?.trim() ? one.other : (other.other ?? one.other)
  const values = [...new Set([...one.values, ...other.values])]
  return words === undefined ? { values } : { values, other: words }
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
    take: (chosen, { options }) => take(chosen, options),
    join,
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
