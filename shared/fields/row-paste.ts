import { readDateText } from '../case/date-text.ts'
import type { DateOrigin } from '../case/date-words.ts'
import { PERFORMER_NAME_CHARS, type Performer, ROW_TEXT_CHARS } from '../case/rows.ts'
import { type TextKey, translate } from '../text/index.ts'
import type { Column } from './columns.ts'
import { pastedCells } from './pasted-cells.ts'

/** The most rows that are pasted at once, and the longest date that is kept as it was typed. Own choice. */
const MOST_ROWS = 200
const DATE_CHARS = 40

/** What headings of other people's tables call our columns, besides our own words. Own choice. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  what: ['vad', 'insats', 'insatser', 'åtgärd', 'aktivitet', 'fk-aktivitet', 'what', 'measure', 'activity'],
  performer: ['vem', 'utförare', 'utförs av', 'ansvarig', 'who', 'performer', 'responsible'],
  from: ['start', 'startdatum', 'from', 'fr o m', 'fr.o.m', 'början'],
  to: ['slut', 'slutdatum', 'till', 't o m', 't.o.m', 'to', 'until', 'end'],
  followUp: ['uppföljning', 'följ upp', 'uppföljningsdatum', 'follow up', 'follow-up'],
  kind: ['slag', 'typ', 'kind', 'type'],
  purpose: ['syfte', 'mål', 'purpose'],
  date: ['datum', 'när', 'when', 'date'],
  counterpart: ['med', 'med vem', 'part', 'with', 'with whom'],
  outcome: ['utfall', 'resultat', 'outcome', 'result'],
  missingReason: ['skäl', 'orsak', 'reason'],
}

/** How rows of a type are read from what is pasted. */
export interface PasteReader<Row> {
  columns: Readonly<Record<string, Column<Row>>>
  /** The column of text that what finds no place is written in. */
  keepIn: string
  performerOf: (text: string) => Performer | undefined
  origin: DateOrigin
}

/** A row without its id, as its schema reads it. */
export type PastedRow = Record<string, string | Performer>

export type Pasted =
  | {
      ok: true
      rows: PastedRow[]
      /** What found no place of its own and was written in another column. */
      kept: string[]
    }
  /** Nothing is taken where something would be lost. */
  | { ok: false; why: 'tooMany' | 'tooLong' | 'nothing' }

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[?:.*]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const inBoth = (key: TextKey) => [plain(translate('sv', key)), plain(translate('en', key))]

type Columns<Row> = PasteReader<Row>['columns']

function columnNamed<Row>(columns: Columns<Row>, heading: string): string | undefined {
  const name = plain(heading)
  if (name === '') return undefined
  return Object.entries(columns).find(
    ([id, { label, heading: printed }]) =>
      inBoth(label).includes(name) || inBoth(printed).includes(name) || synonyms[id]?.includes(name) === true,
  )?.[0]
}

function optionOf<Row>(column: Column<Row> | undefined, text: string): string | undefined {
  if (column?.holds !== 'choice') return undefined
  const word = plain(text)
  return column.options.find(({ value, label }) => value === word || inBoth(label).includes(word))?.value
}

/** Where each pasted column goes, undefined where it has no place; and whether the first row says so itself. */
interface Placing {
  places: (string | undefined)[]
  headings: string[] | undefined
}

/** By headings: two of them that are ours, or one where there is no other. */
function placedByHeadings<Row>(
  columns: Columns<Row>,
  [first = [], ...rest]: string[][],
): Placing | undefined {
  const found = first.map((heading) => columnNamed(columns, heading))
  const named = found.filter((id) => id !== undefined)
  const whole = first.filter((heading) => heading !== '').length
  if (rest.length === 0 || (named.length < 2 && (whole > 1 || named.length === 0))) return undefined
  // The same heading twice: the second has no place of its own.
  return { places: found.map((id, index) => (found.indexOf(id) === index ? id : undefined)), headings: first }
}

/** By what stands in them: dates in their order, words of a list, then texts from what is to be done and by whom. */
function placedByContent<Row>({ columns, keepIn, origin }: PasteReader<Row>, rows: string[][]): Placing {
  const free = new Set(Object.keys(columns))
  const take = (fits: (id: string) => boolean) => {
    const id = [...free].find(fits)
    if (id !== undefined) free.delete(id)
    return id
  }
  const width = Math.max(...rows.map((cells) => cells.length))
  const filled = Array.from({ length: width }, (_, index) =>
    rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== ''),
  )
  const places = filled.map((cells) => {
    if (cells.length === 0) return undefined
    if (cells.every((cell) => readDateText(cell, origin) !== undefined))
      return take((id) => columns[id]?.holds === 'date')
    return take((id) => cells.every((cell) => optionOf(columns[id], cell) !== undefined))
  })
  const texts = ['what', ...Object.keys(columns).filter((id) => columns[id]?.holds === 'performer'), keepIn]
  return {
    places: places.map((place, index) =>
      place !== undefined || filled[index]?.length === 0 ? place : take((id) => texts.includes(id)),
    ),
    headings: undefined,
  }
}

/** What a cell says in a column; undefined where it does not fit there. */
function valueIn<Row>(
  { columns, performerOf, origin }: PasteReader<Row>,
  id: string,
  text: string,
): string | Performer | undefined {
  const column = columns[id]
  switch (column?.holds) {
    case 'text':
      return text
    case 'date':
      return readDateText(text, origin) ?? (text.length <= DATE_CHARS ? text : undefined)
    case 'choice':
      return optionOf(column, text)
    case 'performer':
      return text.length <= PERFORMER_NAME_CHARS ? performerOf(text) : undefined
    case undefined:
      return undefined
  }
}

function rowOf<Row>(reader: PasteReader<Row>, { places, headings }: Placing, cells: readonly string[]) {
  const row: PastedRow = {}
  const kept: string[] = []
  for (const [index, text] of cells.entries()) {
    if (text === '') continue
    const id = places[index]
    const value = id === undefined ? undefined : valueIn(reader, id, text)
    if (id !== undefined && value !== undefined) row[id] = value
    else {
      const column = id === undefined ? undefined : reader.columns[id]
      const heading = headings?.[index] ?? (column === undefined ? '' : translate('sv', column.heading))
      kept.push(heading === '' ? text : `${heading}: ${text}`)
    }
  }
  const before = row[reader.keepIn]
  const texts = [...(typeof before === 'string' ? [before] : []), ...kept]
  if (texts.length > 0) row[reader.keepIn] = texts.join('; ')
  return { row, kept }
}

/**
 * Rows from what somebody pastes: a spreadsheet with or without headings, or a line a row. Dates are read as they are typed; one
 * that is none is kept as it is, and the check says so. What finds no place stands in the row's `keepIn` and is told. What
 * would be too much is refused whole, since a part of it would be lost.
 */
export function readPastedRows<Row>(pasted: string, reader: PasteReader<Row>): Pasted {
  const cells = pastedCells(pasted)
  if (cells.length === 0) return { ok: false, why: 'nothing' }
  if (cells.length > MOST_ROWS) return { ok: false, why: 'tooMany' }
  const placing = placedByHeadings(reader.columns, cells) ?? placedByContent(reader, cells)
  const read = (placing.headings ? cells.slice(1) : cells).map((each) => rowOf(reader, placing, each))
  const rows = read.map(({ row }) => row)
  const tooLong = rows.some((row) =>
    Object.values(row).some((value) => typeof value === 'string' && value.length > ROW_TEXT_CHARS),
  )
  if (tooLong) return { ok: false, why: 'tooLong' }
  return { ok: true, rows, kept: read.flatMap(({ kept }) => kept) }
}
