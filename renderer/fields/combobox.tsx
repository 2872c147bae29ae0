import { Autocomplete } from '@base-ui/react/autocomplete'
import { useCallback, useRef } from 'react'
import { PERFORMER_NAME_CHARS } from '../../shared/case/rows.ts'
import { cleanText } from '../../shared/note/answers.ts'
import { ariaOf, type ControlProps } from '../base/controls.tsx'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { TooLargeMessage, useTextLimit } from './text-input.tsx'

interface Suggestion {
  text: string
  detail: string
}

interface Props<T extends Suggestion> extends Omit<ControlProps<string>, 'onChange'> {
  suggestions: readonly T[]
  /** What is typed, key by key. */
  onChange: (text: string) => void
  onChoose: (suggestion: T) => void
  placeholder?: string
  /** The longest text it takes; a name's where it is not given. */
  limit?: number
  /** Enter where no suggestion is marked. */
  onEnter?: () => void
}

const contains = (text: string, query: string) => text.toLowerCase().includes(query.trim().toLowerCase())

/** A text with suggestions: anything can be typed, and what is known can be chosen. */
export function Combobox<T extends Suggestion>({
  id,
  labelId,
  value,
  onChange,
  onChoose,
  suggestions,
  placeholder,
  limit = PERFORMER_NAME_CHARS,
  onEnter,
  ...ties
}: Props<T>) {
  const t = useT()
  const [refused, fits] = useTextLimit(limit)
  const marked = useRef(false)
  // Screen readers meet two buttons round the list that close it. Base UI names them in English and takes no other words.
  const nameClosing = useCallback(() => {
    for (const button of document.querySelectorAll('[aria-label="Dismiss"]'))
      button.setAttribute('aria-label', t('fields.closeChoices'))
  }, [t])
  return (
    <Autocomplete.Root
      openOnInputClick
      items={suggestions}
      itemToStringValue={(item: T) => item.text}
      filter={(item: T, query) => contains(item.text, query) || contains(item.detail, query)}
      onItemHighlighted={(item) => {
        marked.current = item !== undefined
      }}
      value={value ?? ''}
      onValueChange={(text, { reason }) => {
        if (reason === 'item-press') {
          const chosen = suggestions.find((each) => each.text === text)
          if (chosen) onChoose(chosen)
        } else if (fits(text)) onChange(cleanText(text))
      }}
    >
      <Autocomplete.InputGroup className="field-combobox">
        <Autocomplete.Input
          id={id}
          className="form-input"
          placeholder={placeholder}
          {...ariaOf(ties)}
          onKeyDown={({ key, shiftKey }) => {
            if (key === 'Enter' && !shiftKey && !marked.current) onEnter?.()
          }}
        />
        <Autocomplete.Trigger
          className="field-combobox-trigger"
          aria-label={t('fields.showChoices')}
          tabIndex={-1}
        >
          <Icon name="chevron-down" />
        </Autocomplete.Trigger>
      </Autocomplete.InputGroup>
      <TooLargeMessage refused={refused} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="field-positioner" sideOffset={2} align="start">
          <Autocomplete.Popup ref={nameClosing} className="field-popup">
            <Autocomplete.List className="field-popup-list" aria-labelledby={labelId}>
              {(item: T) => (
                <Autocomplete.Item
                  key={`${item.text} ${item.detail}`}
                  value={item}
                  className="field-popup-item"
                >
                  {item.text}
                  {item.detail === '' ? null : <span className="field-popup-detail">{item.detail}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
