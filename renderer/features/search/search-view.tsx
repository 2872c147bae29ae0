import { useId } from 'react'
import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import { Filters } from './filters.tsx'
import { SearchProblems } from './problems.tsx'
import { Results } from './results.tsx'
import { SavedSearches, SaveForm } from './saved.tsx'
import { SearchField } from './search-field.tsx'
import { focusSearch, searchFor } from './state.ts'
import { type FoundSoFar, useAskWhenTyped, useFound, useHitCount } from './use-search.ts'
import '../../fields/fields.css'
import './search.css'

/** Sök in the activity bar: over all cases, notes and comments. */
export function SearchView() {
  const t = useT()
  const id = useId()
  const { client } = useWorkbench()
  useAskWhenTyped()
  const { isAsking, found, error, isSearching, isOld, onEnd } = useFound(client)
  const says = useSaysCount(found, isAsking)
  return (
    <div className="search-view">
      <div className="side-head">
        <h2 className="side-title">{t('search.title')}</h2>
        <span>
          <CommandButton command="search.previous" bare />
          <CommandButton command="search.next" bare />
          <CommandButton command="search.save" bare />
        </span>
      </div>
      <search className="search-ask" aria-label={t('search.query')}>
        <SearchField describedBy={id} />
        <Filters />
        <SearchProblems />
        <SaveForm />
      </search>
      <SavedSearches />
      {error === null ? null : (
        <p className="search-message" role="alert">
          {errorText(t, error)}
        </p>
      )}
      <p className="search-count" id={id} role="status">
        {isAsking ? (isOld || found === undefined ? (isSearching ? t('search.searching') : '') : says) : ''}
      </p>
      {found?.instead === undefined ? null : <Instead text={found.instead} />}
      {found === undefined || found.groups.length === 0 ? null : (
        <Results groups={found.groups} isOld={isOld} onEnd={onEnd} />
      )}
      {isAsking ? null : <Help />}
    </div>
  )
}

/** How many hits there are, and in how many cases once all of them have been read. */
function useSaysCount(found: FoundSoFar | undefined, isAsking: boolean): string {
  const t = useT()
  const counted = useHitCount(isAsking)
  if (found === undefined) return ''
  if (counted?.atLeast === true) return t('search.atLeast', { most: counted.count.toLocaleString('sv') })
  const read = found.groups.reduce((sum, { hits, more }) => sum + hits.length + more, 0)
  if (!found.isWhole) return counted === undefined ? '' : t('search.count', { count: counted.count })
  if (read === 0) return t('search.none')
  const cases = new Set(found.groups.map(({ caseId }) => caseId)).size
  return t('search.inCases', { what: t('search.count', { count: counted?.count ?? read }), count: cases })
}

function Instead({ text }: { text: string }) {
  const t = useT()
  return (
    <p className="search-message">
      <button
        type="button"
        className="link-button"
        onClick={() => {
          searchFor(text)
          focusSearch(text.length)
        }}
      >
        {t('search.instead', { text })}
      </button>
    </p>
  )
}

/** What can be written, while nothing is. */
function Help() {
  const t = useT()
  return (
    <div className="search-help">
      <p>{t('search.help')}</p>
      <dl>
        {(['words', 'prefix', 'phrase', 'not', 'filter'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`search.help.${what}`)}</dt>
            <dd>{t(`search.help.${what}.what`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
