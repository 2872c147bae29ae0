/** A piece of a written condition, and where it stands in the text. */
export interface ConditionToken {
  kind: 'word' | 'text' | 'number' | 'bracket' | 'unknown'
  /** What it says: of a text, what is within its quotes. */
  text: string
  start: number
  end: number
}

const patterns: readonly (readonly [ConditionToken['kind'], RegExp])[] = [
  ['bracket', /[()]/y],
  // Typed by a Swedish keyboard, or by a program that makes quotes curly.
  ['text', /"(?:[^"\\]|\\.)*"|[”“][^”“"]*[”“]/y],
  ['number', /-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?(?![\p{L}\p{N}-])/iuy],
  ['word', /\p{L}[\p{L}\p{N}-]*/uy],
  ['unknown', /\S/y],
]

function textOfQuoted(quoted: string): string | undefined {
  if (!quoted.startsWith('"')) return quoted.slice(1, -1)
  try {
    const text: unknown = JSON.parse(quoted)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

function tokenAt(text: string, start: number): ConditionToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start
    const [hit] = pattern.exec(text) ?? []
    if (hit === undefined) continue
    const end = start + hit.length
    const said = kind === 'text' ? textOfQuoted(hit) : hit
    return said === undefined ? { kind: 'unknown', text: hit, start, end } : { kind, text: said, start, end }
  }
  return undefined
}

/** A written condition in pieces. What is none of its own is a piece of its own kind, to be told of where it stands. */
export function conditionTokens(text: string): ConditionToken[] {
  const found: ConditionToken[] = []
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at)
    if (token === undefined) at++
    else {
      found.push(token)
      at = token.end
    }
  }
  return found
}
