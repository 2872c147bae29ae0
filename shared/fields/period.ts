import { z } from 'zod'
import { parseDate, typedDateSchema } from '../case/dates.ts'
import { type Language, localized, type TextKey, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { isBlank } from './columns.ts'
import { checkBoundedDate, dateBounds, isBefore } from './date.ts'
import { defineField } from './define.ts'
import { type Finding, finding, type Place } from './place.ts'
import { line } from './said.ts'

/** From a day to a day, or until further notice; both days kept as they were typed. */
const answer = z.strictObject({
  from: typedDateSchema,
  to: typedDateSchema,
  openEnd: z.literal(true).optional(),
})
type Period = z.infer<typeof answer>

/** A period with some of its parts replaced, as it is stored: a part without a value is not there. */
function stored(period: Period, parts: Period): Record<string, string | true> {
  const { from, to, openEnd } = { ...period, ...parts }
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(openEnd === undefined ? {} : { openEnd }),
  }
}

/** The place of one of its days. */
function dayPlace(place: Place, period: Period, part: 'from' | 'to'): Place {
  const label = localized(`fields.period.${part}`)
  return {
    ...place,
    name: () => localized('rules.period.part', { part: label, label: place.name() }),
    edit: (title, value) =>
      place.edit(title, stored(period, { [part]: typeof value === 'string' ? value : undefined })),
  }
}

/** What a period lacks, or has too much of. */
function checkEnds(period: Period, place: Place): Finding[] {
  const { from, to, openEnd } = period
  const problem = (severity: Finding['severity'], key: TextKey, fixes: Finding['fixes'] = []) =>
    finding('falt/period', severity, [key, { label: place.name() }], place, fixes)
  const found: Finding[] = []
  if (isBlank(from)) found.push(problem('warning', 'rules.period.noBeginning'))
  if (isBlank(to) && openEnd === undefined) found.push(problem('warning', 'rules.period.noEnd'))
  if (!isBlank(to) && openEnd === true)
    found.push(
      problem('error', 'rules.period.twoEnds', [
        place.edit(['rules.period.removeEnd'], stored(period, { to: undefined })),
        place.edit(['rules.period.removeOpenEnd'], stored(period, { openEnd: undefined })),
      ]),
    )
  if (isBefore(to, from)) found.push(problem('error', 'rules.period.order'))
  return found
}

function periodText(language: Language, { from, to, openEnd }: Period): string {
  const days = { from: printableLine(from ?? ''), to: printableLine(to ?? '') }
  const parts: [shown: boolean, key: TextKey][] = [
    [days.from !== '' && days.to !== '', 'journal.period.between'],
    [days.from !== '' && days.to === '', 'journal.period.from'],
    [days.from === '' && days.to !== '', 'journal.period.to'],
    [openEnd === true, 'journal.period.open'],
  ]
  return parts.flatMap(([shown, key]) => (shown ? [translate(language, key, days)] : [])).join(', ')
}

/** A period: from one day to another that is not before it, or until further notice. Bounds hold for both days. */
export const period = defineField(
  { schema: z.strictObject({ ...base, type: z.literal('period'), ...dateBounds }), answer },
  {
    check: (given, bounds, { place, scope }) => [
      ...checkBoundedDate(given.from ?? '', bounds, dayPlace(place, given, 'from'), scope),
      ...checkBoundedDate(given.to ?? '', bounds, dayPlace(place, given, 'to'), scope),
      ...checkEnds(given, place),
    ],
    // A condition asks when it begins.
    comparable: {
      operators: ['less', 'greater'],
      of: ({ from }) => parseDate(from?.trim() ?? ''),
      possible: (value) => typeof value === 'string' && parseDate(value) !== undefined,
    },
    say: (given, _field, { language }) => line(periodText(language, given)),
  },
)
