import { z } from 'zod'
import type { Case } from '../case/case.ts'
import { caseIdSchema, type NoteId, noteIdSchema, type RowId, rowIdSchema } from '../case/ids.ts'
import { documentKindSchema } from '../case/kinds.ts'
import { fieldIdSchema } from '../fields/base.ts'
import { type AnswerField, holdsAnswer, opsOf } from '../fields/index.ts'
import type { NoteWithTemplate } from '../note/context.ts'
import { type PlanUse, planUses } from '../rules/text/plan-words.ts'
import { templateIndex, templateRefSchema } from '../template/template.ts'
import { localizedSchema } from '../text/localized.ts'

/** Why a place is shown: R2 reads it as an error, or nothing says whose plan it is. */
export const wordReasons = ['own-plan', 'agency-made-plan', 'employers-planering', 'whose-plan'] as const

/** How a note of an archive uses the two words, with the places where one may mean the other. */
export const listedWordUseSchema = z.object({
  caseId: caseIdSchema,
  caseNumber: z.string(),
  insured: z.string(),
  note: noteIdSchema,
  template: templateRefSchema,
  kind: documentKindSchema,
  signed: z.boolean(),
  plan: z.int(),
  planering: z.int(),
  places: z.array(
    z.object({
      field: fieldIdSchema,
      label: localizedSchema,
      row: rowIdSchema.optional(),
      column: z.string().optional(),
      why: z.enum(wordReasons),
      /** Before the words, they, and after. */
      marked: z.tuple([z.string(), z.string(), z.string()]),
      instead: z.string().optional(),
    }),
  ),
})
export type ListedWordUse = z.infer<typeof listedWordUseSchema>

/** A place where a text uses the word plan or planering. */
export interface WordPlace extends Pick<PlanUse, 'noun' | 'why' | 'words' | 'sentence' | 'marked'> {
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
          ({ noun, why, words, sentence, marked, insert }): WordPlace => ({
            note: note.id,
            field,
            row,
            column,
            noun,
            why,
            words,
            sentence,
            marked,
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

/** What {@link wordUseOf} finds in the notes of a case, as it is listed among those of other cases. */
export function listedWordUse(
  { id: caseId, number: caseNumber, insured }: Case,
  notes: readonly NoteWithTemplate[],
): ListedWordUse[] {
  return notes.flatMap((subject) =>
    wordUseOf([subject]).map(
      ({ note, plan, planering, places }): ListedWordUse => ({
        caseId,
        caseNumber,
        insured: insured.name,
        note,
        template: subject.note.template,
        kind: subject.note.kind,
        signed: subject.note.status === 'journalford',
        plan,
        planering,
        places: places.flatMap(
          ({ field: { id, label }, row, column, why, marked: [before, words, after], instead }) =>
            why === undefined
              ? []
              : [{ field: id, label, row, column, why, marked: [before, words, after], instead }],
        ),
      }),
    ),
  )
}
