import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  completeSearch,
  fieldsBeginning,
  searchCompletions,
  valuesBeginning,
} from '../../../shared/search/completions.ts'
import { type SearchFieldId, searchFieldOf, searchFields, valueWord } from '../../../shared/search/fields.ts'
import { printValue } from '../../../shared/search/print.ts'
import { useApi } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useValueLabel } from './labels.ts'

/** Something that can be chosen while a filter is typed, and the whole text once it is. */
export interface Completion {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly text: string
  readonly caret: number
}

/** A name of a filter is offered from so many letters on: fewer begin any word. Own choice. */
const FIELD_LETTERS = 2

/** What can be chosen at the caret; empty where nothing is. */
export function useCompletions(text: string, caret: number): readonly Completion[] {
  const t = useT()
  const language = useLanguage()
  const labelOf = useValueLabel()
  const completing = searchCompletions(text, caret)
  const field = completing?.kind === 'value' ? completing.field : undefined
  const prefix = completing?.prefix ?? ''
  const few = field === undefined ? undefined : valuesBeginning(field, prefix, language)
  const asks = field !== undefined && searchFieldOf(field).kind === 'open'
  const { data } = useQuery(
    useApi().search.complete.queryOptions({
      input: { field: field ?? 'mall', prefix },
      enabled: asks,
      placeholderData: keepPreviousData,
    }),
  )
  if (completing === undefined) return []
  const make = (id: string, written: string, words: Pick<Completion, 'label' | 'detail'>): Completion => ({
    id,
    ...words,
    ...completeSearch(text, completing, written),
  })
  if (field === undefined)
    return prefix.length < FIELD_LETTERS
      ? []
      : fieldsBeginning(prefix, language).map((id: SearchFieldId) =>
          make(id, searchFields[id].name[language], {
            label: `${searchFields[id].name[language]}:`,
            detail: t(`lists.searchField.${id}`),
          }),
        )
  if (few !== undefined)
    return few.map((value) =>
      make(value, printValue(valueWord(field, value, language)), {
        label: labelOf(field, value),
        detail: valueWord(field, value, language),
      }),
    )
  return (asks ? (data?.values ?? []) : []).map(({ value, label, count }) =>
    make(value, printValue(value), {
      label: field === 'mall' ? labelOf(field, value, label) : label,
      detail: count === undefined ? '' : String(count),
    }),
  )
}
