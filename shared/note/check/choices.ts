import type { Option } from '../../template/field.ts'
import type { Answer } from '../answers.ts'
import type { Marker } from '../marker.ts'
import { marker } from './marker.ts'
import type { Place } from './place.ts'
import { checkLength } from './texts.ts'

function unknownValues(values: readonly string[], options: readonly Option[]): string[] {
  return values.filter((value) => !options.some((option) => option.value === value))
}

function checkOwnWords(
  values: readonly string[],
  other: string | undefined,
  options: readonly Option[],
  place: Place,
): Marker[] {
  if (other?.trim()) return checkLength(other, place)
  const asks = options.find((option) => option.other === true && values.includes(option.value))
  if (!asks) return []
  const params = { label: place.name(), option: asks.label }
  return [marker('falt/egna-ord', 'warning', ['rules.falt.egna-ord', params], place.where)]
}

/** A choice of what the template offers, with own words where it asks for them. */
export function checkChoice(
  { value, other }: Answer<'choice'>,
  options: readonly Option[],
  place: Place,
): Marker[] {
  if (unknownValues([value], options).length > 0)
    return [marker('falt/val', 'error', ['rules.falt.val', { label: place.name() }], place.where)]
  return checkOwnWords([value], other, options, place)
}

/** The same for several, none of which may stand beside one that excludes the others. */
export function checkChoices(
  { values, other }: Answer<'choices'>,
  options: readonly Option[],
  place: Place,
): Marker[] {
  const own = other === undefined ? {} : { other }
  const unknown = unknownValues(values, options)
  const invalid =
    unknown.length === 0
      ? []
      : [
          marker('falt/val', 'error', ['rules.falt.val-flera', { label: place.name() }], place.where, {
            fixes: [
              place.edit(['rules.falt.ta-bort-okanda-val'], {
                values: values.filter((value) => !unknown.includes(value)),
                ...own,
              }),
            ],
          }),
        ]
  const alone = options.find((option) => option.exclusive === true && values.includes(option.value))
  const together = alone && values.some((value) => value !== alone.value)
  const exclusive = !together
    ? []
    : [
        marker(
          'falt/val-ensamt',
          'error',
          ['rules.falt.val-ensamt', { label: place.name(), option: alone.label }],
          place.where,
          {
            fixes: [
              place.edit(['rules.falt.behall-bara', { option: alone.label }], { values: [alone.value] }),
              place.edit(['rules.falt.ta-bort-val', { option: alone.label }], {
                values: values.filter((value) => value !== alone.value),
                ...own,
              }),
            ],
          },
        ),
      ]
  return [...invalid, ...exclusive, ...checkOwnWords(values, other, options, place)]
}
