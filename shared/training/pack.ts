import { z } from 'zod'
import { caseDetailsSchema } from '../case/case.ts'
import { consentSchema } from '../case/consents.ts'
import { fieldIdSchema, slugSchema } from '../fields/base.ts'
import { answersSchema } from '../note/answers.ts'
import { templateIdSchema } from '../template/template.ts'
import { localizedSchema } from '../text/localized.ts'
import { roles } from '../user/user.ts'

export const PACK_FORMAT = 'klarlagt/demopaket'

/** Where a claim rests, as templates say it: `000:342-346`, or a section of law. */
const sourceSchema = z.string().min(1).max(300)

/**
 * Answers by field. What begins with `@` is worked out when the pack is loaded: `@94` is the date of the case's day 94, `@idag+14`
 * the date in two weeks, and `@not:behov` the note of the case with that key.
 */
const packNoteSchema = z.strictObject({
  key: slugSchema,
  /** The newest version of it is written in. */
  template: templateIdSchema,
  /** The day of the sick leave that it is written on. */
  day: z.int(),
  answers: answersSchema,
  status: z.enum(['utkast', 'journalford']),
  /** In which role it is written, where the investigator does not write it. */
  role: z.enum(roles).optional(),
  /** What the specialist found who approved it before it was signed: answers to the checklist. */
  approved: answersSchema.optional(),
})
export type PackNote = z.infer<typeof packNoteSchema>

/** A case as it begins. Its first sick day follows from the day that it has reached. */
const wholeCaseSchema = z.strictObject({
  key: slugSchema,
  /** The day of the sick leave that it has reached. */
  day: z.int().min(1).max(5000),
  details: caseDetailsSchema.omit({ firstSickDay: true, closed: true, consents: true }).extend({
    consents: z.array(consentSchema).max(20).optional(),
  }),
  notes: z.array(packNoteSchema).max(100),
})

/** A case that is as another of the pack, but for what is said here: the same, mended or broken. */
const variantSchema = z.strictObject({
  key: slugSchema,
  like: slugSchema,
  number: caseDetailsSchema.shape.number,
  /** Without these notes, by their keys. */
  without: z.array(slugSchema).optional(),
  /** Answers instead of those of the note with that key; `null` takes one away. */
  notes: z.array(z.strictObject({ key: slugSchema, answers: answersSchema })).max(100),
})

const packCaseSchema = z.union([wholeCaseSchema, variantSchema])
export type PackCase = z.infer<typeof packCaseSchema>

const ruleIdSchema = z.string().regex(/^R\d{1,2}$/)

/** What is pointed at in what is shown, and what is said of it. */
const pointSchema = z.strictObject({
  field: fieldIdSchema.optional(),
  text: localizedSchema,
  source: sourceSchema.optional(),
})

/** What a scene shows: a case, a note of it, or a section or a field of that. */
const shownSchema = z.strictObject({
  case: slugSchema,
  note: slugSchema.optional(),
  section: slugSchema.optional(),
  field: fieldIdSchema.optional(),
  points: z.array(pointSchema).max(20).optional(),
})
export type PackShown = z.infer<typeof shownSchema>

const sceneSchema = z.strictObject({
  id: slugSchema,
  title: localizedSchema,
  /** What the trainer says. */
  say: localizedSchema,
  source: sourceSchema.optional(),
  /** The rule that it is about, by its id. */
  rule: ruleIdSchema.optional(),
  /** The day of the case that it is seen on, where that is not the day that the case has reached. */
  day: z.int().min(1).max(5000).optional(),
  /** One, or two side by side. */
  shows: z.array(shownSchema).min(1).max(2),
})
export type PackScene = z.infer<typeof sceneSchema>

/** A document that the learner is expected to write, as the pack answers it, and why. */
const taskSchema = z.strictObject({
  template: templateIdSchema,
  answers: answersSchema,
  why: z.array(
    z.strictObject({
      field: fieldIdSchema,
      text: localizedSchema,
      rule: ruleIdSchema.optional(),
      source: sourceSchema.optional(),
    }),
  ),
})
export type PackTask = z.infer<typeof taskSchema>

const exerciseSchema = z.strictObject({
  id: slugSchema,
  case: slugSchema,
  title: localizedSchema,
  /** Whom it is about: the employer, the union. */
  actor: localizedSchema,
  situation: localizedSchema,
  source: sourceSchema.optional(),
  tasks: z.array(taskSchema).min(1).max(20),
})
export type PackExercise = z.infer<typeof exerciseSchema>

/** A demo pack: invented cases, scenes that the trainer shows of them, and exercises. Data, never code. */
export const packSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(PACK_FORMAT),
  id: slugSchema,
  version: z.int().min(1),
  title: localizedSchema,
  summary: localizedSchema,
  source: sourceSchema.optional(),
  cases: z.array(packCaseSchema).min(1).max(200),
  scenes: z.array(sceneSchema).max(200).optional(),
  exercises: z.array(exerciseSchema).max(100).optional(),
})
export type Pack = z.infer<typeof packSchema>
