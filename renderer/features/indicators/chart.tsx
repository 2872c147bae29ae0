import { useEffect, useRef } from 'react'
import type { Figure } from '../../../shared/indicators/figure.ts'
import { findingText } from '../../../shared/indicators/words.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { drawChart } from './draw-chart.ts'
import { charts } from './state.ts'

/** The chart of a figure. For those who do not see it, it says that the same stands in the table beside. */
export function Chart({ figure }: { figure: Figure }) {
  const t = useT()
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isShown = true
    const { indicator } = figure
    void drawChart(figure, language).then((drawn) => {
      if (!isShown) return
      place.current?.replaceChildren(drawn)
      charts.set(indicator, drawn)
    })
    return () => {
      isShown = false
      charts.delete(indicator)
    }
  }, [figure, language])
  const title = findingText(language, figure)
  return (
    <div
      className="figure-chart"
      ref={place}
      role="img"
      aria-label={t('indicators.chart.about', { title })}
    />
  )
}
