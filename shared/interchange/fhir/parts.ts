import { cooperationActors, performerActors, personRoles } from '../../case/actors.ts'
import { consentAnswers, consentWays } from '../../case/consents.ts'
import { aktivitetColumns } from '../../fields/aktiviteter.ts'
import type { Column } from '../../fields/columns.ts'
import type { AnswerField } from '../../fields/index.ts'
import { insatsColumns } from '../../fields/insatser.ts'
import { type Localized, localized } from '../../text/index.ts'

/** A part of an answer that has several, as a question of its own. */
export interface AnswerPart {
  /** Where it stands in the answer; its link id, after that of its field. */
  path: readonly [string] | readonly [string, string]
  label: Localized
  type: 'string' | 'date' | 'boolean' | 'decimal' | 'coding'
  options?: readonly { code: string; label: Localized }[]
}

const coded = <V extends string>(codes: readonly V[], label: (code: V) => Localized) => ({
  type: 'coding' as const,
  options: codes.map((code) => ({ code, label: label(code) })),
})
const actors = (codes: readonly (typeof personRoles)[number][]) =>
  coded(codes, (code) => localized(`lists.actor.${code}`))

function partsOfColumns<Row>(
  columns: Readonly<Record<string, Column<Row>>>,
  kinds: readonly string[] | undefined,
): AnswerPart[] {
  return Object.entries(columns).flatMap(([id, column]): AnswerPart[] => {
    const label = localized(column.label)
    if (column.holds === 'performer')
      return [
        { path: [id, 'actor'], label, ...actors(performerActors) },
        { path: [id, 'name'], label: localized('interchange.part.name'), type: 'string' },
      ]
    if (column.holds !== 'choice')
      return [{ path: [id], label, type: column.holds === 'date' ? 'date' : 'string' }]
    const options = column.options.filter(({ value }) => id !== 'kind' || (kinds?.includes(value) ?? true))
    const labelled = options.map((option) => ({ code: option.value, label: localized(option.label) }))
    return [{ path: [id], label, type: 'coding', options: labelled }]
  })
}

/** The parts that an answer to the field has; none where it is one value, or the field says itself what stands in its rows. */
export function answerParts(field: AnswerField): readonly AnswerPart[] {
  switch (field.type) {
    case 'period':
      return [
        { path: ['from'], label: localized('fields.period.from'), type: 'date' },
        { path: ['to'], label: localized('fields.period.to'), type: 'date' },
        { path: ['openEnd'], label: localized('fields.period.openEnd'), type: 'boolean' },
      ]
    case 'actor':
      return [
        { path: ['actor'], label: localized('interchange.part.actor'), ...actors(personRoles) },
        { path: ['name'], label: localized('interchange.part.name'), type: 'string' },
      ]
    case 'person':
      return [
        { path: ['name'], label: localized('interchange.part.name'), type: 'string' },
        { path: ['title'], label: localized('interchange.part.title'), type: 'string' },
        { path: ['role'], label: localized('interchange.part.role'), ...actors(personRoles) },
      ]
    case 'consents':
      return [
        {
          path: ['actor'],
          label: localized('journal.column.actor'),
          ...actors(cooperationActors),
        },
        {
          path: ['consent'],
          label: localized('journal.column.consent'),
          ...coded(consentAnswers, (code) => localized(`lists.consent.${code}`)),
        },
        { path: ['date'], label: localized('journal.column.date'), type: 'date' },
        {
          path: ['how'],
          label: localized('journal.column.consentWay'),
          ...coded(consentWays, (code) => localized(`lists.consentWay.${code}`)),
        },
      ]
    case 'insatser':
      return partsOfColumns(insatsColumns, field.kinds)
    case 'aktiviteter':
      return partsOfColumns(aktivitetColumns, field.kinds)
    case 'text':
    case 'rich-text':
    case 'date':
    case 'number':
    case 'yes-no':
    case 'choice':
    case 'choices':
    case 'note-reference':
    case 'group':
      return []
  }
}

/** Types whose answer is rows. */
export const hasRows = ({ type }: AnswerField) =>
  type === 'consents' || type === 'insatser' || type === 'aktiviteter' || type === 'group'
