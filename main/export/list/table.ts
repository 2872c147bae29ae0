import writeXlsx from 'write-excel-file/node'
import { type Language, translate } from '../../../shared/text/index.ts'
import { cellNumber, watchCellText } from '../../../shared/watch/cell.ts'
import { columnOf } from '../../../shared/watch/columns.ts'
import type { WatchAsked, WatchRow } from '../../../shared/watch/row.ts'
import { csvFile, plainCell } from '../csv.ts'

type Cell = string | number

/** What a list shows, as texts and numbers; its headings first. */
function cellsOf({ query, today }: WatchAsked, rows: readonly WatchRow[], language: Language): Cell[][] {
  const head = query.columns.map((id) => translate(language, `watch.column.${id}`))
  const body = rows.map(({ cells, firstSickDay }) =>
    query.columns.map((id, index): Cell => {
      const value = cells[index] ?? null
      return (
        cellNumber(id, value, today) ?? plainCell(watchCellText(language, id, value, { today, firstSickDay }))
      )
    }),
  )
  return [head, ...body]
}

/** A workbook in which every cell says its type: what is text is never read as anything else. */
async function xlsx(
  asked: WatchAsked,
  [head = [], ...body]: readonly Cell[][],
  sheet: string,
): Promise<Uint8Array> {
  const heading = head.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const }))
  const rows = body.map((row) =>
    row.map((value) =>
      typeof value === 'number' ? { value, type: Number } : value === '' ? null : { value, type: String },
    ),
  )
  const widths = asked.query.columns.map((id) => ({ width: columnOf(id).type === 'text' ? 24 : 16 }))
  const written = writeXlsx([heading, ...rows], { sheet, columns: widths, stickyRowsCount: 1 })
  return new Uint8Array(await written.toBuffer())
}

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A list as a file. Its name says nothing of what it holds. */
export async function listFile(
  asked: WatchAsked,
  rows: readonly WatchRow[],
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<{ fileName: string; mimeType: string; bytes: Uint8Array }> {
  const cells = cellsOf(asked, rows, language)
  const bytes =
    format === 'csv' ? csvFile(cells) : await xlsx(asked, cells, translate(language, 'watch.sheet'))
  return { fileName: `klarlagt-lista-${asked.today}.${format}`, mimeType: types[format], bytes }
}
