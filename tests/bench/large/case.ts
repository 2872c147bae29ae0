import { loadTemplates } from '../../../main/core/templates.ts'
import { addDays, isoDateSchema, timestampSchema } from '../../../shared/case/dates.ts'
import { digestSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { type AnswerField, holdsAnswer } from '../../../shared/fields/index.ts'
import { type Answers, answersSchema } from '../../../shared/note/answers.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import { type Template, templateIndex } from '../../../shared/template/template.ts'
import { context, draft } from '../../unit/check/sample.ts'
import { fillings } from '../../unit/template/fill.ts'

const NOTES = 60
const DRAFTS = 6
/** Rows of insatser in a planering and in a plan: ten of each make three hundred. */
const ROWS = { planering: 18, 'arbetsgivarens-plan': 12 } as const
/** What a case of two years is made of, again and again; a follow-up takes over the rows of the planering before it. */
const round = [
  'behovsklarlaggande',
  'arbetsgivarens-plan',
  'planering',
  'samtal-med-arbetsgivare',
  'uppfoljning-av-planering',
  'stallningstagande',
]

const templates = loadTemplates('templates')
const first = isoDateSchema.parse('2024-03-04')
const today = isoDateSchema.parse('2026-06-03')
const actors = ['arbetsgivare', 'halso-och-sjukvarden', 'foretagshalsovard', 'arbetsformedlingen']
const sentence =
  'Arbetsgivaren har lagt om passen och vården har en plan för hösten. Den försäkrade vill börja med halva dagar. '

function rowsOf(prefix: string, count: number, from: number): Answers[string] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${index}`,
    what: `Insats ${prefix} ${index}: lättare uppgifter vid packbordet`,
    kind: 'arbetslivsinriktad',
    performer: { actor: actors[index % actors.length] ?? 'arbetsgivare' },
    from: addDays(first, from + index),
    to: addDays(first, from + index + 40),
    followUp: addDays(first, from + index + 30),
    purpose: 'Klara halva dagar i ordinarie arbete.',
    status: index % 5 === 4 ? 'genomford' : 'pagar',
  }))
}

/** Words of its own in every text, so that nothing is remembered from another note or another case. */
const ownWords = (text: string, salt: string) => `${text} ${sentence.repeat(2)} ${salt}`

function answerOf(
  field: AnswerField,
  answer: Answers[string],
  salt: string,
  rows: Answers[string],
): Answers[string] {
  if (field.type === 'insatser') return rows
  if (field.type === 'text' && typeof answer === 'string') return ownWords(answer, `${salt} ${field.id}`)
  if (field.type === 'rich-text')
    return { blocks: [{ type: 'paragraph', runs: [{ text: ownWords('', `${salt} ${field.id}`) }] }] }
  return answer
}

function answersOf(template: Template, of: NoteContext, salt: string, rows: Answers[string]): Answers {
  const around = { context: of, referred: () => '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a99' }
  const widest = fillings(template, around).toSorted(
    (a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length,
  )[0]
  const { byId } = templateIndex(template)
  const answers = Object.entries(widest?.answers ?? {}).flatMap(
    ([id, answer]): [string, Answers[string]][] => {
      const field = byId.get(id)?.field
      return field && holdsAnswer(field) && answer !== null ? [[id, answerOf(field, answer, salt, rows)]] : []
    },
  )
  return answersSchema.parse(Object.fromEntries(answers))
}

function noteOf(of: NoteContext, salt: string, index: number): NoteWithTemplate {
  const id = round[index % round.length] ?? 'planering'
  const template = templates.newest(id)
  if (!template) throw new Error(`There is no template ${id}.`)
  const turn = Math.floor(index / round.length)
  const begun = index * 13
  const rows =
    id === 'planering'
      ? rowsOf(`p${turn}`, ROWS.planering, begun)
      : id === 'arbetsgivarens-plan'
        ? rowsOf(`a${turn}`, ROWS['arbetsgivarens-plan'], begun)
        : id === 'uppfoljning-av-planering'
          ? rowsOf(`p${turn}`, 6, begun)
          : []
  const subject = draft(template, answersOf(template, of, `${salt}-${index}`, rows))
  const at = timestampSchema.parse(`${addDays(first, begun)}T09:00:00Z`)
  const base = {
    ...subject.note,
    id: noteIdSchema.parse(`cccccccc-0000-4000-8000-${String(index).padStart(12, '0')}`),
    createdAt: at,
    updatedAt: at,
  }
  if (index >= NOTES - DRAFTS) return { template, note: base }
  const { id: _id, ...details } = of.case
  const signature = {
    by: base.author,
    at,
    sequence: index + 1,
    previous: null,
    digest: digestSchema.parse('0'.repeat(64)),
    case: details,
  }
  return { template, note: { ...base, status: 'journalford', signature } }
}

/**
 * A case of two years with 60 notes and 300 insatser, six of its notes still drafts; `salt` makes its texts other than
 * those of every other such case. `context.others` holds every note of the case.
 */
export function largeCase(salt: string): NoteContext {
  const of = { ...context, today, case: { ...context.case, firstSickDay: first } }
  return { ...of, others: Array.from({ length: NOTES }, (_, index) => noteOf(of, salt, index)) }
}
