import { type PersonRole, personRoleSchema } from '../case/actors.ts'
import type { Concept } from '../fields/concepts.ts'
import type { ReadNote } from '../note/read-note.ts'

/** Somebody in a list of persons of a meeting. */
export interface Participant {
  /** Undefined where it is not said. */
  readonly role: PersonRole | undefined
  /** Whether they were there, where the list says so of each; those in a list of who came were. */
  readonly came: boolean
}

function roleOf(answer: unknown): PersonRole | undefined {
  if (typeof answer !== 'object' || answer === null || !('role' in answer)) return undefined
  return personRoleSchema.safeParse(answer.role).data
}

/** The persons in the list with this concept, in its order. */
export function participantsIn(read: ReadNote, concept: Concept): readonly Participant[] {
  const field = read.field(concept)
  if (field?.type !== 'group') return []
  const person = field.fields.find(({ type }) => type === 'person')
  const attendance = field.fields.find(({ type }) => type === 'yes-no')
  return (read.answer(concept, 'group') ?? []).map(({ answers }) => ({
    role: person && roleOf(answers[person.id]),
    came: attendance === undefined || answers[attendance.id] !== 'nej',
  }))
}
