import { z } from 'zod'
import { type FieldId, fieldIdSchema, slugSchema } from '../fields/base.ts'
import { commandIdSchema } from '../host/preferences.ts'
import { templateIdSchema } from '../template/template.ts'
import { type Localized, localizedSchema } from '../text/localized.ts'

/** The parts of the frame that a step can point at. */
const tourParts = ['title', 'activities', 'side', 'editors', 'panel', 'auxiliary', 'status'] as const

/** What has no command, view or field of its own, and is named for tours alone. */
export const tourMarks = ['export', 'owner'] as const
export type TourMark = (typeof tourMarks)[number]

/** The attribute by which the window names each kind of thing that a step can point at. */
export const anchorAttributes = {
  part: 'data-part',
  command: 'data-command',
  view: 'data-view',
  field: 'data-field',
  template: 'data-template-button',
  mark: 'data-mark',
} as const
export type AnchorKind = keyof typeof anchorAttributes

const anchorSchema = z.union([
  z.strictObject({ part: z.enum(tourParts) }),
  /** The button that runs a command. */
  z.strictObject({ command: commandIdSchema }),
  /** What shows a view: its item in the activity bar, or its tab in the panel. */
  z.strictObject({ view: slugSchema }),
  z.strictObject({ field: fieldIdSchema }),
  /** The line of a template in a list: it opens the template, or begins a note of it. */
  z.strictObject({ template: templateIdSchema }),
  z.strictObject({ mark: z.enum(tourMarks) }),
])
/** A real part of the window, named as data. */
export type TourAnchor = z.infer<typeof anchorSchema>

const doneSchema = z.union([
  /** *Nästa* is pressed: the step has only something to say. */
  z.strictObject({ next: z.literal(true) }),
  /** Any of these commands has run. */
  z.strictObject({ ran: z.array(commandIdSchema).min(1) }),
  /** The active editor is of this type, and shows something of this template. */
  z.strictObject({ open: z.string().min(1), template: templateIdSchema.optional() }),
  /** This view is shown in the side bar or in the panel. */
  z.strictObject({ view: slugSchema }),
  /** The active note has an answer here. */
  z.strictObject({ answered: fieldIdSchema }),
  /** The active note is journalförd. */
  z.strictObject({ signed: z.literal(true) }),
  /** The active note has nothing left that stops it from being journalförd. */
  z.strictObject({ mended: z.literal(true) }),
  /** This has the focus, or something in it. */
  z.strictObject({ focus: anchorSchema }),
])
type TourDone = z.infer<typeof doneSchema>

const stepSchema = z.strictObject({
  id: slugSchema,
  at: anchorSchema,
  /** The view that holds what is pointed at; *Visa var* opens it where it is put away. */
  within: slugSchema.optional(),
  say: localizedSchema,
  done: doneSchema,
  /** What somebody may do in place of what the step asks, and what is said of that while it stands so. */
  instead: z.strictObject({ done: doneSchema, say: localizedSchema }).optional(),
})
export type TourStep = z.infer<typeof stepSchema>

/** The tours that there are: each is a file of `templates/tours`, and has the words by which it is begun. */
const tourIds = ['first-note', 'plan-or-planering', 'mend-problems'] as const

/** A tour of the window, as data: each step points at a part of it, says one thing, and knows when it is done. */
export const tourSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('klarlagt/rundtur'),
  id: z.enum(tourIds),
  title: localizedSchema,
  summary: localizedSchema,
  steps: z.array(stepSchema).min(2).max(30),
})
export type Tour = z.infer<typeof tourSchema>

/** What a step asks of the window as it stands. */
export interface TourFacts {
  /** The commands that have run since the step began. */
  readonly ran: readonly string[]
  readonly editor: { readonly type: string; readonly template: string | undefined } | undefined
  /** The views that are shown, in the side bar and in the panel. */
  readonly views: readonly string[]
  readonly hasAnswer: (field: FieldId) => boolean
  readonly isSigned: boolean
  /** How many errors the active note has; undefined where none is read. */
  readonly errors: number | undefined
  readonly hasFocus: (anchor: TourAnchor) => boolean
}

/** Whether the learner has done what a step asks. One that is only read is never done by itself. */
export function isStepDone(done: TourDone, facts: TourFacts): boolean {
  if ('ran' in done) return done.ran.some((command) => facts.ran.includes(command))
  if ('open' in done)
    return (
      facts.editor?.type === done.open &&
      (done.template === undefined || facts.editor.template === done.template)
    )
  if ('view' in done) return facts.views.includes(done.view)
  if ('answered' in done) return facts.hasAnswer(done.answered)
  if ('signed' in done) return facts.isSigned
  if ('mended' in done) return facts.errors === 0
  if ('focus' in done) return facts.hasFocus(done.focus)
  return false
}

/** What is said of what the learner has done in place of what the step asks. A note that is not read yet may be the right one. */
export function saidInstead({ done, instead }: TourStep, facts: TourFacts): Localized | undefined {
  const { editor } = facts
  if (instead === undefined || (editor?.type === 'note' && editor.template === undefined)) return undefined
  return isStepDone(instead.done, facts) && !isStepDone(done, facts) ? instead.say : undefined
}
