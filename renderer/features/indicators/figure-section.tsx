import { useEffect, useId, useRef } from 'react'
import type { Figure } from '../../../shared/indicators/figure.ts'
import { indicatorOf } from '../../../shared/indicators/indicators.ts'
import { findingText, foundText, gapText, nameOf } from '../../../shared/indicators/words.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { CommandButton } from '../../workbench/command-button.tsx'
import { Chart } from './chart.tsx'
import { DivisionTables, MonthTable } from './figure-tables.tsx'
import { useFigureState } from './state.ts'

/** An indicator: the finding as its title, the chart with a table beside it, and what it rests on, lacks and does not show. */
export function FigureSection({ figure }: { figure: Figure }) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { indicator } = figure
  const { source, ownWay, unit } = indicatorOf(indicator)
  const isWanted = useFigureState(({ wanted }) => wanted === indicator)
  useEffect(() => {
    if (!isWanted) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
    useFigureState.setState({ wanted: undefined })
  }, [isWanted])
  const ofWhat =
    indicator === 'planShare' || indicator === 'daysToMeasure' ? 'indicators.ofCases' : 'indicators.ofPlans'
  const isEmpty = figure.months.every(({ cell }) => !cell.shown)
  const gap = gapText(language, figure)
  const found = foundText(language, figure)
  return (
    <section className="figure-section" aria-labelledby={id}>
      <header className="figure-head">
        <div>
          <p className="figure-name">{nameOf(language, indicator)}</p>
          <h3 className="figure-title" id={id} ref={heading} tabIndex={-1}>
            {findingText(language, figure)}
          </h3>
          {figure.whole.shown && unit !== 'count' ? (
            <p className="figure-of">{t(ofWhat, { count: figure.whole.count })}</p>
          ) : null}
        </div>
        {isEmpty ? null : (
          <div className="figure-actions">
            <CommandButton command="indicators.svg" args={{ indicator }} text="indicators.short.svg" />
            <CommandButton command="indicators.png" args={{ indicator }} text="indicators.short.png" />
          </div>
        )}
      </header>
      {isEmpty ? (
        <p className="figure-empty">{t('indicators.hidden.why')}</p>
      ) : (
        <div className="figure-body">
          <Chart figure={figure} />
          <MonthTable figure={figure} />
        </div>
      )}
      <div className="figure-divisions">
        <DivisionTables figure={figure} />
      </div>
      <dl className="figure-facts">
        <div>
          <dt>{t('indicators.definition')}</dt>
          <dd>{t(`indicators.${indicator}.definition`)}</dd>
          {ownWay ? <dd>{t('indicators.own')}</dd> : null}
        </div>
        <div>
          <dt>{t('indicators.gaps')}</dt>
          <dd>{t(`indicators.${indicator}.gaps`)}</dd>
          {gap === undefined ? null : <dd>{gap}</dd>}
        </div>
        <div>
          <dt>{t('indicators.notShown')}</dt>
          <dd>{t(`indicators.${indicator}.notShown`)}</dd>
        </div>
        <div>
          <dt>{t('indicators.source')}</dt>
          <dd>
            <Citations reference={source} />
          </dd>
          {found === undefined ? null : <dd>{found}</dd>}
        </div>
      </dl>
    </section>
  )
}
