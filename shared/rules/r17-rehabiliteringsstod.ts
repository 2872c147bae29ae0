import { documentKinds } from '../case/kinds.ts'
import type { Concept } from '../fields/concepts.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { type Marker, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'

function fault(
  read: ReadNote,
  concept: Concept,
  wrong: 'ja' | 'nej',
  key: 'rules.r17.provider' | 'rules.r17.treatment',
): Marker[] {
  const label = read.field(concept)?.label
  if (!label || read.answer(concept, 'yes-no') !== wrong) return []
  return [marker('R17', 'error', [key, { label }], read.whereOf(concept))]
}

/**
 * R17: arbetsplatsinriktat rehabiliteringsstöd from a provider that Försäkringskassan has not approved, or for a treatment.
 * Neither can be paid for by the grant.
 */
export const r17: NoteRule = {
  id: 'R17',
  scope: 'note',
  sources: ['000:429-431', '001:14750-14758'],
  kinds: documentKinds,
  reads: { concepts: ['anordnare-godkand', 'insats-ar-behandling'] },
  check: (read) => [
    ...fault(read, 'anordnare-godkand', 'nej', 'rules.r17.provider'),
    ...fault(read, 'insats-ar-behandling', 'ja', 'rules.r17.treatment'),
  ],
}
