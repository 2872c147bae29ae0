import type { Figure, FigureCell } from '../../../shared/indicators/figure.ts'
import { type IndicatorId, indicatorOf } from '../../../shared/indicators/indicators.ts'
import {
  figureCellText,
  monthText,
  numberText,
  officeText,
  partText,
} from '../../../shared/indicators/words.ts'
import { useLanguage, useT } from '../../base/use-t.ts'

interface Row {
  readonly key: string
  readonly at: string
  readonly cell: FigureCell
}

/** The figures of an indicator in a table: of each row its value, its mean where it is of days, and of how many it is. */
function FigureTable(props: {
  indicator: IndicatorId
  caption: string
  first: string
  rows: readonly Row[]
}) {
  const t = useT()
  const language = useLanguage()
  const { indicator, caption, first, rows } = props
  const { unit } = indicatorOf(indicator)
  const value = { count: 'indicators.count', share: 'indicators.share', days: 'indicators.median' } as const
  return (
    <table className="page-table figure-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className="figure-number">
            {t(value[unit])}
          </th>
          {unit === 'days' ? (
            <th scope="col" className="figure-number">
              {t('indicators.mean')}
            </th>
          ) : null}
          {unit === 'count' ? null : (
            <th scope="col" className="figure-number">
              {t('indicators.count')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, at, cell }) => (
          <tr key={key}>
            <th scope="row">{at}</th>
            <td className="figure-number" data-hidden={!cell.shown || undefined}>
              {figureCellText(language, indicator, cell)}
            </td>
            {unit === 'days' ? (
              <td className="figure-number">
                {cell.shown && cell.mean !== undefined ? numberText(language, cell.mean) : ''}
              </td>
            ) : null}
            {unit === 'count' ? null : (
              <td className="figure-number">{cell.shown ? numberText(language, cell.count) : ''}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The months of a figure. */
export function MonthTable({ figure: { indicator, months } }: { figure: Figure }) {
  const t = useT()
  const language = useLanguage()
  const { when } = indicatorOf(indicator)
  return (
    <FigureTable
      indicator={indicator}
      caption={t(`indicators.when.${when}`)}
      first={t('indicators.month')}
      rows={months.map(({ month, cell }) => ({ key: month, at: monthText(language, month), cell }))}
    />
  )
}

/** What else a figure is divided by: offices, and how plans came. */
export function DivisionTables({ figure: { indicator, offices, parts } }: { figure: Figure }) {
  const t = useT()
  const language = useLanguage()
  return (
    <>
      {parts.map(({ part, rows }) =>
        rows.every(({ cell }) => !cell.shown) ? null : (
          <FigureTable
            key={part}
            indicator={indicator}
            caption={t(`indicators.parts.${part}`)}
            first={t('indicators.sheet.at')}
            rows={rows.map(({ value, cell }) => ({ key: value ?? '', at: partText(language, value), cell }))}
          />
        ),
      )}
      {offices.every(({ cell }) => !cell.shown) ? null : (
        <FigureTable
          indicator={indicator}
          caption={t('indicators.offices')}
          first={t('indicators.office')}
          rows={offices.map(({ office, cell }) => ({
            key: office ?? '',
            at: officeText(language, office),
            cell,
          }))}
        />
      )}
    </>
  )
}
