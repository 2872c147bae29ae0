import type { CaseFact } from '../../../../shared/fields/condition.ts'
import { type Field, holdsAnswer, opsOf } from '../../../../shared/fields/index.ts'
import type { Json, Value } from '../../../../shared/fields/json.ts'
import { type JsonPath, jsonAt, listAt } from '../../../../shared/studio/json-path.ts'
import { readField } from '../../../../shared/studio/read-part.ts'
import { partAround, partsOf, type Working } from '../../../../shared/studio/working.ts'
import { type Localized, localized } from '../../../../shared/text/index.ts'

/** The columns of the group that a condition stands in, and before it all fields: those that it may name. */
function fieldsAround(working: Working, path: JsonPath): readonly Json[] {
  const part = partAround(working, path)
  const columns = part.length === 6 ? listAt(working, [...part.slice(0, 4), 'fields']) : []
  return [...columns, ...listAt(working, ['sections']).flatMap((section) => listAt(section, ['fields']))]
}

/** The fields that something may name, the one that it stands in left out. */
function namedFrom(working: Working, path: JsonPath, isMeant: (type: Value) => boolean) {
  const own = jsonAt(working, [...partAround(working, path), 'id'])
  const parts = partsOf(working)
  return fieldsAround(working, path).flatMap((field) => {
    const id = jsonAt(field, ['id'])
    if (typeof id !== 'string' || id === own || !isMeant(jsonAt(field, ['type']))) return []
    const label = parts.find((part) => part.id === id)?.label
    return [{ value: id, label: label?.sv ? `${label.sv} (${id})` : id }]
  })
}

/** The fields that a condition may name. */
export const fieldsFor = (working: Working, path: JsonPath) =>
  namedFrom(working, path, (type) => type !== 'info')

/** The fields of one choice, that can say who has said something. */
export const choicesFor = (working: Working, path: JsonPath) =>
  namedFrom(working, path, (type) => type === 'choice')

function fieldNamed(working: Working, path: JsonPath, id: string): Field | undefined {
  const found = fieldsAround(working, path).find((field) => jsonAt(field, ['id']) === id)
  return found === undefined ? undefined : readField(found).item
}

const ordered: ReadonlySet<string> = new Set<CaseFact>(['dag', 'omfattning'])

/** What a condition may ask of a field or of a fact of the case. */
export function operatorsFor(
  working: Working,
  path: JsonPath,
  id: string,
  isFact: boolean,
): readonly string[] {
  if (isFact) return ordered.has(id) ? ['is', 'is-not', 'less', 'greater'] : ['is', 'is-not']
  const field = fieldNamed(working, path, id)
  const own = field !== undefined && holdsAnswer(field) ? opsOf(field).operators : []
  return [...own, 'answered', 'unanswered']
}

const factValues = new Map<string, readonly (string | number)[]>([
  ['anstallning', ['anstalld', 'arbetslos', 'annan']],
  ['omfattning', [25, 50, 75, 100]],
  ['forvantad-langd', ['minst-60-dagar', 'kortare', 'oklart']],
])

/** A value that a field or a fact can have, and what it is called where the template says it. */
export interface PossibleValue {
  readonly value: string | number
  readonly label?: Localized
}

const yesOrNo: readonly PossibleValue[] = [
  { value: 'ja', label: localized('lists.yesNo.ja') },
  { value: 'nej', label: localized('lists.yesNo.nej') },
]

/** The values that a field or a fact can have, where they can be told. */
export function valuesFor(
  working: Working,
  path: JsonPath,
  id: string,
  isFact: boolean,
): readonly PossibleValue[] {
  if (isFact) return (factValues.get(id) ?? []).map((value) => ({ value }))
  const field = fieldNamed(working, path, id)
  if (field?.type === 'yes-no') return yesOrNo
  return field !== undefined && holdsAnswer(field) ? opsOf(field).options : []
}

/** A condition to begin with: that the first field that can be named is answered. */
export function beginCondition(working: Working, path: JsonPath): Json {
  const [first] = fieldsFor(working, path)
  return first === undefined
    ? { fact: 'dag', op: 'greater', value: 30 }
    : { field: first.value, op: 'answered' }
}
