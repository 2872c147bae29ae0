import { personRoles } from '../case/actors.ts'
import { parseDate } from '../case/dates.ts'
import type { Condition, FieldCondition } from '../fields/condition.ts'
import type { AnswerType } from '../fields/index.ts'
import { comparedAs } from './compared.ts'
import type { AskedOperator, SourceCondition } from './outline.ts'

/** What a condition of a source asks about, as a field of the template. */
export interface AskedField {
  id: string
  kind: AnswerType
  /** The values of its options, by the source's codes. */
  codes: ReadonlyMap<string, string>
}

type Scalar = string | number | boolean

/** A source's value as the answer to a field of its type; undefined where it can never be one. */
function answerOf({ kind, codes }: AskedField, value: Scalar): string | number | undefined {
  switch (comparedAs(kind)) {
    case 'code':
      return codes.get(String(value))
    case 'yes-no':
      return typeof value === 'boolean' ? (value ? 'ja' : 'nej') : undefined
    case 'number': {
      const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
      return typeof value !== 'boolean' && Number.isFinite(number) ? number : undefined
    }
    case 'day':
      return typeof value === 'string' && parseDate(value) !== undefined ? value : undefined
    case 'role':
      return personRoles.find((role) => role === value)
    case 'text':
      return typeof value === 'string' ? value : undefined
    case undefined:
      return undefined
  }
}

const ordered: readonly AnswerType[] = ['number', 'date']
const compared: readonly AnswerType[] = ['text', 'number', 'date', 'yes-no', 'choice', 'actor']

function comparison(target: AskedField, op: AskedOperator, asked: Scalar): Condition | undefined {
  const { id: field, kind } = target
  const value = answerOf(target, asked)
  if (value === undefined) return undefined
  const leaf = (own: FieldCondition['op']): Condition => ({ field, op: own, value })
  const least = (own: 'less' | 'greater'): Condition => ({
    all: [{ field, op: 'answered' }, { not: leaf(own) }],
  })
  switch (op) {
    case 'is':
    case 'is-not':
      if (kind === 'choices') return op === 'is' ? leaf('includes') : { not: leaf('includes') }
      return compared.includes(kind) ? leaf(op) : undefined
    case 'less':
    case 'greater':
      return ordered.includes(kind) || kind === 'period' ? leaf(op) : undefined
    case 'at-least':
      return ordered.includes(kind) ? least('less') : undefined
    case 'at-most':
      return ordered.includes(kind) ? least('greater') : undefined
  }
}

/** Parts as conditions; undefined where one of them is none, since half a condition says something else. */
function allOf(parts: readonly SourceCondition[], find: Find): Condition[] | undefined {
  const found = parts.flatMap((part) => ourCondition(part, find) ?? [])
  return found.length === parts.length && found.length > 0 ? found : undefined
}

type Find = (name: string) => AskedField | undefined

/** A condition of a source as one of the template; undefined where it asks what no condition of ours can. */
export function ourCondition(asked: SourceCondition, find: Find): Condition | undefined {
  if ('all' in asked) {
    const all = allOf(asked.all, find)
    return all && { all }
  }
  if ('any' in asked) {
    const any = allOf(asked.any, find)
    return any && { any }
  }
  if ('not' in asked) {
    const not = ourCondition(asked.not, find)
    return not && { not }
  }
  const target = find(asked.item)
  if (target === undefined) return undefined
  return 'value' in asked ? comparison(target, asked.op, asked.value) : { field: target.id, op: asked.op }
}
