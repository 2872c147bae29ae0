import { Autocomplete } from '@base-ui/react/autocomplete'
import { useEffect, useId, useRef, useState } from 'react'
import { setCaret } from '../../base/caret.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { type Completion, useCompletions } from './completions.ts'
import { focusSearch, searchFor, typeSearch, useSearchState } from './state.ts'

/** The field keeps the focus while something is chosen by pointer. */
const keepsFocus = {
  onMouseDown: (event: { readonly preventDefault: () => void }) => event.preventDefault(),
}

/** The list is not there: the field would say that it is always, since it stands in the page and in no popup of the library's. */
const notShown = {
  'aria-expanded': false,
  'aria-controls': undefined,
  'aria-activedescendant': undefined,
} as const

/** The search field: words and filters, with what can be completed while they are typed. */
export function SearchField({ describedBy }: { describedBy: string }) {
  const t = useT()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const text = useSearchState((state) => state.text)
  const [caret, moveCaret] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const key = useKeyLabel('search.show')
  const completions = useCompletions(text, caret)
  const isShown = isOpen && completions.length > 0
  useFieldFocus(input)
  const choose = (chosen: Completion) => {
    typeSearch(chosen.text)
    moveCaret(chosen.caret)
    focusSearch(chosen.caret)
    // A name is followed by its values at once.
    requestAnimationFrame(() => setOpen(true))
  }
  const name = t('search.query')
  return (
    <Autocomplete.Root
      mode="none"
      inline
      items={completions}
      itemToStringValue={(item: Completion) => item.text}
      open={isShown}
      // It is opened by typing alone.
      onOpenChange={(next) => next || setOpen(false)}
      value={text}
      onValueChange={(next, { reason }) => {
        if (reason === 'item-press') return
        typeSearch(next)
        moveCaret(input.current?.selectionStart ?? next.length)
        setOpen(true)
      }}
    >
      <Autocomplete.InputGroup className="search-box">
        <Icon name="search" className="search-box-icon" />
        <Autocomplete.Input
          ref={input}
          className="form-input search-input"
          aria-label={name}
          {...(isShown ? { 'aria-expanded': true, 'aria-controls': listId } : notShown)}
          aria-describedby={describedBy}
          title={key === undefined ? name : `${name} (${key})`}
          placeholder={t('search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          onSelect={() => moveCaret(input.current?.selectionStart ?? 0)}
          onBlur={() => {
            setOpen(false)
            useSearchState.setState({ isSettled: true })
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.shiftKey || event.altKey || event.ctrlKey) return
            // Also what has not come yet is to stay away. The library closes no list that stands in the page.
            if (event.key === 'Escape') setOpen(false)
            if (event.key !== 'Enter' && (event.key !== 'ArrowDown' || isShown)) return
            event.preventBaseUIHandler()
            event.preventDefault()
            const marked = isShown ? event.currentTarget.getAttribute('aria-activedescendant') : null
            const markedId = marked && document.getElementById(marked)?.dataset.completion
            const chosen = completions.find(({ id }) => id === markedId)
            if (chosen !== undefined) {
              choose(chosen)
              return
            }
            setOpen(false)
            searchFor(text)
            useSearchState.setState({ wantsHits: true })
          }}
        />
        {text === '' ? null : (
          <button
            type="button"
            className="icon-button search-clear"
            aria-label={t('search.command.clear')}
            title={t('search.command.clear')}
            onClick={() => {
              searchFor('')
              focusSearch(0)
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </Autocomplete.InputGroup>
      {isShown ? (
        <div className="field-popup search-popup" {...keepsFocus}>
          <Autocomplete.List id={listId} className="field-popup-list" aria-label={t('search.completions')}>
            {(item: Completion) => (
              <Autocomplete.Item
                key={item.id}
                data-completion={item.id}
                value={item}
                className="field-popup-item"
                onClick={() => choose(item)}
              >
                {item.label}
                {item.detail === '' ? null : <span className="field-popup-detail">{item.detail}</span>}
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </div>
      ) : null}
    </Autocomplete.Root>
  )
}

/**
 * Takes the focus when it is asked for, at once where it can: what is typed behind the key that asks for it is searched for, and
 * written nowhere else. Otherwise once what is asked for has been drawn.
 */
function useFieldFocus(input: React.RefObject<HTMLInputElement | null>): void {
  const wantsField = useSearchState((state) => state.wantsField)
  useEffect(() => {
    if (!wantsField) return undefined
    const take = () => {
      const { caret } = useSearchState.getState()
      input.current?.focus()
      if (caret === undefined) input.current?.select()
      else if (input.current !== null) setCaret(input.current, { start: caret, end: caret })
    }
    const stop = () => useSearchState.setState({ wantsField: false })
    take()
    if (document.activeElement === input.current) {
      stop()
      return undefined
    }
    const frame = requestAnimationFrame(() => {
      stop()
      take()
    })
    return () => cancelAnimationFrame(frame)
  }, [wantsField, input])
}
