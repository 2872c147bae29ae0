import { z } from 'zod'
import { cooperationActorSchema } from '../case/actors.ts'
import { type Consent, consentSchema } from '../case/consents.ts'
import { type Language, localized, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { isBlank } from './columns.ts'
import { checkDate } from './date.ts'
import { defineField } from './define.ts'
import { type Finding, finding, type RowPlace, rowPlace } from './place.ts'
import { type SaidColumn, type SaidTable, tableOf } from './said.ts'

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

/** Consents as the journal prints them: with the day of the answer, and how it was given or taken back. */
export function consentTables(language: Language, consents: readonly Consent[], title?: string): SaidTable[] {
  return tableOf(consentColumns(language), consents, title)
}

/** The columns of a consent, as the journal prints them. */
function consentColumns(language: Language): SaidColumn<Consent>[] {
  return [
    {
      heading: translate(language, 'journal.column.actor'),
      cell: ({ actor }) => translate(language, `lists.actor.${actor}`),
    },
    {
      heading: translate(language, 'journal.column.consent'),
      cell: ({ consent }) => translate(language, `lists.consent.${consent}`),
    },
    { heading: translate(language, 'journal.column.date'), cell: ({ date }) => printableLine(date ?? '') },
    {
      heading: translate(language, 'journal.column.consentWay'),
      cell: ({ how }) => (how === undefined ? '' : translate(language, `lists.consentWay.${how}`)),
    },
  ]
}

/** The insured's consent to cooperation, one actor a row. */
export const consents = defineField(
  {
    schema: z.strictObject({
      ...base,
      type: z.literal('consents'),
      /** The actors that it asks about, where the document concerns some and not all. */
      actors: z.array(cooperationActorSchema).min(1).optional(),
    }),
    answer: z.array(consentSchema),
  },
  {
    check: (answer, { label }, { stored }) =>
      answer.flatMap((consent, index) =>
        checkConsent(consent, answer.slice(0, index), label, rowPlace(label, stored, index)),
      ),
    say: (answer, _field, { language }) => ({ as: 'tables', tables: consentTables(language, answer) }),
    // One actor has one row, so that is what tells it from the others.
    rows: (answer, _field, { language }) =>
      answer.map((consent) => ({
        id: consent.actor,
        cells: consentColumns(language).map(({ heading, cell }) => ({
          heading,
          text: cell(consent),
          ownWords: false,
        })),
      })),
  },
)
