import { indicatorIds, indicatorOf } from '../../../shared/indicators/indicators.ts'
import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useReport } from './asked.ts'
import { FigureChoices } from './choices.tsx'
import { FigureSection } from './figure-section.tsx'
import './indicators.css'

/** How it goes, in a tab: what is chosen, and each indicator of the population. */
export function ReportEditor() {
  const t = useT()
  const { data, error, isPlaceholderData } = useReport()
  return (
    <div className="figure-page" aria-busy={isPlaceholderData || undefined}>
      <header>
        <h1 className="page-title">{t('indicators.page')}</h1>
        <p className="page-lead">{t('indicators.lead')}</p>
        <FigureChoices />
        <p className="figure-note">{t('indicators.population.why')}</p>
        <p className="figure-note">{t('indicators.hidden.twoReports')}</p>
        <div className="figure-tools">
          <CommandButton command="indicators.pdf" text="indicators.short.pdf" />
          <CommandButton command="indicators.csv" text="indicators.short.csv" />
          <CommandButton command="indicators.again" text="indicators.command.again" />
        </div>
      </header>
      {error === null ? null : <p role="alert">{errorText(t, error)}</p>}
      <p className="visually-hidden" role="status">
        {data === undefined || isPlaceholderData ? t('indicators.loading') : ''}
      </p>
      {data?.figures.every(({ whole }) => !whole.shown) === true ? (
        <p className="figure-none">{t('indicators.hidden.all')}</p>
      ) : null}
      {(['review', 'agency'] as const).map((group) => {
        const figures = indicatorIds.flatMap((id) =>
          indicatorOf(id).group === group
            ? (data?.figures.filter(({ indicator }) => indicator === id) ?? [])
            : [],
        )
        return figures.length === 0 ? null : (
          <section key={group} aria-label={t(`indicators.group.${group}`)}>
            <h2 className="figure-group">{t(`indicators.group.${group}`)}</h2>
            {figures.map((figure) => (
              <FigureSection key={figure.indicator} figure={figure} />
            ))}
          </section>
        )
      })}
    </div>
  )
}
