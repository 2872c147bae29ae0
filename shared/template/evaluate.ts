import type { CaseDetails } from '../case/case.ts'
import { dayOfCase } from '../case/chain.ts'
import type { IsoDate } from '../case/dates.ts'
import { parseDate } from '../case/dates.ts'
import type { CaseCondition, Condition, FieldCondition } from './condition.ts'
import type { Field, SimpleField } from './field.ts'
import { isAnswered, parseNumber, templateIndex } from './fields.ts'
import type { Template } from './template.ts'

/** Answers by field id, as stored. */
export type AnswerValues = Readonly<Record<string, unknown>>
/** What conditions may ask of a case. */
export type CaseFacts = Pick<CaseDetails, 'firstSickDay' | 'employment' | 'extent' | 'expectedLength'>

/** All that a condition is evaluated against. */
export interface Circumstances {
  answers: AnswerValues
  template: Template
  case: CaseFacts
  today: IsoDate
}

/** Evaluates a template's conditions against one state of a note; each field's visibility is worked out once. */
export interface Evaluator {
  holds: (condition: Condition) => boolean
  /** Whether the field and its section are shown; false for a field that the template does not have. */
  visible: (fieldId: string) => boolean
  /** Whether the field must be answered now: shown, and obligatory or made so by its condition. */
  obligatory: (field: Field) => boolean
  /** The same for a row of a repeated group, whose conditions may name the row's own fields. */
  row: (fields: readonly SimpleField[], answers: AnswerValues) => RowEvaluator
}
export interface RowEvaluator {
  visible: (field: SimpleField) => boolean
  obligatory: (field: SimpleField) => boolean
}

interface Readable {
  type: Field['type']
  value: unknown
}
/** The answer a condition sees for a field, or undefined where the field is hidden or not there. */
type Reader = (fieldId: string) => Readable | undefined

function caseFact(fact: CaseCondition['fact'], { case: facts, today }: Circumstances): string | number {
  switch (fact) {
    case 'dag':
      return dayOfCase(facts.firstSickDay, today)
    case 'anstallning':
      return facts.employment.kind
    case 'omfattning':
      return facts.extent
    case 'forvantad-langd':
      return facts.expectedLength
  }
}

/** What `is`, `less` and `greater` compare: the chosen value, the actor, the date, the number, the text. */
function comparable({ type, value }: Readable): string | number | undefined {
  if (typeof value === 'string') {
    if (type === 'number') return parseNumber(value)
    if (type === 'date') return parseDate(value.trim())
    return value
  }
  if (typeof value !== 'object' || value === null) return undefined
  if ('value' in value && typeof value.value === 'string') return value.value
  if ('actor' in value && typeof value.actor === 'string') return value.actor
  return undefined
}

function compare(
  op: 'is' | 'is-not' | 'less' | 'greater',
  actual: string | number | undefined,
  value: string | number | undefined,
): boolean {
  if (op === 'is') return actual !== undefined && actual === value
  if (op === 'is-not') return actual === undefined || actual !== value
  if (actual === undefined || value === undefined || typeof actual !== typeof value) return false
  return op === 'less' ? actual < value : actual > value
}

function includes(value: unknown, wanted: string | number | undefined): boolean {
  if (typeof value !== 'object' || value === null || !('values' in value)) return false
  return Array.isArray(value.values) && value.values.some((one) => one === wanted)
}

function holdsForField(condition: FieldCondition, read: Reader): boolean {
  const readable = read(condition.field)
  const answered = readable !== undefined && isAnswered(readable.type, readable.value)
  switch (condition.op) {
    case 'answered':
      return answered
    case 'unanswered':
      return !answered
    case 'includes':
      return answered && includes(readable.value, condition.value)
    case 'is':
    case 'is-not':
    case 'less':
    case 'greater':
      return compare(condition.op, answered ? comparable(readable) : undefined, condition.value)
  }
}

function evaluate(condition: Condition, circumstances: Circumstances, read: Reader): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, circumstances, read))
  if ('any' in condition) return condition.any.some((part) => evaluate(part, circumstances, read))
  if ('not' in condition) return !evaluate(condition.not, circumstances, read)
  if ('fact' in condition)
    return compare(condition.op, caseFact(condition.fact, circumstances), condition.value)
  return holdsForField(condition, read)
}

/**
 * An evaluator for one state of a note. `known` tells the visibility of fields that is known already, from
 * the state before a change that does not reach them.
 */
export function evaluator(
  circumstances: Circumstances,
  known?: (fieldId: string) => boolean | undefined,
): Evaluator {
  const { byId } = templateIndex(circumstances.template)
  const worked = new Map<string, boolean>()

  const read: Reader = (fieldId) => {
    const entry = byId.get(fieldId)
    return entry && visible(fieldId)
      ? { type: entry.field.type, value: circumstances.answers[fieldId] }
      : undefined
  }
  const test = (condition: Condition | undefined, reader: Reader) =>
    condition === undefined || evaluate(condition, circumstances, reader)

  function visible(fieldId: string): boolean {
    const before = worked.get(fieldId) ?? known?.(fieldId)
    if (before !== undefined) return before
    const entry = byId.get(fieldId)
    if (!entry) return false
    worked.set(fieldId, true) // Ends a circle of conditions; the loader refuses templates with one.
    const shown = test(entry.section.visibleWhen, read) && test(entry.field.visibleWhen, read)
    worked.set(fieldId, shown)
    return shown
  }

  const demanded = (field: Exclude<Field, { type: 'info' }>, reader: Reader) =>
    field.obligation === 'obligatorisk' ||
    (field.obligatoryWhen !== undefined && evaluate(field.obligatoryWhen, circumstances, reader))

  return {
    holds: (condition) => evaluate(condition, circumstances, read),
    visible,
    obligatory: (field) => field.type !== 'info' && visible(field.id) && demanded(field, read),
    row: (fields, answers) => {
      const types = new Map<string, SimpleField>(fields.map((field) => [field.id, field]))
      const shownInRow = new Map<string, boolean>()
      const readInRow: Reader = (fieldId) => {
        const field = types.get(fieldId)
        if (!field) return read(fieldId)
        return rowVisible(field) ? { type: field.type, value: answers[fieldId] } : undefined
      }
      function rowVisible(field: SimpleField): boolean {
        const before = shownInRow.get(field.id)
        if (before !== undefined) return before
        shownInRow.set(field.id, true)
        const shown = test(field.visibleWhen, readInRow)
        shownInRow.set(field.id, shown)
        return shown
      }
      return {
        visible: rowVisible,
        obligatory: (field) => rowVisible(field) && demanded(field, readInRow),
      }
    },
  }
}

/**
 * Whether a condition holds. A hidden field counts as unanswered, and so does one the template does not have;
 * `is-not` is the opposite of `is`, so it holds for an unanswered field; `less` and `greater` never do.
 */
export function holds(condition: Condition, circumstances: Circumstances): boolean {
  return evaluator(circumstances).holds(condition)
}

/** The fields shown for these answers, in document order, headings and help texts among them. */
export function visibleFields(
  template: Template,
  answers: AnswerValues,
  caseFacts: CaseFacts,
  today: IsoDate,
): Field[] {
  const { visible } = evaluator({ template, answers, case: caseFacts, today })
  return templateIndex(template)
    .entries.filter(({ field }) => visible(field.id))
    .map(({ field }) => field)
}

/** Whether a field must be answered before the note can be journalförd. A hidden field never must. */
export function isObligatory(field: Field, circumstances: Circumstances): boolean {
  return evaluator(circumstances).obligatory(field)
}

/** The fields that a condition names, each once. */
export function dependencies(condition: Condition | undefined): string[] {
  if (condition === undefined || 'fact' in condition) return []
  if ('field' in condition) return [condition.field]
  if ('not' in condition) return dependencies(condition.not)
  const parts = 'all' in condition ? condition.all : condition.any
  return [...new Set(parts.flatMap(dependencies))]
}
