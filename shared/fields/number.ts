import { z } from 'zod'
import { inLanguage, type TextKey } from '../text/index.ts'
import { localizedSchema } from '../text/localized.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import { finding } from './place.ts'
import { line } from './said.ts'

/** The number that a text names, with a comma or a point and spaces between thousands, or undefined. */
export function parseNumber(text: string): number | undefined {
  const compact = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(compact) ? Number(compact) : undefined
}

/** A number, kept as it was typed. */
export const number = defineField(
  {
    schema: z.strictObject({
      ...base,
      type: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
      unit: localizedSchema.optional(),
    }),
    answer: z.string(),
  },
  {
    check: (answer, { min, max }, { place }) => {
      const value = parseNumber(answer)
      if (value === undefined)
        return [finding('falt/tal', 'error', ['rules.field.number', { label: place.name() }], place)]
      const outside = (key: TextKey, limit: number) => [
        finding('falt/tal-grans', 'warning', [key, { label: place.name(), limit }], place),
      ]
      if (min !== undefined && value < min) return outside('rules.field.numberTooSmall', min)
      return max !== undefined && value > max ? outside('rules.field.numberTooLarge', max) : []
    },
    comparable: {
      operators: ['is', 'is-not', 'less', 'greater'],
      of: parseNumber,
      possible: (value) => typeof value === 'number',
    },
    say: (answer, { unit }, { language }) => {
      const after = unit === undefined ? '' : ` ${printableLine(inLanguage(language, unit))}`
      return line(`${printableLine(answer)}${after}`)
    },
    causes: ({ min, max }) =>
      min !== undefined && max !== undefined && min > max ? [{ path: [], key: 'rules.template.bounds' }] : [],
  },
)
