import type { Bilingual } from '../outline.ts'

/** The sheets of an XLSForm, each a list of rows of cells, the first of them the headings. */
export interface XlsFormSheets {
  survey: readonly SheetRow[]
  choices?: readonly SheetRow[] | undefined
  settings?: readonly SheetRow[] | undefined
}
export type SheetRow = readonly string[]

/** A row by its headings, and the number that a spreadsheet shows for it. */
export interface SheetLine {
  number: number
  cell: (heading: string) => string
  /** A column that has one text for each language: `label`, `label::English (en)`. */
  words: (heading: string) => Bilingual
  /** The columns in which the row has something, as they are headed. */
  filled: readonly Heading[]
}

/** The heading of a column: what it holds, and in which language where it says one. */
export interface Heading {
  whole: string
  key: string
  /** `other` is a language that templates are not written in. */
  language: keyof Bilingual | 'other' | undefined
}

const compact = (heading: string) => heading.trim().toLowerCase().replaceAll(' ', '_')

const names: ReadonlyMap<string, keyof Bilingual> = new Map([
  ['svenska', 'sv'],
  ['swedish', 'sv'],
  ['engelska', 'en'],
  ['english', 'en'],
])

/** The language of a heading: by its code in brackets, or by its name. */
function languageOf(name: string): keyof Bilingual | undefined {
  const code = (/\(\s*(\w{2})/.exec(name)?.[1] ?? name.trim()).toLowerCase()
  return code === 'sv' || code === 'en' ? code : names.get(code)
}

function headingOf(whole: string): Heading {
  const [name = '', ...rest] = whole.split(/::?/)
  const language = rest.length === 0 ? undefined : (languageOf(rest.at(-1) ?? '') ?? 'other')
  return { whole: whole.trim(), key: compact(name), language }
}

/** The rows below the headings, empty ones left out. `language` is that of columns that name none. */
export function rowsOfSheet(sheet: readonly SheetRow[] = [], language: keyof Bilingual = 'sv'): SheetLine[] {
  const [first = [], ...rows] = sheet
  const headings = first.map(headingOf)
  return rows.flatMap((cells, index) => {
    if (cells.every((text) => text.trim() === '')) return []
    const at = (column: number) => (cells[column] ?? '').trim()
    const filled = (key: string) =>
      headings.flatMap((heading, column) =>
        heading.key === key && at(column) !== '' ? [{ ...heading, text: at(column) }] : [],
      )
    return [
      {
        number: index + 2,
        cell: (key: string) => filled(key).find((each) => each.language === undefined)?.text ?? '',
        words: (key: string) => wordsOf(filled(key), language),
        filled: headings.filter((_, column) => at(column) !== ''),
      },
    ]
  })
}

/** Texts of one heading in our languages. One that is in neither is kept as it is, in the place of the language of the form. */
function wordsOf(filled: readonly (Heading & { text: string })[], own: keyof Bilingual): Bilingual {
  const words: Bilingual = {}
  for (const { language = own, text } of filled) if (language !== 'other') words[language] = text
  return words.sv === undefined && words.en === undefined ? { [own]: filled[0]?.text } : words
}

/** The language of columns that name none, as the form's settings say. */
export function defaultLanguage(settings: readonly SheetLine[]): keyof Bilingual | undefined {
  return languageOf(settings[0]?.cell('default_language') ?? '')
}
