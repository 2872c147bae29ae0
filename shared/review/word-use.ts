import type { NoteId, RowId } from '../case/ids.ts'
import { type AnswerField, holdsAnswer, opsOf } from '../fields/index.ts'
import type { NoteWithTemplate } from '../note/context.ts'
import { type PlanUse, planUses } from '../rules/text/plan-words.ts'
import { templateIndex } from '../template/template.ts'

/** A place where a text uses the word plan or planering. */
export interface WordPlace extends Pick<PlanUse, 'noun' | 'why' | 'words' | 'sentence'> {
  readonly note: NoteId
  readonly field: AnswerField
  readonly row?: RowId | undefined
  readonly column?: string | undefined
  /** The other word, as it would be written there. */
  readonly instead?: string | undefined
}

/** How a note uses the two words: how often each, and the places where one may mean the other. */
export interface WordUse {
  readonly note: NoteId
  readonly plan: number
  readonly planering: number
  readonly places: readonly WordPlace[]
}

function usesIn({ note, template }: NoteWithTemplate): WordPlace[] {
  return templateIndex(template).entries.flatMap(({ field }) => {
    // What another says is in their words.
    if (!holdsAnswer(field) || field.saidBy !== undefined) return []
    return opsOf(field)
      .ownWords(note.answers[field.id])
      .flatMap(({ text, row, column }) =>
        planUses(text, template.kind === 'arbetsgivarens-plan').map(
          ({ noun, why, words, sentence, insert }): WordPlace => ({
            note: note.id,
            field,
            row,
            column,
            noun,
            why,
            words,
            sentence,
            instead: insert,
          }),
        ),
      )
  })
}

/**
 * How notes use "plan", the employer's document, and "planering", the agency's own. It only tells: what a sentence means is for
 * whoever wrote it to say, so nothing is rewritten from here (000:342-344; 001:10783-10789).
 */
export function wordUseOf(notes: readonly NoteWithTemplate[]): readonly WordUse[] {
  return notes.flatMap((subject) => {
    const uses = usesIn(subject)
    if (uses.length === 0) return []
    const count = (noun: WordPlace['noun']) => uses.filter((use) => use.noun === noun).length
    return [
      {
        note: subject.note.id,
        plan: count('plan'),
        planering: count('planering'),
        places: uses.filter(({ why }) => why !== undefined),
      },
    ]
  })
}
