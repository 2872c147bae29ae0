import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { TextField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { focusAt } from '../../base/list-keys.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { KeptSearch } from './found.ts'
import { searchFor, useSearchState } from './state.ts'
import '../../base/side-list.css'

/** Keeps a search, or takes one away, and reads the list again. False where the core refused, which is told of. */
function useSaved() {
  const t = useT()
  const api = useApi()
  const queryClient = useQueryClient()
  const { client, notify } = useWorkbench()
  const change = async (call: () => Promise<unknown>): Promise<boolean> => {
    try {
      await call()
      await queryClient.invalidateQueries({ queryKey: api.search.saved.key() })
      return true
    } catch (error) {
      notify(errorText(t, error), 'error')
      return false
    }
  }
  return {
    save: (search: KeptSearch) => change(() => client.search.saved.save(search)),
    remove: ({ name }: KeptSearch) => change(() => client.search.saved.remove({ name })),
  }
}

/** Sparade sökningar: run by a press. Folded away while something is searched for. */
export function SavedSearches() {
  const t = useT()
  const { notify } = useWorkbench()
  const { data } = useQuery(useApi().search.saved.list.queryOptions())
  const { save, remove } = useSaved()
  const isEmpty = useSearchState((state) => state.asked === '')
  const searches = data ?? []
  const root = useRef<HTMLDetailsElement>(null)
  const takeAway = async (search: KeptSearch, at: number) => {
    if (!(await remove(search))) return
    focusAt(root.current, searches.length === 1 ? 'summary' : '.icon-button', at)
    notify(t('search.saved.removed', { name: search.name }), 'info', [
      { title: t('search.saved.undo'), run: () => void save(search) },
    ])
  }
  return (
    <details className="search-saved" ref={root} key={String(isEmpty)} open={isEmpty}>
      <summary className="side-heading">
        <Icon name="chevron-right" className="search-saved-mark" />
        {t('search.saved')} <span className="count">{searches.length}</span>
      </summary>
      {searches.length === 0 ? <p className="search-saved-none">{t('search.saved.none')}</p> : null}
      <ul>
        {searches.map((search, at) => (
          <li key={search.name} className="search-saved-row">
            <button
              type="button"
              className="side-link"
              title={search.text}
              onClick={() => {
                searchFor(search.text)
                useSearchState.setState({ wantsHits: true })
              }}
            >
              <Icon name="bookmark" />
              <span className="side-link-name">{search.name}</span>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('search.saved.remove', { name: search.name })}
              title={t('search.saved.remove', { name: search.name })}
              onClick={() => void takeAway(search, at)}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The name that a search is kept by. */
export function SaveForm() {
  const t = useT()
  const naming = useSearchState((state) => state.naming)
  return naming ? <NameForm key={t('search.saved.name')} /> : null
}

const close = () => useSearchState.setState({ naming: false, wantsField: true, caret: undefined })

function NameForm() {
  const t = useT()
  const { notify } = useWorkbench()
  const { save } = useSaved()
  const text = useSearchState((state) => state.text)
  const [name, setName] = useState(text.slice(0, NAME_CHARS))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || !(await save({ name: name.trim(), text: text.trim() }))) return
    notify(t('search.saved.done', { name: name.trim() }), 'success')
    close()
  }
  return (
    <form
      className="form search-name"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <TextField
        label={t('search.saved.name')}
        name="search-name"
        value={name}
        inputRef={selectAll}
        onChange={(next) => setName(next.slice(0, NAME_CHARS))}
      />
      <div className="form-actions">
        <button type="submit" className="button button-primary">
          {t('search.saved.save')}
        </button>
        <button type="button" className="button" onClick={close}>
          {t('search.saved.cancel')}
        </button>
      </div>
    </form>
  )
}

/** As the core has it. */
const NAME_CHARS = 100

function selectAll(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}
