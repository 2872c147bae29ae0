import { Menu } from '@base-ui/react/menu'
import { useRef } from 'react'
import { withChoice, withoutFilter } from '../../../shared/search/edit.ts'
import { searchFieldIds, searchFields } from '../../../shared/search/fields.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import { Segments } from '../../base/controls.tsx'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useFilterLabel } from './labels.ts'
import { focusSearch, searchFor, useSearchState } from './state.ts'
import '../../base/dialog.css'

/** The filters of the search as chips, the way to more of them, and how it is read. All of it stands in the text as well. */
export function Filters() {
  const t = useT()
  const language = useLanguage()
  const text = useSearchState((state) => state.text)
  const labelOf = useFilterLabel()
  const { query } = parseSearch(text)
  return (
    <div className="search-filters">
      <div className="search-chips">
        {query.filters.length === 0 ? null : (
          <ul className="search-chip-list" aria-label={t('search.filters')}>
            {query.filters.map((filter, index) => {
              const label = labelOf(filter)
              return (
                // The same filter may stand twice, and is then taken away one at a time.
                // biome-ignore lint/suspicious/noArrayIndexKey: a filter has no other name than its place in the text
                <li key={`${label} ${index}`} className="search-chip">
                  <span>{label}</span>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={t('search.chip.remove', { filter: label })}
                    title={t('search.chip.remove', { filter: label })}
                    onClick={() => {
                      const rest = withoutFilter(text, index)
                      searchFor(rest)
                      focusSearch(rest.length)
                    }}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              )
            })}
          </ul>
        )}
        <AddFilter />
      </div>
      <div className="search-choices">
        <Segments
          label={t('search.order')}
          value={query.order}
          options={(['newest', 'relevance'] as const).map((order) => ({
            value: order,
            label: t(`search.order.${order}`),
          }))}
          onChange={(order) => searchFor(withChoice(text, 'order', order === 'newest', language))}
        />
        <label className="form-choice">
          <input
            type="checkbox"
            checked={query.forgiving}
            onChange={(event) => searchFor(withChoice(text, 'forgiving', !event.target.checked, language))}
          />
          <span>{t('search.forgiving')}</span>
        </label>
      </div>
    </div>
  )
}

/** Each filter, which is put in the text to be completed there. */
function AddFilter() {
  const t = useT()
  const language = useLanguage()
  // In the side bar, so that the menu belongs to a part of the window.
  const container = useRef<HTMLDivElement>(null)
  // What is chosen takes the focus to the text; the button has it again where nothing is.
  const isChosen = useRef(false)
  const add = (name: string) => {
    isChosen.current = true
    const { text } = useSearchState.getState()
    const next = `${text.trimEnd()} ${name}:`.trimStart()
    useSearchState.setState({ text: next, isSettled: false })
    focusSearch(next.length)
  }
  return (
    <div ref={container}>
      <Menu.Root
        onOpenChange={(open) => {
          if (open) isChosen.current = false
        }}
      >
        <Menu.Trigger className="button-fix search-add">
          <Icon name="add" />
          {t('search.filters.add')}
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner className="menu-positioner" sideOffset={4} align="start" positionMethod="fixed">
            <Menu.Popup className="menu-popup" finalFocus={() => !isChosen.current}>
              {searchFieldIds.map((id) => (
                <Menu.Item
                  key={id}
                  className="menu-item"
                  onClick={() => add(searchFields[id].name[language])}
                >
                  {t(`lists.searchField.${id}`)}
                  <span className="menu-key">{searchFields[id].name[language]}:</span>
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}
