import type { Answers } from '../../../shared/note/answers.ts'
import type { AnswerChange, ConflictChoice } from './note-session.ts'

/** Both texts of a field as one, mine first; undefined where either is no text. */
export function bothTexts(
  mine: Answers[string] | undefined,
  theirs: Answers[string] | undefined,
): string | undefined {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return undefined
  return [mine, theirs].filter((text) => text !== '').join('\n\n')
}

/** The change that a choice makes to my answers; none where mine stands. */
export function chosenOf(
  field: string,
  choice: ConflictChoice,
  mine: Answers,
  theirs: Answers,
): AnswerChange[] {
  if (choice === 'mine') return []
  const both = choice === 'both' ? bothTexts(mine[field], theirs[field]) : undefined
  return [{ field, value: choice === 'theirs' ? theirs[field] : (both ?? mine[field]) }]
}
