import { useCallback } from 'react'
import type { SearchFieldId } from '../../../shared/search/fields.ts'
import type { SearchFilter } from '../../../shared/search/query.ts'
import { newestVersions } from '../../../shared/template/template.ts'
import { inLanguage, isTextKey } from '../../../shared/text/index.ts'
import { useTemplates } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'

const keyOf = (field: SearchFieldId, value: string): string =>
  field === 'agare'
    ? `lists.owner.${value}`
    : field === 'status'
      ? `lists.status.${value}`
      : `lists.${field === 'i' ? 'searchIn' : 'searchState'}.${value}`

/** A filter's value in words: of a template its title, of the few values theirs, and else as it was written. */
export function useValueLabel(): (field: SearchFieldId, value: string) => string {
  const t = useT()
  const language = useLanguage()
  const { data: templates } = useTemplates()
  return useCallback(
    (field, value) => {
      if (field === 'mall') {
        const template = newestVersions(templates ?? []).find(({ id }) => id === value)
        return template === undefined ? value : inLanguage(language, template.title)
      }
      const key = keyOf(field, value)
      // None of these words changes with a number.
      return isTextKey(key) ? t(key, { count: 1 }) : value
    },
    [t, language, templates],
  )
}

/** A filter in words, as it stands on its chip. */
export function useFilterLabel(): (filter: SearchFilter) => string {
  const t = useT()
  const labelOf = useValueLabel()
  return useCallback(
    ({ field, value, not }) =>
      t(not ? 'search.chip.not' : 'search.chip', {
        field: t(`lists.searchField.${field}`),
        value: labelOf(field, value),
      }),
    [t, labelOf],
  )
}
