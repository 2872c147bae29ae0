import { withInstead } from '../../../shared/search/edit.ts'
import { fewWords, searchFields } from '../../../shared/search/fields.ts'
import { nearestField, parseSearch, type SearchProblem } from '../../../shared/search/parse.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
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
  const { code, text, field } = problem
  const nearest = code === 'unknownFilter' ? nearestField(text) : undefined
  const name = nearest && searchFields[nearest].name[language]
  const values = field === undefined ? '' : fewWords(field, language).join(', ')
  return (
    <li className="search-problem">
      <Icon name="warning" />
      <span>
        {t(`search.problem.${code}`, { text, values })}{' '}
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
