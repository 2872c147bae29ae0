/** A piece of an expression: what it is, and what it says. */
export interface Token {
  kind: 'field' | 'own' | 'text' | 'number' | 'sign' | 'word'
  text: string
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['field', /\$\{\s*([^}\s]{1,200})\s*\}/y],
  ['number', /(\d+(?:\.\d+)?)/y],
  ['own', /(\.)/y],
  ['text', /'([^']*)'/y],
  ['text', /"([^"]*)"/y],
  // As a word processor turns them.
  ['text', /[‘’]([^‘’]*)’/y],
  ['text', /[“”]([^“”]*)”/y],
  ['sign', /(<=|>=|!=|[=<>(),])/y],
  ['word', /([a-z][a-z0-9-]*)/iy],
]

/** An XLSForm expression in pieces; undefined where something in it is none that we know. */
export function tokens(expression: string): Token[] | undefined {
  const found: Token[] = []
  let at = 0
  while (at < expression.length) {
    if (/\s/.test(expression[at] ?? '')) {
      at++
      continue
    }
    const match = patterns
      .map(([kind, pattern]) => {
        pattern.lastIndex = at
        const hit = pattern.exec(expression)
        return hit && { kind, text: hit[1] ?? '', end: pattern.lastIndex }
      })
      .find((hit) => hit !== null)
    if (!match) return undefined
    found.push({ kind: match.kind, text: match.text })
    at = match.end
  }
  return found
}
