import type { Answers } from '../../../shared/note/answers.ts'

type Value = Answers[string] | undefined

export interface AnswerChange {
  field: string
  value?: Value
}

/** What is to stand of a field that both have written: one of the two, or mine with theirs below it. */
export type ConflictChoice = 'mine' | 'theirs' | 'both'

/** Both texts of a field as one, mine first; undefined where either is no text. */
export function bothTexts(mine: Value, theirs: Value): string | undefined {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return undefined
  return [mine, theirs].filter((text) => text !== '').join('\n\n')
}

/** The changes that choices make to my answers. A field without a choice keeps mine. */
export function chosenChanges(
  fields: readonly string[],
  choices: Readonly<Record<string, ConflictChoice>>,
  mine: Answers,
  theirs: Answers,
): AnswerChange[] {
  return fields.flatMap((field) => {
    const choice = choices[field] ?? 'mine'
    if (choice === 'mine') return []
    const both = choice === 'both' ? bothTexts(mine[field], theirs[field]) : undefined
    return [{ field, value: choice === 'theirs' ? theirs[field] : (both ?? mine[field]) }]
  })
}
