import { type ParseError, parse } from 'jsonc-parser'

/** Where a JSON text stops being JSON, as an editor counts: lines and columns from 1. */
type JsonPlace = { readonly line: number; readonly column: number }

/**
 * Why a file or a text is not read, before anybody looks at what it says. Their texts: `errors.file.KIND`. Sizes of files
 * are in megabytes, those of texts in UTF-16 units.
 */
export type FileFault =
  | { readonly kind: 'tooLarge'; readonly params: { readonly megabytes: number; readonly limit: number } }
  | { readonly kind: 'tooLong'; readonly params: { readonly characters: number; readonly limit: number } }
  | { readonly kind: 'notUtf8' | 'empty'; readonly params: Record<string, never> }
  | { readonly kind: 'tooDeep'; readonly params: JsonPlace & { readonly limit: number } }
  | { readonly kind: 'notJson'; readonly params: JsonPlace }

/** What was read, or why it was not. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: FileFault }

const MEGABYTE = 1_000_000

/** Refuses a file of more than `maxBytes` by its size alone, so that it is never read into memory. */
export function sizeFault(bytes: number, maxBytes: number): Extract<Read<never>, { ok: false }> | undefined {
  if (bytes <= maxBytes) return undefined
  const params = { megabytes: Math.ceil(bytes / MEGABYTE), limit: Math.ceil(maxBytes / MEGABYTE) }
  return { ok: false, fault: { kind: 'tooLarge', params } }
}

/**
 * How many lists and objects may stand in one another. Own choice: ten times what a note with lists in lists needs, and
 * a fraction of what the stack takes, whoever walks through the value.
 */
export const MAX_LEVELS = 500

function placeAt(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Where the first bracket stands that opens one level too many, or undefined. Brackets in strings do not count. */
function tooDeepAt(json: string): number | undefined {
  let levels = 0
  let inString = false
  for (let at = 0; at < json.length; at++) {
    const char = json[at]
    if (inString) {
      if (char === '\\') at++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '[' || char === '{') {
      levels++
      if (levels > MAX_LEVELS) return at
    } else if (char === ']' || char === '}') levels--
  }
  return undefined
}

/** The place of the first error in a text that is not JSON; its beginning where that cannot be told. */
function errorPlace(json: string): JsonPlace {
  const errors: ParseError[] = []
  try {
    parse(json, errors, { disallowComments: true, allowTrailingComma: false })
  } catch (error) {
    // After an unclosed string this reader sees brackets that the count of levels did not, and goes as deep as they do.
    if (!(error instanceof RangeError)) throw error
  }
  return placeAt(json, errors[0]?.offset ?? 0)
}

/**
 * Reads JSON from a text that may come from anywhere. Size and depth are held before anything walks through the value,
 * so that no text, however made, exhausts memory or the stack. A byte order mark is passed over.
 */
export function readJson(text: string, maxCharacters: number): Read<unknown> {
  if (text.length > maxCharacters)
    return {
      ok: false,
      fault: { kind: 'tooLong', params: { characters: text.length, limit: maxCharacters } },
    }
  const json = text.replace(/^\ufeff/, '')
  if (json.trim() === '') return { ok: false, fault: { kind: 'empty', params: {} } }
  const deep = tooDeepAt(json)
  if (deep !== undefined)
    return { ok: false, fault: { kind: 'tooDeep', params: { ...placeAt(json, deep), limit: MAX_LEVELS } } }
  try {
    return { ok: true, value: JSON.parse(json) }
  } catch {
    return { ok: false, fault: { kind: 'notJson', params: errorPlace(json) } }
  }
}
