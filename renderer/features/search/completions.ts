import { useQuery } from '@tanstack/react-query'
import {
  completeSearch,
  fieldsBeginning,
  searchCompletions,
  valuesBeginning,
} from '../../../shared/search/completions.ts'
import { type SearchFieldId, searchFieldOf, searchFields, valueWord } from '../../../shared/search/fields.ts'
import { printValue } from '../../../shared/search/print.ts'
import { type Client, useApi } from '../../api/use-client.ts'
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
/** Names of employers and people that were offered a while ago are not kept: they are case data. */
const KEPT_MS = 10_000

type Offered = Awaited<ReturnType<Client['search']['complete']>>['values'][number]

/** What can be chosen at the caret; empty where nothing is, or all of it is written already. */
export function useCompletions(text: string, caret: number): readonly Completion[] {
  const all = useChoices(text, caret)
  return all.length === 1 && all[0]?.text.trimEnd() === text.trimEnd() ? [] : all
}

/** The names of filters, or the values of one, with how many hits each of them has. */
function useChoices(text: string, caret: number): readonly Completion[] {
  const t = useT()
  const language = useLanguage()
  const labelOf = useValueLabel()
  const completing = searchCompletions(text, caret)
  const field = completing?.kind === 'value' ? completing.field : undefined
  const prefix = completing?.prefix ?? ''
  // The few values are known here and shown at once; only their numbers come from the core, and the same for every beginning.
  const few = field === undefined ? undefined : valuesBeginning(field, prefix, language)
  const { data } = useQuery(
    useApi().search.complete.queryOptions({
      input: { field: field ?? 'mall', prefix: few === undefined ? prefix : '' },
      enabled: field !== undefined && searchFieldOf(field).kind !== 'date',
      placeholderData: (before) => (before?.field === field ? before : undefined),
      gcTime: KEPT_MS,
    }),
  )
  if (completing === undefined) return []
  const make = (id: string, written: string, words: Pick<Completion, 'label' | 'detail'>): Completion => ({
    id,
    ...words,
    ...completeSearch(text, completing, written),
  })
  if (field === undefined) {
    const begun = prefix.length < FIELD_LETTERS ? [] : fieldsBeginning(prefix, language)
    return begun.map((id: SearchFieldId) =>
      make(id, searchFields[id].name[language], {
        label: `${searchFields[id].name[language]}:`,
        detail: t(`lists.searchField.${id}`),
      }),
    )
  }
  const offered = data?.values ?? []
  const hitsInWords = ({ count, atLeast }: Offered) =>
    atLeast ? t('search.over', { most: count.toLocaleString('sv') }) : t('search.count', { count })
  const hitsOf = (sought: string) => {
    const found = offered.find(({ value }) => value === sought)
    return found === undefined ? '' : hitsInWords(found)
  }
  return (few ?? offered.map(({ value }) => value)).map((value) =>
    make(value, printValue(valueWord(field, value, language)), {
      label: labelOf(field, value),
      detail: hitsOf(value),
    }),
  )
}
