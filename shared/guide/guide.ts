import { z } from 'zod'
import { documentKindSchema } from '../case/kinds.ts'
import { slugSchema } from '../fields/base.ts'
import { type Template, templateIdSchema } from '../template/template.ts'
import { localizedSchema } from '../text/localized.ts'

/** The most answers to a question: each has a number key. */
const MOST_ANSWERS = 9
/** So many answers lead to any template; the step after them makes the note. */
export const MOST_STEPS = 3

const answer = { id: slugSchema, text: localizedSchema }
const answerSchema = z.union([
  z.strictObject({ ...answer, question: slugSchema }),
  z.strictObject({ ...answer, template: templateIdSchema, why: localizedSchema }),
])
/** An answer leads to another question, or to a template with the reason in a line. */
export type GuideAnswer = z.infer<typeof answerSchema>

const questionSchema = z.strictObject({
  id: slugSchema,
  text: localizedSchema,
  /** Kinds of document whose templates stand among the answers where no answer of the path names them. */
  kinds: z.array(documentKindSchema).min(1).optional(),
  answers: z.array(answerSchema).min(1).max(MOST_ANSWERS),
})
export type GuideQuestion = z.infer<typeof questionSchema>

const documentSchema = z.strictObject({
  template: templateIdSchema,
  /** What people call it, or look for when they want it; in both languages. */
  words: z.array(z.string().min(2).max(60)),
  /** What to take instead, each under a question that is answered with yes. */
  instead: z.array(z.strictObject({ when: localizedSchema, template: templateIdSchema })).max(3),
})

/**
 * The way to the right template, as data: questions about what has happened, who made it and what it is for, the first
 * one asked first; and for each template what people call it, and what to take instead where the answer was wrong.
 */
export const guideSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('klarlagt/vagval'),
  questions: z.array(questionSchema).min(1),
  documents: z.array(documentSchema),
})
export type Guide = z.infer<typeof guideSchema>

function twice(what: string, ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${what} ${id} stands twice`)
}

/** How many answers lead to each question at the least; those that none leads to are left out. */
function stepsTo(questions: readonly GuideQuestion[]): Map<string, number> {
  const steps = new Map<string, number>()
  const waiting: [id: string | undefined, steps: number][] = [[questions[0]?.id, 0]]
  for (const [id, taken] of waiting) {
    const question = questions.find((each) => each.id === id)
    if (!question || steps.has(question.id)) continue
    steps.set(question.id, taken)
    for (const next of question.answers) if ('question' in next) waiting.push([next.question, taken + 1])
  }
  return steps
}

/** What of the way does not hold with these templates, which it is to lead to; empty where all does. */
export function guideFaults({ questions, documents }: Guide, templates: readonly Template[]): string[] {
  const known = new Set<string>(templates.map(({ id }) => id))
  const steps = stepsTo(questions)
  const leaves = questions.flatMap(({ id, answers }) =>
    answers.flatMap((each) => ('template' in each ? [{ question: id, template: each.template }] : [])),
  )
  const named = new Set<string>(leaves.map(({ template }) => template))
  const described = documents.map(({ template }) => template)
  const mentioned = [
    ...named,
    ...described,
    ...documents.flatMap((each) => each.instead.map((one) => one.template)),
  ]
  const kinds = questions.flatMap((question) => question.kinds ?? [])
  return [
    ...twice(
      'question',
      questions.map(({ id }) => id),
    ),
    ...twice('document', described),
    ...twice('kind', kinds),
    ...questions.flatMap(({ id, answers }) =>
      twice(
        `in ${id}: answer`,
        answers.map((each) => each.id),
      ),
    ),
    ...questions.filter(({ id }) => !steps.has(id)).map(({ id }) => `no answer leads to question ${id}`),
    ...questions.flatMap(({ answers }) =>
      answers.flatMap((each) =>
        'question' in each && !steps.has(each.question) ? [`there is no question ${each.question}`] : [],
      ),
    ),
    ...leaves
      .filter(({ question }) => (steps.get(question) ?? 0) >= MOST_STEPS)
      .map(({ question, template }) => `${template} is more than ${MOST_STEPS} answers away, in ${question}`),
    ...[...new Set(mentioned)].filter((id) => !known.has(id)).map((id) => `there is no template ${id}`),
    ...[...known].filter((id) => !named.has(id)).map((id) => `no answer leads to template ${id}`),
    ...[...known].filter((id) => !described.some((one) => one === id)).map((id) => `${id} has no words`),
    ...documentKindSchema.options
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => `templates of kind ${kind} have no question to stand in`),
  ]
}
