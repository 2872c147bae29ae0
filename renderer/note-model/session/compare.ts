import { dequal } from 'dequal/lite'
import { type Answers, differingFields } from '../../../shared/note/answers.ts'
import type { Objection } from '../../../shared/note/note.ts'
import { objectionTo, sentenceOf } from '../../../shared/note/objections.ts'

type Value = Answers[string] | undefined

/** How two edits of the same note relate, field by field. */
export interface Comparison {
  /** Both edits together: each field from the side that changed it; where both did, mine. */
  merged: Answers
  /** Fields that both sides changed, and not to the same. */
  conflicts: string[]
}

/** The answers with one set, or removed where the value is undefined. The same object where nothing changes. */
export function withAnswer(answers: Answers, field: string, value: Value): Answers {
  if (value === undefined) {
    if (!Object.hasOwn(answers, field)) return answers
    const { [field]: _removed, ...rest } = answers
    return rest
  }
  return answers[field] === value ? answers : { ...answers, [field]: value }
}

/**
 * Three answers to each field: what both began from, mine and theirs. A field that one side alone changed
 * is taken from that side, so that two people in different fields never meet a question.
 */
export function compareEdits(base: Answers, mine: Answers, theirs: Answers): Comparison {
  const changedByThem = differingFields(base, theirs)
  const changedByMe = new Set(differingFields(base, mine))
  const conflicts = changedByThem.filter(
    (field) => changedByMe.has(field) && !dequal(mine[field], theirs[field]),
  )
  const merged = changedByThem
    .filter((field) => !changedByMe.has(field))
    .reduce((answers, field) => withAnswer(answers, field, theirs[field]), mine)
  return { merged, conflicts }
}

const without = (objections: readonly Objection[], others: readonly Objection[]) =>
  objections.filter((objection) => !objectionTo(others, sentenceOf(objection)))

/** Objections are made and taken back one by one: what either side did since `base` is done, and they never meet. */
export function mergeObjections(
  base: readonly Objection[],
  mine: readonly Objection[],
  theirs: readonly Objection[],
): readonly Objection[] {
  const takenBack = without(base, mine)
  const added = without(without(mine, base), theirs)
  return takenBack.length === 0 && added.length === 0 ? theirs : [...without(theirs, takenBack), ...added]
}
