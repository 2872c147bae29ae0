import { isObject, type Json, type Value } from '../fields/json.ts'
import { citations } from '../sources/cite.ts'
import { type JsonPath, jsonAt, listAt } from './json-path.ts'
import type { StudioProblem } from './problem.ts'

/** A provision of law or a number of a document of the agency stands for itself: `30 kap. 6 § SFB`, `FK 2025/000536`. */
const provision = /\d+ ?[a-z]? ?(?:kap\.|§)|\b[A-ZÅÄÖ]{2,}[A-Za-zåäö]* ?\d{4}[:/]\d+/u

/** Whether a reference leads somewhere: to lines of a document that we have, or to a provision. */
const isFound = (reference: string) =>
  citations(reference).every((cited) => cited.kind === 'document' || provision.test(cited.words))

function ofReference(value: Value, path: JsonPath): StudioProblem[] {
  return typeof value === 'string' && value.trim() !== '' && !isFound(value)
    ? [{ path, key: 'studio.problem.source', severity: 'info' }]
    : []
}

/** What a field or a template rests on that leads nowhere, and our own choice of which nobody has said why. */
export function sourceHints(value: Json): StudioProblem[] {
  const demand = jsonAt(value, ['demand'])
  const isUnsaid = isObject(demand) && demand.basis === 'eget-val' && demand.why === undefined
  return [
    ...ofReference(jsonAt(demand, ['source']), ['demand', 'source']),
    ...listAt(value, ['legalBasis']).flatMap((basis, index) =>
      ofReference(jsonAt(basis, ['source']), ['legalBasis', index, 'source']),
    ),
    ...(isUnsaid
      ? [{ path: ['demand', 'why'], key: 'studio.problem.noReason', severity: 'info' } as const]
      : []),
    ...listAt(value, ['fields']).flatMap((column, index) =>
      sourceHints(column).map((each) => ({ ...each, path: ['fields', index, ...each.path] })),
    ),
  ]
}
