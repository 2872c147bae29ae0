import type { FieldDiff, SaidDiff } from '../../../shared/history/diff.ts'
import type { RowDiff } from '../../../shared/history/rows.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { type MarkedAs, Pieces, type ShownSide } from './pieces.tsx'
import './compare.css'

export const compareLayouts = ['unified', 'sides'] as const
export type CompareLayout = (typeof compareLayouts)[number]

/** Two texts of a note, field by field: in one text, or side by side. Headings are of the level below the page's own. */
export function FieldDiffs({ fields, layout }: { fields: readonly FieldDiff[]; layout: CompareLayout }) {
  return fields.map((field) => <Field key={field.id} field={field} layout={layout} />)
}

function Field({ field, layout }: { field: FieldDiff; layout: CompareLayout }) {
  const t = useT()
  const language = useLanguage()
  const { change, said, formatting } = field
  return (
    <section
      className="diff-field"
      data-change={change}
      tabIndex={-1}
      aria-label={`${field.label[language]}, ${t(`history.change.${change}`)}`}
    >
      <h2 className="diff-label">
        {field.label[language]} <span className="diff-what">{t(`history.change.${change}`)}</span>
      </h2>
      {formatting && change === 'changed' ? (
        <p className="diff-remark">{t('history.formattingToo')}</p>
      ) : null}
      {layout === 'unified' ? (
        <SaidSide said={said} side="both" />
      ) : (
        <div className="diff-sides">
          {(['before', 'after'] as const).map((side) => (
            <div key={side} className="diff-side">
              <h3 className="diff-side-name">
                {t(side === 'before' ? 'history.compare.was' : 'history.compare.is')}
              </h3>
              <SaidSide said={said} side={side} />
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

const saysNothing = (said: SaidDiff, side: ShownSide) =>
  side !== 'both' &&
  (said.as === 'words'
    ? said.pieces.every(({ kind }) => kind === (side === 'before' ? 'added' : 'removed'))
    : rowsOn(said.rows, side).length === 0)

/** What is said on one side, or on both in one text. */
export function SaidSide({
  said,
  side,
  marks = 'change',
}: {
  said: SaidDiff
  side: ShownSide
  marks?: MarkedAs
}) {
  const t = useT()
  if (saysNothing(said, side)) return <p className="diff-empty">{t('history.compare.empty')}</p>
  if (said.as === 'words')
    return (
      <p className="diff-words">
        <Pieces pieces={said.pieces} side={side} marks={marks} />
      </p>
    )
  return (
    <ul className="diff-rows">
      {rowsOn(said.rows, side).map((row) => (
        <Row key={row.id} row={row} side={side} marks={marks} />
      ))}
    </ul>
  )
}

/** The rows that a side has, in its order. */
function rowsOn(rows: readonly RowDiff[], side: ShownSide): readonly RowDiff[] {
  if (side === 'both') return rows
  const placeOf = ({ from, to }: RowDiff) => (side === 'before' ? from : to)
  return rows
    .filter((row) => placeOf(row) !== undefined)
    .toSorted((one, other) => (placeOf(one) ?? 0) - (placeOf(other) ?? 0))
}

const rowSigns = { same: '', inserted: '+', removed: '−', changed: '±' } as const

function Row({
  row: { change, moved, cells },
  side,
  marks,
}: {
  row: RowDiff
  side: ShownSide
  marks: MarkedAs
}) {
  const t = useT()
  const words = [
    ...(change === 'same' && moved ? [] : [t(`history.row.${change}`)]),
    ...(moved ? [t('history.row.moved')] : []),
  ]
  return (
    <li className="diff-row" data-change={change}>
      {marks === 'difference' ? null : (
        <p className="diff-row-what">
          <span className="diff-sign" aria-hidden="true">
            {moved && change === 'same' ? '↕' : rowSigns[change]}
          </span>
          {words.join(', ')}
        </p>
      )}
      <dl className="diff-cells">
        {cells.map(({ heading, pieces }) => (
          <div key={heading} className="diff-cell">
            {heading === '' ? null : <dt>{heading}</dt>}
            <dd>
              <Pieces pieces={pieces} side={side} marks={marks} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
