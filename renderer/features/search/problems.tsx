import { withInstead } from '../../../shared/search/edit.ts'
import {
  isSearchChoice,
  type SearchFieldId,
  searchFieldOf,
  searchFields,
} from '../../../shared/search/fields.ts'
import { nearestField, parseSearch, type SearchProblem } from '../../../shared/search/parse.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useValueLabel } from './labels.ts'
import { focusSearch, searchFor, useSearchState } from './state.ts'

/** What is not told of while it is still being written. */
const whileWriting = new Set<SearchProblem['code']>([
  'noValue',
  'unclosed',
  'unknownValue',
  'unknownFilter',
  'notDate',
])

/** The problems to tell of: not what stands at the end of a text that somebody is writing. */
export function toldProblems(text: string, isSettled: boolean): readonly SearchProblem[] {
  return parseSearch(text).problems.filter(
    ({ code, to }) => isSettled || to < text.length || !whileWriting.has(code),
  )
}

/** What of the search was not understood, and what to do about it. */
export function SearchProblems() {
  const text = useSearchState((state) => state.text)
  const isSettled = useSearchState((state) => state.isSettled)
  return (
    <ul className="search-problems" aria-live="polite">
      {toldProblems(text, isSettled).map((problem) => (
        <Problem key={`${problem.code} ${problem.from}`} problem={problem} />
      ))}
    </ul>
  )
}

function Problem({ problem }: { problem: SearchProblem }) {
  const t = useT()
  const language = useLanguage()
  const values = useFewValues()
  const { code, text, field } = problem
  const nearest = code === 'unknownFilter' ? nearestField(text) : undefined
  const name = nearest && searchFields[nearest].name[language]
  const few = field === undefined || isSearchChoice(field) ? '' : values(field)
  return (
    <li className="search-problem">
      <Icon name="warning" />
      <span>
        {t(`search.problem.${code}`, { text, values: few })}{' '}
        {name === undefined ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              const { text: whole } = useSearchState.getState()
              const mended = withInstead(whole, problem, text.replace(/^(-?)[^:]*:/u, `$1${name}:`))
              searchFor(mended)
              focusSearch(mended.length)
            }}
          >
            {t('search.problem.unknownFilter.instead', { name })}
          </button>
        )}
      </span>
    </li>
  )
}

/** The few values of a filter, in words. */
function useFewValues(): (field: SearchFieldId) => string {
  const labelOf = useValueLabel()
  return (field) => {
    const entry = searchFieldOf(field)
    return entry.kind === 'choice'
      ? Object.keys(entry.values)
          .map((value) => labelOf(field, value).toLowerCase())
          .join(', ')
      : ''
  }
}
