import type { Language } from '../text/index.ts'
import {
  findSearchField,
  foldName,
  isSearchChoice,
  type SearchFieldId,
  searchFieldIds,
  searchFieldOf,
  searchFields,
  valueWord,
} from './fields.ts'
import { namedPart, tidySearch } from './query.ts'
import { searchTokens } from './tokens.ts'

/** What is being written at the caret: the name of a filter, or the value of one. What is chosen takes the place from `from` to `to`. */
export type Completing = { readonly from: number; readonly to: number; readonly prefix: string } & (
  | { readonly kind: 'field' }
  | { readonly kind: 'value'; readonly field: SearchFieldId }
)

/** What can be completed at the caret; undefined where nothing is being written there, or it is words to search for. */
export function searchCompletions(text: string, caret: number): Completing | undefined {
  const token = searchTokens(text, (name) => findSearchField(name) !== undefined).find(
    ({ from, to }) => from < caret && caret <= to,
  )
  if (token === undefined) return undefined
  const { bare, from, to } = token
  const body = from + (/^[-*]*/u.exec(text.slice(from, to))?.[0].length ?? 0)
  const [, name] = namedPart.exec(bare) ?? []
  const field = name === undefined ? undefined : findSearchField(name)
  if (name !== undefined && field !== undefined) {
    const value = body + name.length + 1
    if (isSearchChoice(field) || caret < value) return undefined
    const prefix = tidySearch(text.slice(value, caret).replaceAll('"', ''))
    return { kind: 'value', field, from: value, to, prefix }
  }
  if (token.quoted !== undefined || caret < body || !/^\p{L}*$/u.test(bare)) return undefined
  return { kind: 'field', from: body, to, prefix: text.slice(body, caret) }
}

/** The filters whose names begin so, in either language; those of the language first. */
export function fieldsBeginning(prefix: string, language: Language): readonly SearchFieldId[] {
  const sought = foldName(prefix)
  const begins = (name: string) => foldName(name).startsWith(sought)
  const own = searchFieldIds.filter((id) => begins(searchFields[id].name[language]))
  const other = searchFieldIds.filter(
    (id) => !own.includes(id) && Object.values(searchFields[id].name).some(begins),
  )
  return sought === '' ? own : [...own, ...other]
}

/** Of a filter with few values, those whose word begins so; undefined of one that takes any text or a day. */
export function valuesBeginning(
  field: SearchFieldId,
  prefix: string,
  language: Language,
): readonly string[] | undefined {
  const entry = searchFieldOf(field)
  if (entry.kind !== 'choice') return undefined
  const sought = foldName(prefix)
  return Object.keys(entry.values).filter((value) =>
    [value, valueWord(field, value, language)].some((word) => foldName(word).startsWith(sought)),
  )
}

/** The text with what was chosen in place, and where the caret goes: behind the colon of a name, behind a value and a blank. */
export function completeSearch(
  text: string,
  { from, to, kind }: Completing,
  chosen: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to)
  const end = kind === 'field' ? ':' : rest.startsWith(' ') ? '' : ' '
  const skip = kind === 'value' && rest.startsWith(' ') ? 1 : 0
  return { text: text.slice(0, from) + chosen + end + rest, caret: from + chosen.length + end.length + skip }
}
