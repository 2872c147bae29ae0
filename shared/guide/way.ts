import { newestVersions, type Template, type TemplateId } from '../template/template.ts'
import type { Localized } from '../text/localized.ts'
import type { Guide, GuideAnswer, GuideQuestion } from './guide.ts'

/** A template that an answer leads to, and why in a line where the way says so. */
export interface WayEnd {
  readonly template: Template
  readonly why?: Localized
}
/** An answer as it is shown: to another question, or to a template. */
export interface WayAnswer {
  readonly id: string
  readonly text: Localized
  readonly next: { readonly question: string } | WayEnd
}
export interface WayQuestion {
  readonly id: string
  readonly text: Localized
  readonly answers: readonly WayAnswer[]
}
/** What to take instead, under a question that is answered with yes. */
export interface Instead {
  readonly when: Localized
  readonly template: Template
}

/** The way through the questions with the templates that are there. */
export interface Way {
  readonly start: WayQuestion | undefined
  readonly question: (id: string) => WayQuestion | undefined
  readonly instead: (template: Template) => readonly Instead[]
  /** What people call a template, or look for when they want it. */
  readonly words: (template: Template) => readonly string[]
  /** Every template once, in the order that the questions lead to them. */
  readonly templates: readonly Template[]
}

/**
 * The way with these templates. An answer to one that is not here is not given; a template that no answer names (an
 * agency's own) stands last among the answers of the question for its kind, in its own words.
 */
export function wayThrough(guide: Guide, all: readonly Template[]): Way {
  const templates = newestVersions(all)
  const byId = new Map<TemplateId, Template>(templates.map((template) => [template.id, template]))
  const named = new Set(
    guide.questions.flatMap(({ answers }) =>
      answers.flatMap((each) => ('template' in each ? each.template : [])),
    ),
  )
  const answerOf = (answer: GuideAnswer): WayAnswer[] => {
    const { id, text } = answer
    if ('question' in answer) return [{ id, text, next: { question: answer.question } }]
    const template = byId.get(answer.template)
    return template ? [{ id, text, next: { template, why: answer.why } }] : []
  }
  const asked = ({ id, text, kinds = [], answers }: GuideQuestion): WayQuestion => {
    const own = templates.filter((template) => !named.has(template.id) && kinds.includes(template.kind))
    const added = own.map((template) => ({ id: template.id, text: template.title, next: { template } }))
    return { id, text, answers: [...answers.flatMap(answerOf), ...added] }
  }
  const questions = withoutBlindWays(guide.questions.map(asked))
  const documents = new Map(guide.documents.map((document) => [document.template, document]))
  const led = questions.flatMap(({ answers }) =>
    answers.flatMap(({ next }) => ('template' in next ? next.template : [])),
  )
  return {
    start: questions[0],
    question: (id) => questions.find((question) => question.id === id),
    instead: ({ id }) =>
      (documents.get(id)?.instead ?? []).flatMap(({ when, template }) => {
        const other = byId.get(template)
        return other ? [{ when, template: other }] : []
      }),
    words: ({ id }) => documents.get(id)?.words ?? [],
    templates: [...new Set([...led, ...templates])],
  }
}

/** Without the questions that nothing answers, and the answers that lead to them. */
function withoutBlindWays(questions: readonly WayQuestion[]): readonly WayQuestion[] {
  const open = questions.filter(({ answers }) => answers.length > 0)
  if (open.length === questions.length) return questions
  const leads = ({ next }: WayAnswer) => 'template' in next || open.some(({ id }) => id === next.question)
  return withoutBlindWays(open.map((question) => ({ ...question, answers: question.answers.filter(leads) })))
}
