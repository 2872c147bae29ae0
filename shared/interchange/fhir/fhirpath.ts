import type { CaseCondition, Condition, FieldCondition } from '../../fields/condition.ts'
import { comparedAs } from '../compared.ts'
import { type Asks, comparedLink, type Lookup } from './enable-when.ts'
import { type Fact, factLink, factsIn, isNumber } from './facts.ts'

/** An expression as FHIR has it. */
export const fhirPath = (expression: string) => ({ language: 'text/fhirpath', expression })

/** A text as FHIRPath writes it. JSON's escapes are the same, but for the quotes. */
const quoted = (text: string) =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** What holds for the one answer that is meant, `$this` being it. */
function meant(asks: Asks, op: FieldCondition['op'], value: string | number): string | undefined {
  const sign = op === 'less' ? '<' : op === 'greater' ? '>' : '='
  switch (comparedAs(asks.field.type)) {
    case 'code':
    case 'role':
      return `code = ${quoted(String(value))}`
    case 'number':
      return `$this ${sign} ${value}`
    case 'day':
      return `$this ${sign} @${value}`
    case 'yes-no':
      return `$this = ${value === 'ja'}`
    case 'text':
      return `$this = ${quoted(String(value))}`
    case undefined:
      return undefined
  }
}

const items = (linkId: string) => `%resource.descendants().where(linkId = ${quoted(linkId)})`

/** The value of a fact of the case; nothing where nobody has filled it in. */
export const factValue = (fact: Fact) => `${items(factLink(fact))}.answer.value`

/** Whether any question of a field is answered. */
export function answeredExpression({ linkId }: Asks): string {
  const parts = quoted(`${linkId}.`)
  return `%resource.descendants().where(linkId = ${quoted(linkId)} or linkId.startsWith(${parts})).answer.exists()`
}

const signs = { is: '=', 'is-not': '=', less: '<', greater: '>' } as const

function factComparison({ fact, op, value }: CaseCondition): string | undefined {
  const isAsked = isNumber(fact) ? typeof value === 'number' : op === 'is' || op === 'is-not'
  if (!isAsked) return undefined
  const test = isNumber(fact) ? `$this ${signs[op]} ${value}` : `code = ${quoted(String(value))}`
  const holds = `${factValue(fact)}.where(${test}).exists()`
  return op === 'is-not' ? `${holds}.not()` : holds
}

function comparison({ field, op, value }: FieldCondition, lookup: Lookup): string | undefined {
  const asks = lookup(field)
  if (asks === undefined) return undefined
  if (op === 'answered' || op === 'unanswered') {
    const any = answeredExpression(asks)
    return op === 'answered' ? any : `${any}.not()`
  }
  const test = value === undefined ? undefined : meant(asks, op, value)
  if (test === undefined) return undefined
  const holds = `${items(comparedLink(asks))}.answer.value.where(${test}).exists()`
  return op === 'is-not' ? `${holds}.not()` : holds
}

/** Whether all the facts that a condition asks are filled in; undefined where it asks none. */
export function knownExpression(condition: Condition): string | undefined {
  const known = factsIn(condition).map((fact) => `${factValue(fact)}.exists()`)
  return known.length === 0 ? undefined : known.join(' and ')
}

/** A condition as FHIRPath, for programs that follow SDC; undefined where it asks what no expression of ours can. */
export function expressionOf(condition: Condition, lookup: Lookup): string | undefined {
  if ('not' in condition) {
    const inner = expressionOf(condition.not, lookup)
    return inner && `(${inner}).not()`
  }
  if ('fact' in condition) return factComparison(condition)
  if ('field' in condition) return comparison(condition, lookup)
  const [parts, word] = 'all' in condition ? [condition.all, 'and'] : [condition.any, 'or']
  const written = parts.flatMap((part) => expressionOf(part, lookup) ?? [])
  return written.length < parts.length ? undefined : written.map((part) => `(${part})`).join(` ${word} `)
}
