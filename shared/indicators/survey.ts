// What interviews on the support say (004:41-62, 92-99), question by question. Each case answers once: with its last interview.
import { z } from 'zod'
import type { Field } from '../fields/index.ts'
import { parseNumber } from '../fields/number.ts'
import type { Template } from '../template/template.ts'
import { areMonths, askedShape } from './figure.ts'
import { populationSchema } from './populations.ts'
import { hiddenCells, LEAST_SHOWN } from './suppress.ts'
import { inSwedishOrder, type Office, sumsTable, WHOLE } from './table.ts'

/** The template whose answers these are. */
export const SURVEY_TEMPLATE = 'intervju-om-stodet'

/** What the answers can be divided by, of what the survey's plan names and a case knows (004:62); offices are our own choice. */
export const breakdowns = ['length', 'gender', 'age', 'office'] as const
export type Breakdown = (typeof breakdowns)[number]

/** The groups of each breakdown, in their order. Their bounds are our own choice; 180 and 365 are those of the law. */
export const groupsOf = {
  length: ['upTo180', 'upTo365', 'upTo730', 'upTo1095', 'over1095'],
  gender: ['women', 'men'],
  age: ['under30', 'from30', 'from40', 'from50', 'from60'],
} as const satisfies Partial<Record<Breakdown, readonly string[]>>

/** A question of the survey, as a template asks it. */
export const surveyQuestionSchema = z.object({
  field: z.string(),
  number: z.number(),
  /** 1: comparable with the survey of 2023; 2: may be adjusted, and then is not; 3: it is not decided (004:92-99). */
  comparability: z.literal([1, 2, 3]),
  kind: z.enum(['choice', 'choices', 'number']),
  values: z.array(z.string()),
})
export type SurveyQuestion = z.infer<typeof surveyQuestionSchema>

/** The questions of a template that are answered by choices or numbers. What is answered in own words is not counted. */
export function surveyQuestions({ sections }: Template): SurveyQuestion[] {
  return sections
    .flatMap(({ fields }) => fields)
    .flatMap((field): SurveyQuestion[] => {
      if (!('survey' in field) || field.survey === undefined) return []
      const { question: number, comparability } = field.survey
      const asked = { field: field.id, number, comparability }
      if (field.type === 'number') return [{ ...asked, kind: field.type, values: [] }]
      if (field.type !== 'choice' && field.type !== 'choices') return []
      return [{ ...asked, kind: field.type, values: field.options.map(({ value }) => value) }]
    })
}

/** The fields of a template by id: the words of its questions. */
export const surveyFields = ({ sections }: Template): ReadonlyMap<string, Field> =>
  new Map(sections.flatMap(({ fields }) => fields).map((field) => [field.id, field]))

export const surveyAskedSchema = z
  .strictObject({ ...askedShape, breakdown: z.enum(breakdowns).optional() })
  .refine(areMonths, 'months')
export type SurveyAsked = z.infer<typeof surveyAskedSchema>

/** The answers of a group to a question, where they are of enough cases: the share of each choice, or the numbers in short. */
const answersSchema = z.discriminatedUnion('shown', [
  z.object({
    shown: z.literal(true),
    count: z.int(),
    shares: z.record(z.string(), z.number()),
    median: z.number().optional(),
    mean: z.number().optional(),
  }),
  z.object({ shown: z.literal(false) }),
])
export type SurveyAnswers = z.infer<typeof answersSchema>

const surveyFigureSchema = z.object({
  field: z.string(),
  population: populationSchema,
  whole: answersSchema,
  groups: z.array(z.object({ group: z.string().nullable(), answers: answersSchema })),
})
export type SurveyFigure = z.infer<typeof surveyFigureSchema>

export const surveySchema = z.object({ asked: surveyAskedSchema, figures: z.array(surveyFigureSchema) })
export type Survey = z.infer<typeof surveySchema>

/** How many cases of an office and a group gave an answer to a question; `value` undefined: any. */
export interface AnswerTally {
  readonly field: string
  readonly office: Office
  readonly group: string
  readonly value?: string | undefined
  readonly count: number
}

const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts)

/** What typed numbers say in short, from how many gave each; undefined where too few are numbers. */
function inShort(
  typed: ReadonlyMap<string, number>,
): { count: number; median: number; mean: number } | undefined {
  const each = [...typed]
    .flatMap(([text, count]) => {
      const value = parseNumber(text)
      return value === undefined ? [] : [{ value, count }]
    })
    .toSorted((a, b) => a.value - b.value)
  const count = each.reduce((sum, one) => sum + one.count, 0)
  if (count < LEAST_SHOWN) return undefined
  const at = (place: number) => {
    let before = 0
    const found = each.find((one) => {
      before += one.count
      return before >= place
    })
    return found?.value ?? 0
  }
  return {
    count,
    median: (at(Math.ceil(count / 2)) + at(Math.floor(count / 2) + 1)) / 2,
    mean: each.reduce((sum, one) => sum + one.value * one.count, 0) / count,
  }
}

/** The groups that a question is divided into: those of the breakdown, or the offices there are. */
function groupsIn({ breakdown }: SurveyAsked, tallies: readonly AnswerTally[]): readonly (string | null)[] {
  if (breakdown === undefined) return []
  return breakdown === 'office' ? inSwedishOrder(tallies.map(({ office }) => office)) : groupsOf[breakdown]
}

/** The answers to a question from what is counted of it, hidden where they are of too few. */
export function surveyFigureOf(
  { field, kind, values }: SurveyQuestion,
  asked: SurveyAsked,
  tallies: readonly AnswerTally[],
): SurveyFigure {
  const own = tallies.filter((tally) => tally.field === field)
  const whole = own.filter(({ value }) => value === undefined)
  const offices = inSwedishOrder([
    ...whole.map(({ office }) => office),
    ...(asked.office === undefined ? [] : [asked.office]),
  ])
  const columns = inSwedishOrder(whole.map(({ group }) => group))
  const none = { hits: 0, days: 0, gap: 0 }
  const table = sumsTable(
    whole.map(({ office, group, count }) => ({ office, at: group, count, ...none })),
    columns,
    offices,
    true,
  )
  const hiddenIn = hiddenCells(table.counts, { across: true })
  const counted = new Map<string, Map<string, number>>()
  const isWhole = (at: string | null | typeof WHOLE) => (at === WHOLE ? '' : key(at))
  for (const { office, group, value, count } of own) {
    if (value === undefined) continue
    for (const row of [office, WHOLE] as const)
      for (const column of [group, WHOLE] as const) {
        const place = key(isWhole(row), isWhole(column))
        const found = counted.get(place) ?? new Map<string, number>()
        counted.set(place, found.set(value, (found.get(value) ?? 0) + count))
      }
  }
  const answers = (row: Office | typeof WHOLE, column: string | typeof WHOLE): SurveyAnswers => {
    const { sum, hidden } = table.cell(hiddenIn, row, column)
    if (hidden) return { shown: false }
    const found = counted.get(key(isWhole(row), isWhole(column))) ?? new Map<string, number>()
    if (kind === 'number') {
      const short = inShort(found)
      return short === undefined ? { shown: false } : { shown: true, shares: {}, ...short }
    }
    const shares = values.map((value): [string, number] => [value, (found.get(value) ?? 0) / sum.count])
    return { shown: true, count: sum.count, shares: Object.fromEntries(shares) }
  }
  const shownRow = asked.office === undefined ? WHOLE : asked.office
  return {
    field,
    population: asked.population,
    whole: answers(shownRow, WHOLE),
    groups: groupsIn(asked, whole).map((group) => ({
      group,
      answers: asked.breakdown === 'office' ? answers(group, WHOLE) : answers(shownRow, group ?? WHOLE),
    })),
  }
}
