import { operatorOf, type SourceCondition } from '../outline.ts'
import { type Token, tokens } from './tokens.ts'

/** How deep brackets may stand in one another. Own choice: far more than anybody writes by hand. */
const MOST_LEVELS = 50
const MOST_CHARS = 2000

/**
 * When a question is relevant, as a condition: comparisons of a field with a value, `selected`, `not`, `and`, `or` and
 * brackets. Undefined where the expression says anything else (https://xlsform.org/en/#relevant).
 */
export function relevantCondition(expression: string): SourceCondition | undefined {
  const all = expression.length > MOST_CHARS ? undefined : tokens(expression)
  if (all === undefined) return undefined
  const reader = new Reader(all)
  const condition = reader.either()
  return reader.isDone() ? condition : undefined
}

/** Reads pieces from left to right. What cannot be read is undefined, all the way out. */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #level = 0

  constructor(all: readonly Token[]) {
    this.#tokens = all
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  either(): SourceCondition | undefined {
    const parts = this.#joined('or', () => this.#both())
    return parts && (parts.length === 1 ? parts[0] : { any: parts })
  }

  #both(): SourceCondition | undefined {
    const parts = this.#joined('and', () => this.#single())
    return parts && (parts.length === 1 ? parts[0] : { all: parts })
  }

  #joined(word: string, part: () => SourceCondition | undefined): SourceCondition[] | undefined {
    const found: SourceCondition[] = []
    do {
      const next = part()
      if (next === undefined) return undefined
      found.push(next)
    } while (this.#took('word', word))
    return found
  }

  #single(): SourceCondition | undefined {
    if (this.#took('word', 'not')) {
      const inner = this.#took('sign', '(') ? this.#inBrackets() : undefined
      return inner && { not: inner }
    }
    if (this.#took('sign', '(')) return this.#inBrackets()
    return this.#took('word', 'selected') ? this.#selected() : this.#comparison()
  }

  #inBrackets(): SourceCondition | undefined {
    if (this.#level >= MOST_LEVELS) return undefined
    this.#level++
    const inner = this.either()
    this.#level--
    return this.#took('sign', ')') ? inner : undefined
  }

  #selected(): SourceCondition | undefined {
    if (!this.#took('sign', '(')) return undefined
    const item = this.#take('field')
    if (!this.#took('sign', ',')) return undefined
    const value = this.#take('text')
    if (item === undefined || value === undefined || !this.#took('sign', ')')) return undefined
    return { item, op: 'is', value }
  }

  #comparison(): SourceCondition | undefined {
    const item = this.#take('field')
    const op = operatorOf[this.#take('sign') ?? '']
    const text = this.#value()
    if (item === undefined || op === undefined || text === undefined) return undefined
    if (text !== '') return { item, op, value: text }
    if (op === 'is') return { item, op: 'unanswered' }
    return op === 'is-not' ? { item, op: 'answered' } : undefined
  }

  /** A value: a text, a number, `true()`, or a day within `date()`. */
  #value(): string | number | boolean | undefined {
    const text = this.#take('text')
    if (text !== undefined) return text
    const number = this.#take('number')
    if (number !== undefined) return Number(number)
    const word = this.#take('word')
    if (word === undefined || !this.#took('sign', '(')) return undefined
    const day = word === 'date' ? this.#take('text') : undefined
    if (!this.#took('sign', ')')) return undefined
    if (word === 'true' || word === 'false') return word === 'true'
    return day
  }

  #take(kind: Token['kind']): string | undefined {
    const token = this.#tokens[this.#at]
    if (token?.kind !== kind) return undefined
    this.#at++
    return token.text
  }

  #took(kind: Token['kind'], text: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== kind || token.text !== text) return false
    this.#at++
    return true
  }
}
