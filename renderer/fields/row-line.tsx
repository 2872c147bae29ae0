import { memo } from 'react'
import type { RowId } from '../../shared/case/ids.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { messageText } from '../../shared/text/index.ts'
import { Icon } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { RowComments } from '../note-model/comments.tsx'
import { severityIcons } from '../note-model/marker-parts.tsx'

/** What a line says. */
export interface LineText {
  /** The first names the row. */
  cells: readonly { column: string; label: string; text: string }[]
  /** What must not be overlooked though it has no cell: why an insats is missing. */
  aside: string | undefined
}

interface Props {
  id: RowId
  index: number
  /** The same object as long as it says the same. */
  text: LineText
  /** What stands for the name where nothing is written yet. */
  unnamed: string
  /** The note that the row was taken over from, in words. */
  taken: string | undefined
  chosen: boolean
  /** The cell that Tab comes to, where it is in this row. */
  tabStop: number | undefined
  markers: readonly Marker[]
}

/** Information is no problem. */
const gravest = (markers: readonly Marker[]) =>
  (['error', 'warning'] as const).find((severity) => markers.some((marker) => marker.severity === severity))

/** A row as a line: its cells, and what is wrong where it is wrong. Drawn anew only when something in it has changed. */
export const RowLine = memo(function RowLine(props: Props) {
  const { id, index, unnamed, taken, chosen, tabStop, markers } = props
  const { cells, aside } = props.text
  const t = useT()
  const language = useLanguage()
  const wrong = gravest(markers)
  return (
    <tr className="rows-line" data-line={id} data-severity={wrong} aria-selected={chosen}>
      {cells.map(({ column, label, text }, at) => {
        const own = markers.filter(({ where }) => where.column === column)
        const severity = gravest(own)
        const common = {
          className: 'rows-cell',
          'data-cell': at,
          // Where the lines are too narrow for headings above them, each text has its own.
          'data-label': at === 0 || text === '' ? undefined : label,
          'data-severity': severity,
          tabIndex: tabStop === at ? 0 : -1,
          'aria-invalid': severity === 'error' || undefined,
          title: [text, ...own.map((marker) => messageText(language, marker.message))].join('\n'),
        }
        const problems = own.map((marker) => (
          <span key={`${marker.rule} ${marker.message.key}`} className="visually-hidden">
            {` ${t(`lists.severity.${marker.severity}`)}: ${messageText(language, marker.message)}`}
          </span>
        ))
        if (at > 0)
          return (
            <td key={column} {...common}>
              <span className="rows-text">{text}</span>
              {problems}
            </td>
          )
        return (
          <th key={column} scope="row" {...common}>
            <span className="rows-name">
              <span className="rows-number">{index + 1}</span>
              {wrong === undefined ? null : (
                <span className="rows-problem" title={t(`fields.rows.has.${wrong}`)}>
                  <Icon name={severityIcons[wrong]} />
                  <span className="visually-hidden">{`${t(`fields.rows.has.${wrong}`)} `}</span>
                </span>
              )}
              {taken === undefined ? null : (
                <span className="rows-taken" title={taken}>
                  <Icon name="reply" />
                  <span className="visually-hidden">{`${taken} `}</span>
                </span>
              )}
              <RowComments row={id} />
              <span className="rows-text" data-unnamed={text === '' || undefined}>
                {text === '' ? unnamed : text}
              </span>
            </span>
            {aside === undefined ? null : <span className="rows-aside">{aside}</span>}
            {problems}
          </th>
        )
      })}
    </tr>
  )
})
