import { type KeyboardEvent, useRef } from 'react'
import { indicatorIds, indicatorOf } from '../../../shared/indicators/indicators.ts'
import { figureCellText, nameOf } from '../../../shared/indicators/words.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { useReport } from './asked.ts'
import './indicators.css'

/** Uppföljning in the activity bar: each indicator with its figure. One stop for Tab, arrows go through it. */
export function IndicatorsView() {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  const active = useActiveEditor()
  const { data } = useReport()
  const root = useRef<HTMLElement>(null)
  const move = (event: KeyboardEvent) => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('.figure-link') ?? [])]
    const at = rows.findIndex((row) => row.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus()
  }
  const figures = data?.figures ?? []
  return (
    <>
      <div className="side-head">
        <h2 className="side-title">{t('indicators.title')}</h2>
      </div>
      <nav className="figure-links" ref={root} aria-label={t('indicators.title')} onKeyDown={move}>
        <button
          type="button"
          className="figure-link"
          aria-current={active?.type === 'indicators' ? 'page' : undefined}
          onClick={() => runCommand('indicators.open')}
        >
          <Icon name="graph-line" />
          <span className="figure-link-name">{t('indicators.command.open')}</span>
        </button>
        {(['review', 'agency'] as const).map((group) => {
          const own = indicatorIds.filter((id) => indicatorOf(id).group === group)
          const there = figures.filter(({ indicator }) => own.includes(indicator))
          return there.length === 0 ? null : (
            <div key={group}>
              <h3 className="figure-link-heading">{t(`indicators.group.${group}`)}</h3>
              <ul>
                {there.map(({ indicator, whole }) => (
                  <li key={indicator}>
                    <button
                      type="button"
                      className="figure-link"
                      tabIndex={-1}
                      onClick={() => runCommand('indicators.open', { indicator })}
                    >
                      <span className="figure-link-name">{nameOf(language, indicator)}</span>
                      <span className="count">
                        {whole.shown ? figureCellText(language, indicator, whole) : '<10'}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
        <div>
          <h3 className="figure-link-heading">{t('indicators.survey.title')}</h3>
          <button
            type="button"
            className="figure-link"
            tabIndex={-1}
            aria-current={active?.type === 'interviews' ? 'page' : undefined}
            onClick={() => runCommand('indicators.survey')}
          >
            <Icon name="comment-discussion" />
            <span className="figure-link-name">{t('indicators.command.survey')}</span>
          </button>
        </div>
      </nav>
    </>
  )
}
