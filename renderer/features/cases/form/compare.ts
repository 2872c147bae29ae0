import { dequal } from 'dequal/lite'
import { type CaseDraft, type CaseFields, caseFieldsSchema } from './draft.ts'

export type CaseFieldName = keyof CaseFields
export const caseFieldNames = caseFieldsSchema.keyof().options

/** What a field says, however its rows are told apart in the form. */
function said(fields: CaseFields, name: CaseFieldName): unknown {
  return name === 'persons' ? fields.persons.map(({ key: _key, ...person }) => person) : fields[name]
}

function differing(left: CaseFields, right: CaseFields): CaseFieldName[] {
  return caseFieldNames.filter((name) => !dequal(said(left, name), said(right, name)))
}

/** The draft with these fields as another has them. */
export function withFieldsOf(
  draft: CaseDraft,
  other: CaseFields,
  names: readonly CaseFieldName[],
): CaseDraft {
  return { ...draft, ...Object.fromEntries(names.map((name) => [name, other[name]])) }
}

/**
 * A form that was begun from an older case, beside the case as another window has left it. A field that one side alone
 * has changed is taken from that side; those that both have changed, and not to the same, are for the user to choose in.
 * `merged` has mine in them, and goes on from the newer case.
 */
export function compareDrafts(
  mine: CaseDraft,
  theirs: CaseDraft,
): { merged: CaseDraft; conflicts: readonly CaseFieldName[] } {
  const unequal = differing(mine, theirs)
  // Where it is not known what mine was begun from, every difference is a question.
  const mineChanged = mine.base === undefined ? unequal : differing(mine.base, mine)
  const theirsChanged = mine.base === undefined ? unequal : differing(mine.base, theirs)
  const conflicts = unequal.filter((name) => mineChanged.includes(name) && theirsChanged.includes(name))
  const fromThem = unequal.filter((name) => !mineChanged.includes(name))
  const { baseRevision, base } = theirs
  return { merged: { ...withFieldsOf(mine, theirs, fromThem), baseRevision, base }, conflicts }
}
