import { MAX_TEMPLATE_CHARS } from '../../template/load.ts'
import type { Template } from '../../template/template.ts'
import type { Conversion } from '../report.ts'
import { templateOfOutline } from '../to-template.ts'
import { outlineOfSheets } from './outline.ts'
import type { XlsFormSheets } from './sheet.ts'

/** The longest text that a cell of a spreadsheet holds. */
const MAX_CELL_CHARS = 32_767

/**
 * An XLSForm (https://xlsform.org) as a template, as near as can be, with a report of what is missing. A list of options
 * is written once however many questions it belongs to, so what it comes to is held as well as what stands in the cells.
 */
export function templateOfXlsForm(sheets: XlsFormSheets): Conversion<Template> {
  const cells = Object.values(sheets).flatMap((sheet: XlsFormSheets['survey']) => sheet.flat())
  if (cells.some((cell) => cell.length > MAX_CELL_CHARS) || total(cells) > MAX_TEMPLATE_CHARS)
    return { ok: false, problems: [{ key: 'interchange.xls.tooMuch', path: '' }] }
  const { value, report } = outlineOfSheets(sheets)
  if (value.items.length === 0)
    return { ok: false, problems: [{ key: 'interchange.xls.empty', path: 'survey' }] }
  const read = templateOfOutline(value)
  return read.ok ? { ...read, report: [...report, ...read.report] } : read
}

const total = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0)
