import { inLanguage, type Language, translate } from '../text/index.ts'
import { printable, printableLine } from '../text/printable.ts'
import type { Option } from './base.ts'
import type { Cause } from './define.ts'
import { isObject, type Json } from './json.ts'
import { type Find, replaced } from './own-words.ts'
import { checkText, type Finding, finding, type Place } from './place.ts'

/** What a field of one choice and a field of several have in common: options, some of which ask for own words. */

export function unknownValues(values: readonly string[], options: readonly Option[]): string[] {
  return values.filter((value) => !options.some((option) => option.value === value))
}

export function checkOwnWords(
  values: readonly string[],
  other: string | undefined,
  options: readonly Option[],
  place: Place,
): Finding[] {
  if (other?.trim()) return checkText(other, place)
  const asks = options.find((option) => option.other === true && values.includes(option.value))
  if (!asks) return []
  const params = { label: place.name(), option: asks.label }
  return [finding('falt/egna-ord', 'warning', ['rules.field.ownWords', params], place)]
}

/** What the journal says of a chosen option, with the person's own words where the option asks for them. */
export function optionText(
  language: Language,
  options: readonly Option[],
  value: string,
  other: string | undefined,
): string {
  const option = options.find((one) => one.value === value)
  if (!option) return translate(language, 'journal.unknownOption', { value: printableLine(value) })
  const label = printableLine(inLanguage(language, option.journal ?? option.label))
  const words = option.other === true ? printable(other ?? '').trim() : ''
  return words === '' ? label : translate(language, 'journal.ownWords', { option: label, words })
}

/** Own words beside a choice. */
export const otherWords = {
  of: ({ other }: { other?: string | undefined }) => (other === undefined ? [] : [{ text: other }]),
  rewrite: (stored: Json, _field: unknown, find: Find): Json =>
    isObject(stored) && typeof stored.other === 'string'
      ? { ...stored, other: replaced(stored.other, find) }
      : stored,
}

/** Options that have the same value as one before them. */
export function twiceCauses(options: readonly Option[]): Cause[] {
  return options.flatMap(({ value }, index) =>
    options.findIndex((other) => other.value === value) < index
      ? [
          {
            path: ['options', index, 'value'],
            key: 'rules.template.optionTwice',
            params: { id: value },
          },
        ]
      : [],
  )
}

/** Whether every value is an option, and own words have one that asks for them. */
export function takesAll(
  values: readonly string[],
  other: string | undefined,
  options: readonly Option[],
): boolean {
  const asks = options.some((option) => option.other === true && values.includes(option.value))
  return unknownValues(values, options).length === 0 && (asks || !other?.trim())
}
