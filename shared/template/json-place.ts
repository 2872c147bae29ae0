import { type ParseError, parse } from 'jsonc-parser'

/** Where a JSON text stops being JSON, as an editor counts: lines and columns from 1. */
export interface JsonPlace {
  line: number
  column: number
}

/** The place of the first error in a text that is not JSON; its beginning where that cannot be told. */
export function jsonErrorPlace(text: string): JsonPlace {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch (error) {
    // A list in a list in a list …, deeper than the stack.
    if (!(error instanceof RangeError)) throw error
  }
  const before = text.slice(0, errors[0]?.offset ?? 0).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
