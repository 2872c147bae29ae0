import type { Cause } from '../fields/define.ts'
import type { AnswerField, AnswerType, Field } from '../fields/index.ts'
import type { TakesOver } from '../fields/takes-over.ts'

/** Whether a field of a type can hold what it is to take over. */
function canHold(type: AnswerType, taken: TakesOver): boolean {
  switch (taken.from) {
    case 'insatser':
      return type === 'insatser'
    case 'note':
      return (type === 'note-reference') === (taken.concept === undefined)
    case 'case':
      if (taken.what === 'consents') return type === 'consents'
      return taken.what === 'employer'
        ? type === 'actor' || type === 'text'
        : type === 'person' || type === 'group'
  }
}

/**
 * What a field says of others that cannot be: its words are said to be those of a field that is no choice, or it takes
 * over what its type cannot hold. `known` are the template's fields by id.
 */
export function referenceCauses(
  { journal, takesOver, type }: AnswerField,
  path: readonly PropertyKey[],
  known: ReadonlyMap<string, Field>,
): Cause[] {
  const causes: Cause[] = []
  const by = journal?.accordingTo
  if (by !== undefined && known.get(by)?.type !== 'choice')
    causes.push({
      path: [...path, 'journal', 'accordingTo'],
      key: 'rules.template.accordingTo',
      params: { id: by },
    })
  if (takesOver !== undefined && !canHold(type, takesOver))
    causes.push({ path: [...path, 'takesOver'], key: 'rules.template.takesOver', params: { type } })
  return causes
}
