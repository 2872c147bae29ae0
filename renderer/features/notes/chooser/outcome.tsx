import { useId } from 'react'
import { toneOf } from '../../../../shared/case/kinds.ts'
import type { Instead, WayEnd } from '../../../../shared/guide/way.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import type { BarredTemplate } from '../../../note-model/written-by.ts'
import type { Choice } from './choice.ts'

interface Props {
  end: WayEnd
  instead: readonly Instead[]
  goTo: (template: Template) => void
  choice: Choice
  barred: BarredTemplate
}

/** Where the answers led: the template, why, and what to take instead where an answer was wrong. */
export function Outcome({ end: { template, why }, instead, goTo, choice, barred }: Props) {
  const id = useId()
  const t = useT()
  const language = useLanguage()
  return (
    <>
      <div className="chooser-outcome" data-tone={toneOf(template.kind, template.owner)}>
        <OwnerBadge owner={template.owner} kind={template.kind} />
        <h2 className="chooser-outcome-title">{template.title[language]}</h2>
        <p>{template.summary[language]}</p>
        <p>
          {why === undefined ? (
            <>
              <strong>{t('notes.chooser.when')}:</strong> {template.whenToUse[language]}
            </>
          ) : (
            <>
              <strong>{t('notes.chooser.because')}</strong> {why[language]}
            </>
          )}
        </p>
        {choice.preview?.(template)}
        <button
          type="button"
          className="button button-primary"
          ref={(element) => element?.focus()}
          disabled={choice.busy}
          onClick={() => void choice.run(template)}
        >
          <Icon name="add" />
          {t(choice.button, { template: template.title })}
        </button>
      </div>
      {template.whenNotToUse === undefined && instead.length === 0 ? null : (
        <section className="chooser-instead" aria-label={t('notes.chooser.instead')}>
          <h3 className="chooser-instead-title">{t('notes.chooser.instead')}</h3>
          {instead.length > 0 || template.whenNotToUse === undefined ? null : (
            <p>{template.whenNotToUse[language]}</p>
          )}
          <ul className="chooser-instead-list">
            {instead.map(({ when, template: other }) => {
              const whyNot = barred(other)
              return (
                <li key={other.id}>
                  {when[language]}{' '}
                  <button
                    type="button"
                    className="link-button"
                    aria-disabled={whyNot !== undefined}
                    aria-describedby={whyNot === undefined ? undefined : `${id}-${other.id}`}
                    onClick={() => goTo(other)}
                  >
                    {t('notes.chooser.take', { template: other.title })}
                  </button>{' '}
                  {whyNot === undefined ? null : <span id={`${id}-${other.id}`}>{whyNot}</span>}
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </>
  )
}
