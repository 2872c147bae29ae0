import { z } from 'zod'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { fieldIdSchema } from '../fields/base.ts'

/** Words in both languages as they are being written; English that is not there yet is said in Swedish. */
const wordsSchema = z.strictObject({ sv: z.string(), en: z.string() })
export type DraftWords = z.infer<typeof wordsSchema>

/** What is said of a field of a note: in a scene, or of an answer. */
const remarkSchema = z.strictObject({
  id: z.string(),
  field: fieldIdSchema.optional(),
  text: wordsSchema,
  rule: z.string(),
  source: z.string(),
})
export type DraftRemark = z.infer<typeof remarkSchema>

/** A note that a scene shows or an exercise expects, and what is said of its fields. */
const annotatedSchema = z.strictObject({ note: noteIdSchema, remarks: z.array(remarkSchema) })
export type AnnotatedNote = z.infer<typeof annotatedSchema>

const sceneSchema = z.strictObject({
  id: z.string(),
  title: wordsSchema,
  say: wordsSchema,
  shows: z.array(annotatedSchema),
})
export type DraftScene = z.infer<typeof sceneSchema>

const exerciseSchema = z.strictObject({
  id: z.string(),
  title: wordsSchema,
  actor: wordsSchema,
  situation: wordsSchema,
  /** The notes that are its answers, and so are not there when somebody practises. */
  answers: z.array(annotatedSchema),
})
export type DraftExercise = z.infer<typeof exerciseSchema>

/**
 * A demo pack as a trainer writes it: which cases and notes of the demo archive it is made of, by their ids, and what is said of
 * them. What the notes say is read when the pack is made, so that they can be changed until then.
 */
export const packDraftSchema = z.strictObject({
  title: wordsSchema,
  summary: wordsSchema,
  cases: z.array(z.strictObject({ id: caseIdSchema, notes: z.array(noteIdSchema) })),
  scenes: z.array(sceneSchema),
  exercises: z.array(exerciseSchema),
})
export type PackDraft = z.infer<typeof packDraftSchema>

/** The setting of the demo archive that keeps the pack that is being written. */
export const PACK_DRAFT = 'pack-draft'

export const noWords: DraftWords = { sv: '', en: '' }

/** A pack of which nothing has been written. */
export const emptyPackDraft: PackDraft = {
  title: noWords,
  summary: noWords,
  cases: [],
  scenes: [],
  exercises: [],
}

/** A draft without what concerns notes that are no longer among those picked. */
export function pruned(draft: PackDraft): PackDraft {
  const picked = new Set<string>(draft.cases.flatMap(({ notes }) => notes))
  const kept = (notes: readonly AnnotatedNote[]) => notes.filter(({ note }) => picked.has(note))
  return {
    ...draft,
    scenes: draft.scenes.map((scene) => ({ ...scene, shows: kept(scene.shows) })),
    exercises: draft.exercises.map((exercise) => ({ ...exercise, answers: kept(exercise.answers) })),
  }
}
