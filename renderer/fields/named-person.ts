import type { CasePerson } from '../../shared/case/case.ts'
import type { Answer } from '../../shared/fields/index.ts'

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase()

/**
 * The person that a typed name means: one of the case where it is that name, with role and title, else the name
 * with the role and title that were given for it. What came from a name typed on the way to a longer one goes with it.
 */
export function namedPerson(
  name: string,
  before: Answer<'person'> | undefined,
  persons: readonly CasePerson[],
): Answer<'person'> | undefined {
  const wasKnown = persons.some(
    (person) =>
      before !== undefined &&
      same(person.name, before.name) &&
      person.role === before.role &&
      person.title === before.title,
  )
  const kept = wasKnown ? undefined : before
  const known = persons.find((person) => same(person.name, name))
  if (known) return { ...known, ...kept, name }
  const empty = name === '' && kept?.role === undefined && kept?.title === undefined
  return empty ? undefined : { ...kept, name }
}
