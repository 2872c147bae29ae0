import type { Condition, FieldCondition } from '../../fields/condition.ts'
import type { AnswerField } from '../../fields/index.ts'
import { comparedAs } from '../compared.ts'
import { MOST_COMPARISONS, operatorOf, type SourceCondition } from '../outline.ts'
import { answerParts, hasRows } from './parts.ts'
import type { EnableWhen, Item } from './questionnaire.ts'

/** Where a field stands in the form: its link id, and the codes of its options. */
export interface Asks {
  field: AnswerField
  linkId: string
  systemOf: (linkId: string) => string
}
/** The field that a condition names, from where the condition stands. */
export type Lookup = (id: string) => Asks | undefined

/** The question that holds what is compared: of an answer of several parts, one of them. */
export function comparedLink({ field: { type }, linkId }: Asks): string {
  if (type === 'period') return `${linkId}.from`
  return type === 'actor' ? `${linkId}.actor` : linkId
}

const operators = { is: '=', includes: '=', 'is-not': '!=', less: '<', greater: '>' } as const

/** The value that a condition compares with, as an answer of the question's type. */
function answerOf(asks: Asks, value: string | number): Omit<EnableWhen, 'question' | 'operator'> | undefined {
  const text = String(value)
  switch (comparedAs(asks.field.type)) {
    case 'code':
    case 'role':
      return { answerCoding: { system: asks.systemOf(comparedLink(asks)), code: text } }
    case 'number':
      return typeof value === 'number' ? { answerDecimal: value } : undefined
    case 'yes-no':
      return { answerBoolean: text === 'ja' }
    case 'day':
      return { answerDate: text }
    case 'text':
      return text === '' ? undefined : { answerString: text }
    case undefined:
      return undefined
  }
}

/** What FHIR has a word for the opposite of. */
const opposites: Partial<Record<FieldCondition['op'], EnableWhen['operator']>> = {
  is: '!=',
  includes: '!=',
  'is-not': '=',
}

/** One comparison, or the opposite of one. */
function flat(condition: Condition, lookup: Lookup): EnableWhen | undefined {
  if ('field' in condition) return comparison(condition, lookup)
  if (!('not' in condition) || !('field' in condition.not)) return undefined
  const found = comparison(condition.not, lookup)
  if (found === undefined) return undefined
  if (found.operator === 'exists') return { ...found, answerBoolean: found.answerBoolean !== true }
  const operator = opposites[condition.not.op]
  return operator && { ...found, operator }
}

function comparison({ field, op, value }: FieldCondition, lookup: Lookup): EnableWhen | undefined {
  const asks = lookup(field)
  if (asks === undefined) return undefined
  if (op === 'answered' || op === 'unanswered') {
    // Whether there is any answer at all is asked of one question, and these are several.
    if (hasRows(asks.field) || answerParts(asks.field).length > 0) return undefined
    return { question: asks.linkId, operator: 'exists', answerBoolean: op === 'answered' }
  }
  const answer = value === undefined ? undefined : answerOf(asks, value)
  return answer && { question: comparedLink(asks), operator: operators[op], ...answer }
}

/** A condition as FHIR's own, where it is one comparison, or several of which all or any are to hold. */
export function enableWhenOf(
  condition: Condition,
  lookup: Lookup,
): Pick<Item, 'enableWhen' | 'enableBehavior'> | undefined {
  const [parts, enableBehavior] =
    'all' in condition
      ? [condition.all, 'all' as const]
      : 'any' in condition
        ? [condition.any, 'any' as const]
        : [[condition], undefined]
  const enableWhen = parts.flatMap((part) => flat(part, lookup) ?? [])
  if (enableWhen.length < parts.length) return undefined
  return enableBehavior === undefined || enableWhen.length === 1
    ? { enableWhen }
    : { enableWhen, enableBehavior }
}

function askedOf(when: EnableWhen): SourceCondition | undefined {
  const { question: item, operator } = when
  if (operator === 'exists') return { item, op: when.answerBoolean === false ? 'unanswered' : 'answered' }
  const value =
    when.answerCoding?.code ??
    when.answerBoolean ??
    when.answerDecimal ??
    when.answerInteger ??
    when.answerDate ??
    when.answerString ??
    when.answerCoding?.display
  const op = operatorOf[operator]
  return value === undefined || op === undefined ? undefined : { item, op, value }
}

/** When FHIR shows an item, as a condition in its own names; `unread` where it compares with what we do not read. */
export function askedBy({ enableWhen = [], enableBehavior }: Item): {
  asked?: SourceCondition
  unread: boolean
} {
  if (enableWhen.length > MOST_COMPARISONS) return { unread: true }
  const parts = enableWhen.map(askedOf)
  const read = parts.filter((part) => part !== undefined)
  if (read.length < parts.length) return { unread: true }
  const [first, ...more] = read
  if (first === undefined) return { unread: false }
  if (more.length === 0) return { asked: first, unread: false }
  return { asked: enableBehavior === 'any' ? { any: read } : { all: read }, unread: false }
}
