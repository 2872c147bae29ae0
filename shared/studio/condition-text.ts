import { type Condition, caseFacts } from '../fields/condition.ts'
import type { Language, TextKey } from '../text/index.ts'
import { type ConditionLanguage, conditionLanguage, reservedWords } from './condition-language.ts'
import { type ConditionToken, conditionTokens } from './condition-tokens.ts'

/** Why a text is no condition: where it stops being one, and what should have stood there. */
export interface ConditionProblem {
  start: number
  end: number
  key: TextKey
}
export type ParsedCondition = { ok: true; condition: Condition } | { ok: false; problem: ConditionProblem }

/** How deep brackets may stand in one another. Own choice: nobody reads a tenth of it. */
const MOST_LEVELS = 100

/** A condition as a text that can be read, and read back: `mal är "ordinarie-arbete" och dag större än 90`. */
export function conditionText(condition: Condition, language: Language): string {
  const words = conditionLanguage[language]
  const bracketed = (inner: Condition) => `(${conditionText(inner, language)})`
  const joined = (parts: readonly Condition[], word: string, single: string) => {
    const [first, ...more] = parts
    if (first !== undefined && more.length === 0) return `${single} ${bracketed(first)}`
    return parts
      .map((part) => ('all' in part || 'any' in part ? bracketed(part) : conditionText(part, language)))
      .join(` ${word} `)
  }
  if ('all' in condition) return joined(condition.all, words.all, words.allOf)
  if ('any' in condition) return joined(condition.any, words.any, words.anyOf)
  if ('not' in condition) return `${words.not} ${bracketed(condition.not)}`
  if ('fact' in condition) return comparison(condition.fact, condition.op, condition.value, words)
  const { field, op, value } = condition
  const name = isPlainName(field, language) ? field : JSON.stringify(field)
  if (op === 'answered' || op === 'unanswered') return [name, ...words[op]].join(' ')
  return comparison(name, op, value, words)
}

function comparison(
  name: string,
  op: keyof ConditionLanguage['operators'],
  value: string | number | undefined,
  { operators }: ConditionLanguage,
): string {
  const said = value === undefined ? [] : [JSON.stringify(value)]
  return [name, ...operators[op], ...said].join(' ')
}

const factOf = (name: string) => caseFacts.find((fact) => fact === name)

/** Whether a field's id can stand without quotes: a word that means nothing else. */
function isPlainName(id: string, language: Language): boolean {
  return /^[a-z][a-z0-9-]*$/.test(id) && factOf(id) === undefined && !reservedWords(language).has(id)
}

/** Reads a written condition. `dag` and the other facts are the case's; a field of the same name stands within quotes. */
export function parseCondition(text: string, language: Language): ParsedCondition {
  const reader = new ConditionReader(text, language)
  const condition = reader.either()
  if (condition !== undefined && reader.isDone()) return { ok: true, condition }
  return { ok: false, problem: reader.problem() }
}

/** Reads pieces from left to right, and knows the first thing that it missed. */
class ConditionReader {
  readonly #tokens: readonly ConditionToken[]
  readonly #words: ConditionLanguage
  readonly #reserved: ReadonlySet<string>
  readonly #length: number
  #at = 0
  #level = 0
  #missed: ConditionProblem | undefined

  constructor(text: string, language: Language) {
    this.#tokens = conditionTokens(text)
    this.#words = conditionLanguage[language]
    this.#reserved = reservedWords(language)
    this.#length = text.length
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  problem(): ConditionProblem {
    return this.#missed ?? this.#here('plain.condition.more')
  }

  either(): Condition | undefined {
    return this.#joined(
      this.#words.any,
      () => this.#joined(this.#words.all, () => this.#single(), 'all'),
      'any',
    )
  }

  #joined(word: string, part: () => Condition | undefined, member: 'all' | 'any'): Condition | undefined {
    const parts: Condition[] = []
    do {
      const next = part()
      if (next === undefined) return undefined
      parts.push(next)
    } while (this.#took(word))
    const [first, ...more] = parts
    if (more.length === 0) return first
    return member === 'all' ? { all: parts } : { any: parts }
  }

  #single(): Condition | undefined {
    const { not, allOf, anyOf } = this.#words
    if (this.#took(not)) {
      const inner = this.#deeper(() => this.#single())
      return inner && { not: inner }
    }
    if (this.#took(allOf)) {
      const inner = this.#bracketed()
      return inner && { all: [inner] }
    }
    if (this.#took(anyOf)) {
      const inner = this.#bracketed()
      return inner && { any: [inner] }
    }
    return this.#isBracket('(') ? this.#bracketed() : this.#comparison()
  }

  #deeper(read: () => Condition | undefined): Condition | undefined {
    if (this.#level >= MOST_LEVELS) return this.#miss('plain.condition.tooDeep')
    this.#level++
    const inner = read()
    this.#level--
    return inner
  }

  #bracketed(): Condition | undefined {
    if (!this.#isBracket('(')) return this.#miss('plain.condition.bracket')
    this.#at++
    const inner = this.#deeper(() => this.either())
    if (inner === undefined) return undefined
    if (!this.#isBracket(')')) return this.#miss('plain.condition.close')
    this.#at++
    return inner
  }

  #comparison(): Condition | undefined {
    const name = this.#tokens[this.#at]
    const isName = name?.kind === 'text' || (name?.kind === 'word' && !this.#reserved.has(lower(name)))
    if (name === undefined || !isName) return this.#miss('plain.condition.name')
    this.#at++
    const fact = name.kind === 'word' ? factOf(name.text) : undefined
    const { answered, unanswered, operators } = this.#words
    if (fact === undefined && this.#tookAll(answered)) return { field: name.text, op: 'answered' }
    if (fact === undefined && this.#tookAll(unanswered)) return { field: name.text, op: 'unanswered' }
    // The longer first: "är inte" begins as "är" does.
    for (const op of ['is-not', 'is', 'includes', 'less', 'greater'] as const) {
      if ((fact !== undefined && op === 'includes') || !this.#tookAll(operators[op])) continue
      const value = this.#value()
      if (value === undefined) return undefined
      if (fact === undefined) return { field: name.text, op, value }
      if (op !== 'includes') return { fact, op, value }
    }
    return this.#miss(fact === undefined ? 'plain.condition.operator' : 'plain.condition.factOperator')
  }

  /** A text, a number, or a word that means nothing else. */
  #value(): string | number | undefined {
    const token = this.#tokens[this.#at]
    const isValue =
      token?.kind === 'text' ||
      token?.kind === 'number' ||
      (token?.kind === 'word' && !this.#reserved.has(lower(token)))
    if (token === undefined || !isValue) return this.#miss('plain.condition.value')
    this.#at++
    return token.kind === 'number' ? Number(token.text.replace(',', '.')) : token.text
  }

  #isBracket(bracket: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'bracket' && token.text === bracket
  }

  #took(word: string): boolean {
    return this.#tookAll([word])
  }

  #tookAll(wanted: readonly string[]): boolean {
    const has = wanted.every((word, index) => {
      const token = this.#tokens[this.#at + index]
      return token?.kind === 'word' && lower(token) === word
    })
    if (has) this.#at += wanted.length
    return has
  }

  /** Remembers what should have stood here. */
  #miss(key: TextKey): undefined {
    this.#missed ??= this.#here(key)
  }

  #here(key: TextKey): ConditionProblem {
    const { start, end } = this.#tokens[this.#at] ?? { start: this.#length, end: this.#length }
    return { start, end, key }
  }
}

const lower = ({ text }: ConditionToken) => text.toLocaleLowerCase('sv')
