// Draws a figure month by month with Plot, which is loaded when the first chart is shown. The page's content policy lets in no
// style that is written in the page (shared/host/serving.ts), and Plot puts one in each chart: it is taken out before the chart
// reaches the page, and what it says stands in indicators.css. Everything else is attributes, which the policy does not concern.
import type { Markish, PlotOptions } from '@observablehq/plot'
import type { Figure, FigureCell } from '../../../shared/indicators/figure.ts'
import { indicatorOf } from '../../../shared/indicators/indicators.ts'
import type { Month } from '../../../shared/indicators/months.ts'
import { numberText, shareText } from '../../../shared/indicators/words.ts'
import { type Language, translate } from '../../../shared/text/index.ts'

const WIDTH = 680
const HEIGHT = 240
/** So many months have their names, and their values, each beside its own. */
const MOST_NAMED = 12
const WIDEST_BAR = 80

interface Bar {
  readonly month: Month
  readonly value: number
  readonly mean: number | undefined
  readonly text: string
}
type Plot = typeof import('@observablehq/plot')

const shownIn = (
  months: Figure['months'],
  text: (cell: Extract<FigureCell, { shown: true }>) => string,
): Bar[] =>
  months.flatMap(({ month, cell }) =>
    cell.shown ? [{ month, value: cell.value, mean: cell.mean, text: text(cell) }] : [],
  )

/** The values as bars, each with its number: counts and shares. Of few months the bars leave room between them. */
const bars = (Plot: Plot, shown: readonly Bar[], months: number, isNamed: boolean): Markish[] => [
  Plot.barY(shown, {
    x: 'month',
    y: 'value',
    fill: 'var(--accent)',
    inset: Math.max(0, (WIDTH / months - WIDEST_BAR) / 2),
    insetTop: 0,
    insetBottom: 0,
  }),
  ...(isNamed ? [Plot.text(shown, { x: 'month', y: 'value', text: 'text', dy: -8, fill: 'var(--fg)' })] : []),
]

/** Medians and means as two lines that differ by their marks, their dashes and the word at their end. */
function lines(Plot: Plot, shown: readonly Bar[], language: Language): Markish[] {
  const last = shown.slice(-1)
  // The words stand apart even where median and mean are the same.
  const [one] = last
  const isMeanAbove = one !== undefined && (one.mean ?? 0) > one.value
  const end = { x: 'month', textAnchor: 'start', dx: 10, fill: 'var(--fg)' } as const
  return [
    Plot.lineY(shown, { x: 'month', y: 'mean', stroke: 'var(--fg-muted)', strokeDasharray: '5,4' }),
    Plot.dot(shown, {
      x: 'month',
      y: 'mean',
      symbol: 'diamond2',
      stroke: 'var(--fg-muted)',
      fill: 'var(--bg-editor)',
      r: 5,
    }),
    Plot.lineY(shown, { x: 'month', y: 'value', stroke: 'var(--accent)', strokeWidth: 2 }),
    Plot.dot(shown, { x: 'month', y: 'value', fill: 'var(--accent)', r: 4.5 }),
    Plot.text(last, {
      ...end,
      dy: isMeanAbove ? 8 : -8,
      y: 'value',
      text: () => translate(language, 'indicators.median'),
    }),
    Plot.text(last, {
      ...end,
      dy: isMeanAbove ? -8 : 8,
      y: 'mean',
      text: () => translate(language, 'indicators.mean'),
    }),
  ]
}

/** A month below the axis, with its year where that is another than at the month before it. */
function tickText(language: Language, month: Month, before: Month | undefined): string {
  const isSameYear = before?.slice(0, 4) === month.slice(0, 4)
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'short',
    ...(isSameYear ? {} : { year: '2-digit' }),
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`))
}

function optionsOf(Plot: Plot, figure: Figure, language: Language): PlotOptions {
  const { unit } = indicatorOf(figure.indicator)
  const months = figure.months.map(({ month }) => month)
  const value = (number: number) =>
    unit === 'share' ? shareText(language, number) : numberText(language, number)
  const shown = shownIn(figure.months, (cell) => value(cell.value))
  const hidden = figure.months.filter(({ cell }) => !cell.shown)
  const step = Math.ceil(months.length / MOST_NAMED)
  const ticks = months.filter((_, index) => index % step === 0)
  const isNamed = months.length <= MOST_NAMED
  return {
    className: 'figure-plot',
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 56,
    marginRight: unit === 'days' ? 72 : 8,
    marginTop: 24,
    marginBottom: 32,
    x: {
      type: unit === 'days' ? 'point' : 'band',
      domain: months,
      ticks,
      tickFormat: (month: Month, index: number) => tickText(language, month, ticks[index - 1]),
      label: null,
    },
    y: {
      ...(unit === 'share'
        ? { domain: [0, 1] }
        : shown.length === 0
          ? { domain: [0, 10] }
          : { zero: true, nice: true }),
      tickFormat: value,
      ticks: 5,
      grid: true,
      label: unit === 'days' ? translate(language, 'indicators.chart.days') : null,
      labelArrow: 'none',
    },
    marks: [
      ...(unit === 'days' ? lines(Plot, shown, language) : bars(Plot, shown, months.length, isNamed)),
      // Where nothing is shown there is a sign of it, since an empty place would read as none at all.
      Plot.text(hidden, {
        x: 'month',
        frameAnchor: 'bottom',
        dy: -4,
        text: () => '<10',
        fill: 'var(--fg-muted)',
      }),
      Plot.ruleY([0], { stroke: 'var(--fg-muted)' }),
    ],
  }
}

/** The chart of a figure, as an element that is in no page yet. What it says stands in a table as well, so `aria-hidden`. */
export async function drawChart(figure: Figure, language: Language): Promise<SVGSVGElement> {
  const Plot = await import('@observablehq/plot')
  const drawn = Plot.plot(optionsOf(Plot, figure, language))
  if (!(drawn instanceof SVGSVGElement)) throw new Error('Plot has drawn no SVG.')
  for (const style of drawn.querySelectorAll('style')) style.remove()
  drawn.setAttribute('aria-hidden', 'true')
  return drawn
}
