import { z } from 'zod'
import { type Consent, consentSchema } from '../case/consents.ts'
import { localized, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { isBlank } from './columns.ts'
import { checkDate } from './date.ts'
import { defineField } from './define.ts'
import { type Finding, finding, type RowPlace, rowPlace } from './place.ts'
import { tableOf } from './said.ts'

type Label = Parameters<typeof rowPlace>[0]

/** One consent: an answer given has a day, and an actor has one answer. `earlier` are the rows above it. */
function checkConsent(consent: Consent, earlier: readonly Consent[], label: Label, row: RowPlace): Finding[] {
  const place = row.cell('date', localized('fields.consents.date'))
  const params = { label, actor: localized(`lists.actor.${consent.actor}`) }
  const twice = earlier.some((one) => one.actor === consent.actor)
    ? [
        finding('falt/samtycke-dubbelt', 'warning', ['rules.field.consentTwice', params], place, [
          row.remove(),
        ]),
      ]
    : []
  if (consent.consent === 'ej-fragat') return twice
  if (isBlank(consent.date))
    return [...twice, finding('falt/samtycke-datum', 'warning', ['rules.field.consentDate', params], place)]
  return [...twice, ...checkDate(consent.date ?? '', place)]
}

/** The insured's consent to cooperation, one actor a row. */
export const consents = defineField(
  {
    schema: z.strictObject({ ...base, type: z.literal('consents') }),
    answer: z.array(consentSchema),
  },
  {
    check: (answer, { label }, { stored }) =>
      answer.flatMap((consent, index) =>
        checkConsent(consent, answer.slice(0, index), label, rowPlace(label, stored, index)),
      ),
    say: (answer, _field, { language }) => {
      const columns = [
        {
          heading: translate(language, 'journal.column.actor'),
          cell: (row: Consent) => translate(language, `lists.actor.${row.actor}`),
        },
        {
          heading: translate(language, 'journal.column.consent'),
          cell: (row: Consent) => translate(language, `lists.consent.${row.consent}`),
        },
        {
          heading: translate(language, 'journal.column.date'),
          cell: (row: Consent) => printableLine(row.date ?? ''),
        },
        {
          heading: translate(language, 'journal.column.consentWay'),
          cell: (row: Consent) =>
            row.how === undefined ? '' : translate(language, `lists.consentWay.${row.how}`),
        },
      ]
      return { as: 'tables', tables: tableOf(columns, answer) }
    },
  },
)
