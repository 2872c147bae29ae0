import type { JsonObject } from '../../fields/json.ts'
import { MOST_OPTIONS, type Outline, type OutlineItem, type OutlineOption } from '../outline.ts'
import { type Converted, nearest, type ReportEntry } from '../report.ts'
import { boundsOf } from './constraint.ts'
import { relevantCondition } from './relevant.ts'
import { defaultLanguage, rowsOfSheet, type SheetLine, type XlsFormSheets } from './sheet.ts'
import { type XlsType, xlsType } from './types.ts'

/** Columns of a survey that are read. What stands in any other is lost, and told. */
const read = [
  'type',
  'name',
  'label',
  'hint',
  'required',
  'relevant',
  'relevance',
  'constraint',
  'appearance',
]
const readOfChoices = ['list_name', 'list', 'name', 'value', 'label']

/** What a row says in columns that are not read, or in languages that templates are not written in. */
function lostColumns(row: SheetLine, known: readonly string[], path: string): ReportEntry[] {
  return row.filled
    .filter(({ key, language }) => key !== '' && (!known.includes(key) || language === 'other'))
    .map(({ whole }) => ({ key: 'interchange.in.column', params: { what: whole }, path }))
}

const isYes = (cell: string) => /^(yes|true|true\(\)|ja|1)$/i.test(cell)

/** How deep groups may stand in one another. Own choice: what FHIR's reader takes too, and more than anybody reads. */
const MOST_GROUPS = 100

/** Options by the list that they are in, in the order of the sheet. */
function lists(choices: readonly SheetLine[]): Map<string, OutlineOption[]> {
  const options = choices.flatMap((row) => {
    const code = row.cell('name') || row.cell('value')
    const list = row.cell('list_name') || row.cell('list')
    return code === '' ? [] : [{ list, option: { code, label: row.words('label'), own: {} } }]
  })
  const grouped = Map.groupBy(options, ({ list }) => list)
  return new Map([...grouped].map(([list, all]) => [list, all.map(({ option }) => option)]))
}

const other: OutlineOption = { code: 'annat', label: { sv: 'Annat', en: 'Other' }, other: true, own: {} }

interface Form {
  lists: ReadonlyMap<string, OutlineOption[]>
  report: ReportEntry[]
  /** How many options have been read: one list may be offered by any number of questions. */
  options: number
}

/** What a question offers; nothing, and said, where its list is not there or all lists together are too much. */
function offered({ list = '', orOther }: XlsType, form: Form, path: string): OutlineOption[] {
  const found = form.lists.get(list) ?? []
  form.options += found.length
  if (found.length === 0) form.report.push({ key: 'interchange.in.list', params: { what: list }, path })
  if (form.options <= MOST_OPTIONS) return orOther && found.length > 0 ? [...found, other] : found
  form.report.push({ key: 'interchange.in.options', params: { most: MOST_OPTIONS }, path })
  return []
}

/** What a cell with a constraint says of the members of the field. */
function membersOfRow(
  row: SheetLine,
  { kind, whole }: XlsType,
  report: ReportEntry[],
  path: string,
): JsonObject {
  const multiline: JsonObject =
    /\bmultiline\b/.test(row.cell('appearance')) && kind === 'text' ? { multiline: true } : {}
  const constraint = row.cell('constraint')
  if (constraint === '') return multiline
  const bounds =
    kind === 'number' || kind === 'date' || kind === 'text'
      ? boundsOf(constraint, kind, whole === true)
      : undefined
  if (bounds === undefined)
    report.push({ key: 'interchange.in.constraint', params: { what: constraint }, path })
  return { ...multiline, ...bounds }
}

function itemOfRow(row: SheetLine, type: XlsType, form: Form): OutlineItem {
  const { report } = form
  const name = row.cell('name')
  const path = name || `survey ${row.number}`
  const relevant = row.cell('relevant') || row.cell('relevance')
  const when = relevant === '' ? undefined : relevantCondition(relevant)
  if (relevant !== '' && when === undefined)
    report.push({ key: 'interchange.in.expression', params: { what: relevant }, path })
  report.push(...lostColumns(row, read, path))
  const label = row.words('label')
  // A text may quote the answer to another question.
  const [quoted] = /\$\{[^}]{1,100}\}/.exec(`${label.sv ?? ''} ${label.en ?? ''}`) ?? []
  if (quoted !== undefined) report.push({ key: 'interchange.in.quotes', params: { what: quoted }, path })
  const isChoice = type.kind === 'choice' || type.kind === 'choices'
  const options = isChoice ? offered(type, form, path) : []
  const known = type.kind === 'begin' || type.kind === 'end' || type.kind === 'left-out' ? 'text' : type.kind
  if (type.less === true) report.push(nearest(row.cell('type'), known, path))
  return {
    name: path,
    id: path,
    kind: isChoice && options.length === 0 ? 'text' : known,
    label,
    help: row.words('hint'),
    required: isYes(row.cell('required')),
    when,
    members: membersOfRow(row, type, report, path),
    options,
    items: [],
    own: {},
  }
}

/** The rows of a survey as items in groups. A group that is never ended ends with the sheet. */
function itemsOfSurvey(survey: readonly SheetLine[], form: Form): OutlineItem[] {
  const { report } = form
  const top: OutlineItem[] = []
  const open: OutlineItem[][] = [top]
  for (const row of survey) {
    const type = xlsType(row.cell('type'))
    const path = `survey ${row.number}`
    if (type.kind === 'end') {
      if (open.length > 1) open.pop()
      continue
    }
    if (type.kind === 'left-out') {
      report.push({
        key: 'interchange.in.leftOut',
        params: { what: row.cell('type') },
        path: row.cell('name') || path,
      })
      continue
    }
    if (row.cell('type') === '') {
      report.push({ key: 'interchange.in.noType', path })
      continue
    }
    const item = itemOfRow(row, type, form)
    const isGroup = item.kind === 'group' || item.kind === 'part'
    const items: OutlineItem[] = []
    open.at(-1)?.push(isGroup ? { ...item, items } : item)
    if (isGroup && open.length < MOST_GROUPS) open.push(items)
  }
  return top
}

/** An XLSForm as an outline. */
export function outlineOfSheets(sheets: XlsFormSheets): Converted<Outline> {
  const report: ReportEntry[] = []
  const language = defaultLanguage(rowsOfSheet(sheets.settings))
  const settings = rowsOfSheet(sheets.settings, language)[0]
  const choices = rowsOfSheet(sheets.choices, language)
  report.push(...choices.flatMap((row) => lostColumns(row, readOfChoices, 'choices')))
  const form = { lists: lists(choices), report, options: 0 }
  const items = itemsOfSurvey(rowsOfSheet(sheets.survey, language), form)
  const version = settings?.cell('version') ?? ''
  const value: Outline = {
    id: settings?.cell('form_id') ?? settings?.cell('id_string') ?? '',
    version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 1,
    title: settings?.words('form_title') ?? {},
    summary: {},
    whenToUse: {},
    items,
    own: {},
  }
  return { value, report }
}
