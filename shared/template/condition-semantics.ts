import { expectedLengths, extents } from '../case/case.ts'
import { parseDate } from '../case/dates.ts'
import type { CaseCondition, Condition, FieldCondition } from './condition.ts'
import type { Field, FieldType } from './field.ts'
import type { Cause } from './problem.ts'

type Path = readonly PropertyKey[]

/** Which types of field an operator can ask about; any type where it is not listed. */
const typesOf: Partial<Record<FieldCondition['op'], readonly FieldType[]>> = {
  is: ['choice', 'yes-no', 'text', 'number', 'date', 'actor'],
  'is-not': ['choice', 'yes-no', 'text', 'number', 'date', 'actor'],
  includes: ['choices'],
  less: ['number', 'date'],
  greater: ['number', 'date'],
}

/** Whether a value can ever be the answer to a field, as a condition compares it. */
function possible(field: Field, value: string | number): boolean {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.options.some((option) => option.value === value)
    case 'yes-no':
      return value === 'ja' || value === 'nej'
    case 'number':
      return typeof value === 'number'
    case 'date':
      return typeof value === 'string' && parseDate(value) !== undefined
    case 'text':
    case 'rich-text':
    case 'actor':
    case 'person':
    case 'note-reference':
    case 'consents':
    case 'insatser':
    case 'aktiviteter':
    case 'group':
    case 'info':
      return typeof value === 'string'
  }
}

function fieldCauses(
  { field: id, op, value }: FieldCondition,
  path: Path,
  scope: ReadonlyMap<string, Field>,
): Cause[] {
  const field = scope.get(id)
  if (!field || field.type === 'info')
    return [{ path: [...path, 'field'], key: 'rules.mall.okant-falt', params: { id } }]
  if (typesOf[op]?.includes(field.type) === false)
    return [{ path: [...path, 'op'], key: 'rules.mall.fel-operator', params: { op, id, type: field.type } }]
  if (op === 'answered' || op === 'unanswered')
    return value === undefined
      ? []
      : [{ path: [...path, 'value'], key: 'rules.mall.varde-overflodigt', params: { op } }]
  if (value === undefined) return [{ path: [...path, 'value'], key: 'rules.mall.saknas' }]
  return possible(field, value)
    ? []
    : [{ path: [...path, 'value'], key: 'rules.mall.omojligt-varde', params: { value, id } }]
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
    return [{ path: [...path, 'op'], key: 'rules.mall.fel-operator-fakta', params: { op, fact } }]
  const fits = values === 'a number' ? typeof value === 'number' : values.includes(value)
  return fits
    ? []
    : [{ path: [...path, 'value'], key: 'rules.mall.omojligt-faktum', params: { value, fact } }]
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
