import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react'
import { toneOf } from '../../../../shared/case/kinds.ts'
import type { Way } from '../../../../shared/guide/way.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import type { BarredTemplate } from '../../../note-model/written-by.ts'
import { findTemplates } from './find-templates.ts'

interface Props {
  way: Way
  take: (template: Template) => void
  /** Which templates are not to be taken, and why. */
  barred: BarredTemplate
  busy: boolean
  input: Ref<HTMLInputElement>
}

/**
 * Every template, found by what it or its occasion is called; Enter takes the first, and the arrows go down the list. Those
 * that other roles write in stand last, with who does. When to use the one that the focus or the pointer is at is told below, where all of it has its room from the beginning.
 */
export function TemplateFinder({ way, take, barred, busy, input }: Props) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState<Template['id']>()
  const list = useRef<HTMLUListElement>(null)
  const isBarred = (template: Template) => barred(template) !== undefined
  const found = findTemplates(way, query).toSorted((a, b) => Number(isBarred(a)) - Number(isBarred(b)))
  const [first] = found
  const shown = query === '' ? at : (found.find((template) => template.id === at) ?? first)?.id

  const choose = (template: Template) => {
    if (!isBarred(template)) take(template)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onInput = event.target instanceof HTMLInputElement
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') stepFocus(list.current, event)
    else if (event.key === 'Enter' && onInput && query !== '' && first) choose(first)
    else return
    event.preventDefault()
  }
  return (
    <section className="chooser-finder" aria-labelledby={`${id}-all`} onKeyDown={onKeyDown}>
      <h2 className="chooser-subtitle" id={`${id}-all`}>
        {t('notes.chooser.all')}
      </h2>
      <input
        ref={input}
        className="form-input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('notes.chooser.find')}
        placeholder={t('notes.chooser.find.example')}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <p className="visually-hidden" role="status">
        {query === '' ? '' : t('notes.chooser.found', { count: found.length })}
      </p>
      {found.length === 0 ? <p className="chooser-none">{t('notes.chooser.none')}</p> : null}
      <ul className="chooser-templates" ref={list}>
        {found.map((template) => (
          <li key={template.id} data-tone={toneOf(template.kind, template.owner)}>
            <button
              type="button"
              className="chooser-template-button"
              data-template-button={template.id}
              data-shown={(query !== '' && template.id === shown) || undefined}
              disabled={busy}
              aria-disabled={isBarred(template)}
              aria-describedby={`${id}-${template.id}-barred ${id}-${template.id}`}
              onFocus={() => setAt(template.id)}
              onPointerEnter={() => setAt(template.id)}
              onClick={() => choose(template)}
            >
              <span className="chooser-template-title">{template.title[language]}</span>
              <OwnerBadge owner={template.owner} kind={template.kind} />
            </button>
            {isBarred(template) ? (
              <p className="chooser-barred" id={`${id}-${template.id}-barred`}>
                <Icon name="lock-small" />
                {barred(template)}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="chooser-uses">
        <p className="chooser-use" data-shown={shown === undefined || undefined}>
          {t('notes.chooser.use')}
        </p>
        {way.templates.map((template) => (
          <TemplateUse
            key={template.id}
            id={`${id}-${template.id}`}
            template={template}
            shown={shown === template.id}
          />
        ))}
      </div>
    </section>
  )
}

/** From the field down the list, and from its first line up to the field again. */
function stepFocus(list: HTMLUListElement | null, { key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  const lines = [
    ...currentTarget.querySelectorAll<HTMLElement>('input'),
    ...(list?.querySelectorAll<HTMLElement>('button') ?? []),
  ]
  const here = lines.findIndex((line) => line.matches(':focus'))
  lines[Math.max(0, Math.min(here + (key === 'ArrowDown' ? 1 : -1), lines.length - 1))]?.focus()
}

function TemplateUse({ id, template, shown }: { id: string; template: Template; shown: boolean }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className="chooser-use" id={id} data-shown={shown || undefined}>
      <p>
        <strong>{t('notes.chooser.when')}</strong> {template.whenToUse[language]}
      </p>
      {template.whenNotToUse === undefined ? null : (
        <p>
          <strong>{t('notes.chooser.whenNot')}</strong> {template.whenNotToUse[language]}
        </p>
      )}
    </div>
  )
}
