import { expectedLengths, extents } from '../case/case.ts'
import type { CaseCondition, Condition, FieldCondition } from '../fields/condition.ts'
import type { Cause } from '../fields/define.ts'
import { type Field, holdsAnswer, opsOf } from '../fields/index.ts'

type Path = readonly PropertyKey[]

function fieldCauses(
  { field: id, op, value }: FieldCondition,
  path: Path,
  scope: ReadonlyMap<string, Field>,
): Cause[] {
  const field = scope.get(id)
  if (!field || !holdsAnswer(field))
    return [{ path: [...path, 'field'], key: 'rules.template.unknownField', params: { id } }]
  if (op === 'answered' || op === 'unanswered')
    return value === undefined
      ? []
      : [{ path: [...path, 'value'], key: 'rules.template.needlessValue', params: { op } }]
  const { operators, possible } = opsOf(field)
  if (!operators.includes(op))
    return [
      { path: [...path, 'op'], key: 'rules.template.wrongOperator', params: { op, id, type: field.type } },
    ]
  if (value === undefined) return [{ path: [...path, 'value'], key: 'rules.template.missing' }]
  return possible(value)
    ? []
    : [{ path: [...path, 'value'], key: 'rules.template.impossibleValue', params: { value, id } }]
}

const factValues: Record<CaseCondition['fact'], 'a number' | readonly (string | number)[]> = {
  dag: 'a number',
  anstallning: ['anstalld', 'arbetslos', 'annan'],
  omfattning: extents,
  'forvantad-langd': expectedLengths,
}

function factCauses({ fact, op, value }: CaseCondition, path: Path): Cause[] {
  const values = factValues[fact]
  const ordered = fact === 'dag' || fact === 'omfattning'
  if (!ordered && (op === 'less' || op === 'greater'))
    return [{ path: [...path, 'op'], key: 'rules.template.wrongFactOperator', params: { op, fact } }]
  const fits = values === 'a number' ? typeof value === 'number' : values.includes(value)
  return fits
    ? []
    : [{ path: [...path, 'value'], key: 'rules.template.impossibleFact', params: { value, fact } }]
}

/** What a condition says that can never be: an unknown field, an operator or a value that does not fit it. */
export function conditionCauses(
  condition: Condition,
  path: Path,
  scope: ReadonlyMap<string, Field>,
): Cause[] {
  if ('all' in condition)
    return condition.all.flatMap((part, index) => conditionCauses(part, [...path, 'all', index], scope))
  if ('any' in condition)
    return condition.any.flatMap((part, index) => conditionCauses(part, [...path, 'any', index], scope))
  if ('not' in condition) return conditionCauses(condition.not, [...path, 'not'], scope)
  return 'fact' in condition ? factCauses(condition, path) : fieldCauses(condition, path, scope)
}
