/** Where a JSON text stops being JSON, as an editor counts: lines and columns from 1. */
export interface JsonPlace {
  line: number
  column: number
}

class NotJson extends Error {
  readonly offset: number
  constructor(offset: number) {
    super('not JSON')
    this.offset = offset
  }
}

const token = {
  space: /[ \t\n\r]*/y,
  string: /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  word: /true|false|null/y,
}

/** Walks a text by JSON's grammar; throws where it does not hold. The engine's own messages differ and may lack a place. */
function walk(text: string): void {
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found !== null
  }
  const demand = (taken: boolean) => {
    if (!taken) throw new NotJson(at)
  }
  const character = (wanted: string): boolean => {
    take(token.space)
    if (text[at] !== wanted) return false
    at += 1
    return true
  }
  const list = (close: string, item: () => void) => {
    if (character(close)) return
    do item()
    while (character(','))
    demand(character(close))
  }
  const member = () => {
    take(token.space)
    demand(take(token.string))
    demand(character(':'))
    value()
  }
  function value(): void {
    if (character('{')) list('}', member)
    else if (character('[')) list(']', value)
    else demand(take(token.string) || take(token.number) || take(token.word))
  }
  value()
  take(token.space)
  demand(at === text.length)
}

/** The place of the first error in a text that is not JSON; undefined where it is. */
export function jsonError(text: string): JsonPlace | undefined {
  try {
    walk(text)
    return undefined
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    const before = text.slice(0, error.offset).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
}
