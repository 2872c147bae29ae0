import type { CaseDetails } from '../case/case.ts'
import { dayOfCase } from '../case/chain.ts'
import type { IsoDate } from '../case/dates.ts'
import type { BaseField } from '../fields/base.ts'
import type { CaseCondition, Condition, FieldCondition, Operator } from '../fields/condition.ts'
import type { Comparable, FieldOps, RowScope } from '../fields/define.ts'
import type { Value } from '../fields/json.ts'
import type { Template } from '../template/template.ts'
import { templateIndex } from '../template/template.ts'
import type { Answers } from './answers.ts'

/** What has been worked out of a note's conditions, by the number of the field. */
export interface Known {
  visible: (boolean | undefined)[]
  obligatory: (boolean | undefined)[]
}

/** A template's conditions in one state of a note: each is evaluated when it is first asked for, and once. */
export interface Conditions {
  /** Whether the field and its section are shown; false for a field that the template does not have. */
  visible: (field: string) => boolean
  /** Whether the field must be answered now: shown, and obligatory or made so by its condition. */
  obligatory: (field: string) => boolean
  /** Whether a condition of the template holds. */
  holds: (condition: Condition) => boolean
  /** The same for the columns of a row, whose conditions may name each other. */
  row: (columns: readonly FieldOps[], answers: Readonly<Record<string, Value>>) => RowScope
}

/** The answer that a condition sees for a field; undefined where the field is hidden or not there. */
type Reader = (field: string) => { ops: FieldOps; value: Value } | undefined

/** A fact of the case as a condition compares it. */
export function caseFact(fact: CaseCondition['fact'], details: CaseDetails, today: IsoDate): string | number {
  switch (fact) {
    case 'dag':
      return dayOfCase(details.firstSickDay, today)
    case 'anstallning':
      return details.employment.kind
    case 'omfattning':
      return details.extent
    case 'forvantad-langd':
      return details.expectedLength
  }
}

/**
 * A hidden field counts as unanswered, and so does one the template does not have; `is-not` is the opposite of
 * `is`, so it holds for an unanswered field; `less` and `greater` never do.
 */
function compare(op: Operator, actual: Comparable | undefined, value: string | number | undefined): boolean {
  if (op === 'is') return actual !== undefined && actual === value
  if (op === 'is-not') return actual === undefined || actual !== value
  if (op === 'includes')
    return typeof actual === 'object' && typeof value === 'string' && actual.includes(value)
  if (actual === undefined || value === undefined || typeof actual !== typeof value) return false
  return op === 'less' ? actual < value : actual > value
}

function holdsForField({ field, op, value }: FieldCondition, read: Reader): boolean {
  const found = read(field)
  if (op === 'answered') return found?.ops.isAnswered(found.value) === true
  if (op === 'unanswered') return found?.ops.isAnswered(found.value) !== true
  return compare(op, found?.ops.comparable(found.value), value)
}

/** The conditions of a note. `known` is filled as they are evaluated; what it holds already is not evaluated again. */
export function conditionsOf(
  template: Template,
  answers: Answers,
  { case: details, today }: { case: CaseDetails; today: IsoDate },
  known: Known = { visible: [], obligatory: [] },
): Conditions {
  const { byId } = templateIndex(template)

  const evaluate = (condition: Condition, reader: Reader): boolean => {
    if ('all' in condition) return condition.all.every((part) => evaluate(part, reader))
    if ('any' in condition) return condition.any.some((part) => evaluate(part, reader))
    if ('not' in condition) return !evaluate(condition.not, reader)
    if ('fact' in condition)
      return compare(condition.op, caseFact(condition.fact, details, today), condition.value)
    return holdsForField(condition, reader)
  }
  const shown = (condition: Condition | undefined, reader: Reader) =>
    condition === undefined || evaluate(condition, reader)
  const demanded = (field: BaseField, reader: Reader) =>
    field.obligation === 'obligatorisk' ||
    (field.obligatoryWhen !== undefined && evaluate(field.obligatoryWhen, reader))

  const read: Reader = (id) => {
    const ops = byId.get(id)?.ops
    return ops && visible(id) ? { ops, value: answers[id] } : undefined
  }

  function visible(id: string): boolean {
    const entry = byId.get(id)
    if (!entry) return false
    const { field, section, index } = entry
    const before = known.visible[index]
    if (before !== undefined) return before
    known.visible[index] = true // Ends a circle of conditions; the loader refuses templates with one.
    const result = shown(section.visibleWhen, read) && shown(field.visibleWhen, read)
    known.visible[index] = result
    return result
  }

  function obligatory(id: string): boolean {
    const entry = byId.get(id)
    if (!entry?.ops) return false
    const result = known.obligatory[entry.index] ?? (visible(id) && demanded(entry.ops.field, read))
    known.obligatory[entry.index] = result
    return result
  }

  const row: Conditions['row'] = (columns, inRow) => {
    const byColumn = new Map<string, FieldOps>(columns.map((ops) => [ops.field.id, ops]))
    const worked = new Map<string, boolean>()
    const readInRow: Reader = (id) => {
      const ops = byColumn.get(id)
      if (!ops) return read(id)
      return visibleInRow(ops.field) ? { ops, value: inRow[id] } : undefined
    }
    function visibleInRow(column: BaseField): boolean {
      const before = worked.get(column.id)
      if (before !== undefined) return before
      worked.set(column.id, true)
      const result = shown(column.visibleWhen, readInRow)
      worked.set(column.id, result)
      return result
    }
    return {
      visible: visibleInRow,
      obligatory: (column) => visibleInRow(column) && demanded(column, readInRow),
    }
  }

  return { visible, obligatory, holds: (condition) => evaluate(condition, read), row }
}
