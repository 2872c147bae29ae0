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
}

const compact = (heading: string) => heading.trim().toLowerCase().replaceAll(' ', '_')

/** The language of a heading: by its code in brackets, or by its name. */
function languageOf(name: string): keyof Bilingual | undefined {
  const code = /\(\s*(\w{2})/.exec(name)?.[1] ?? name.trim().slice(0, 2)
  const lower = code.toLowerCase()
  return lower === 'sv' || lower === 'en' ? lower : undefined
}

/** The rows below the headings, empty ones left out. `language` is that of columns that name none. */
export function rowsOfSheet(sheet: readonly SheetRow[] = [], language: keyof Bilingual = 'sv'): SheetLine[] {
  const [headings = [], ...rows] = sheet
  const columns = new Map<string, number>()
  const translations = new Map<string, { at: number; language: keyof Bilingual }[]>()
  for (const [at, heading] of headings.entries()) {
    const [name = '', ...rest] = heading.split('::')
    const key = compact(name)
    const found = rest.length === 0 ? language : languageOf(rest.at(-1) ?? '')
    if (found !== undefined)
      translations.set(key, [...(translations.get(key) ?? []), { at, language: found }])
    if (rest.length === 0 && !columns.has(key)) columns.set(key, at)
  }
  return rows.flatMap((cells, index) => {
    if (cells.every((text) => text.trim() === '')) return []
    const at = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? '').trim())
    return [
      {
        number: index + 2,
        cell: (heading: string) => at(columns.get(heading)),
        words: (heading: string) => {
          const words: Bilingual = {}
          for (const { at: column, language: lang } of translations.get(heading) ?? [])
            if (at(column) !== '') words[lang] = at(column)
          return words
        },
      },
    ]
  })
}

/** The language of columns that name none, as the form's settings say. */
export function defaultLanguage(settings: readonly SheetLine[]): keyof Bilingual | undefined {
  return languageOf(settings[0]?.cell('default_language') ?? '')
}
