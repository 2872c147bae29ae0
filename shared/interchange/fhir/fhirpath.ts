import type { Condition, FieldCondition } from '../../fields/condition.ts'
import { type Asks, comparedLink, type Lookup } from './enable-when.ts'

/** A text as FHIRPath writes it. JSON's escapes are the same, but for the quotes. */
const quoted = (text: string) =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** What holds for the one answer that is meant, `$this` being it. */
function meant(asks: Asks, op: FieldCondition['op'], value: string | number): string | undefined {
  const sign = op === 'less' ? '<' : op === 'greater' ? '>' : '='
  switch (asks.field.type) {
    case 'choice':
    case 'choices':
    case 'actor':
      return `code = ${quoted(String(value))}`
    case 'number':
      return `$this ${sign} ${value}`
    case 'date':
    case 'period':
      return `$this ${sign} @${value}`
    case 'yes-no':
      return `$this = ${value === 'ja'}`
    case 'text':
      return `$this = ${quoted(String(value))}`
    case 'rich-text':
    case 'person':
    case 'note-reference':
    case 'consents':
    case 'insatser':
    case 'aktiviteter':
    case 'group':
      return undefined
  }
}

function comparison({ field, op, value }: FieldCondition, lookup: Lookup): string | undefined {
  const asks = lookup(field)
  if (asks === undefined) return undefined
  const items = (linkId: string) => `%resource.descendants().where(linkId = ${quoted(linkId)})`
  if (op === 'answered' || op === 'unanswered') {
    const own = quoted(asks.linkId)
    const any = `%resource.descendants().where(linkId = ${own} or linkId.startsWith(${quoted(`${asks.linkId}.`)})).answer.exists()`
    return op === 'answered' ? any : `${any}.not()`
  }
  const test = value === undefined ? undefined : meant(asks, op, value)
  if (test === undefined) return undefined
  const holds = `${items(comparedLink(asks))}.answer.value.where(${test}).exists()`
  return op === 'is-not' ? `${holds}.not()` : holds
}

/** A condition as FHIRPath, for programs that follow SDC; undefined where it asks about the case, which no form knows. */
export function expressionOf(condition: Condition, lookup: Lookup): string | undefined {
  if ('not' in condition) {
    const inner = expressionOf(condition.not, lookup)
    return inner && `(${inner}).not()`
  }
  if ('fact' in condition) return undefined
  if ('field' in condition) return comparison(condition, lookup)
  const [parts, word] = 'all' in condition ? [condition.all, 'and'] : [condition.any, 'or']
  const written = parts.flatMap((part) => expressionOf(part, lookup) ?? [])
  return written.length < parts.length ? undefined : written.map((part) => `(${part})`).join(` ${word} `)
}
