import type { ReactNode } from 'react'
import type { TextKey } from '../../../../shared/text/index.ts'
import { useT } from '../../../base/use-t.ts'

/** A table of the case's page: its headings, and its rows as they are given. It scrolls where it has no room. */
export function OverviewTable(props: {
  labelledBy: string
  headings: readonly TextKey[]
  children: ReactNode
}) {
  const t = useT()
  return (
    <div className="overview-table-frame">
      <table className="overview-table" aria-labelledby={props.labelledBy}>
        <thead>
          <tr>
            {props.headings.map((heading) => (
              <th key={heading} scope="col">
                {t(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  )
}
