import { sql } from 'kysely'
import { z } from 'zod'
import {
  type AnswerTally,
  type Breakdown,
  type Survey,
  type SurveyAsked,
  type SurveyQuestion,
  surveyFigureOf,
} from '../../../shared/indicators/survey.ts'
import { officeSchema } from '../../../shared/indicators/table.ts'
import { all, type Db } from '../db.ts'
import { keeping } from './kept.ts'
import { compilable, employmentOf, type FigureSql, lengthOn, monthsSpan } from './parts.ts'

const dayThen = sql`(julianday(answer.on_day) - julianday(facts.first_sick_day) + 1)`
const ageThen = sql`(CAST(substr(answer.on_day, 1, 4) AS INTEGER) - CAST(substr(facts.personnummer, 1, 4) AS INTEGER))`

/** The group of a case in each breakdown, as `groupsOf` names them; the bounds are said there. */
const groupSql: Readonly<Record<Breakdown, FigureSql>> = {
  length: sql`CASE WHEN ${dayThen} <= 180 THEN 'upTo180' WHEN ${dayThen} <= 365 THEN 'upTo365'
    WHEN ${dayThen} <= 730 THEN 'upTo730' WHEN ${dayThen} <= 1095 THEN 'upTo1095' ELSE 'over1095' END`,
  // The last digit but one of a personnummer is odd for men and even for women (folkbokföringslagen 18 §).
  gender: sql`CASE WHEN CAST(substr(facts.personnummer, -2, 1) AS INTEGER) % 2 = 0 THEN 'women' ELSE 'men' END`,
  age: sql`CASE WHEN ${ageThen} < 30 THEN 'under30' WHEN ${ageThen} < 40 THEN 'from30' WHEN ${ageThen} < 50 THEN 'from40'
    WHEN ${ageThen} < 60 THEN 'from50' ELSE 'from60' END`,
  office: sql`'all'`,
}

/** The answers of the last interview of each case in the months that are asked about. */
const answers = (asked: SurveyAsked): FigureSql => {
  const { first, last } = monthsSpan(asked)
  return sql`WITH latest AS (SELECT case_n, note_id FROM (SELECT case_n, note_id,
      row_number() OVER (PARTITION BY case_n ORDER BY on_day DESC, seq DESC) AS place
      FROM survey_answers INDEXED BY figures_of_interviews WHERE on_day BETWEEN ${first} AND ${last}) WHERE place = 1),
    answers AS MATERIALIZED (SELECT answer.case_n AS case_n, answer.question AS field, answer.value AS value, facts.office AS office,
      ${asked.breakdown === undefined ? sql`'all'` : groupSql[asked.breakdown]} AS "group"
      FROM latest CROSS JOIN survey_answers AS answer ON answer.case_n = latest.case_n AND answer.note_id = latest.note_id
      CROSS JOIN case_facts AS facts ON facts.n = answer.case_n
      WHERE ${employmentOf(asked.population)} AND ${lengthOn(asked.population, sql`answer.on_day`)})`
}

/** How many cases gave each answer, and how many answered at all, by office and group. */
export const surveyQuery = (asked: SurveyAsked): FigureSql => sql`${answers(asked)}
  SELECT field, office, "group", value, count(DISTINCT case_n) AS count FROM answers GROUP BY 1, 2, 3, 4
  UNION ALL SELECT field, office, "group", NULL, count(DISTINCT case_n) FROM answers GROUP BY 1, 2, 3`

const answerRow = z.object({
  field: z.string(),
  office: officeSchema,
  group: z.string(),
  value: z.string().nullable(),
  count: z.int(),
})

/** The answers of interviews on the support to the questions that are asked after. */
export const readSurvey = keeping(
  (db: Db, { asked, questions }: { asked: SurveyAsked; questions: readonly SurveyQuestion[] }): Survey => {
    const tallies = all(db, compilable(surveyQuery(asked)), answerRow).map(
      ({ value, ...tally }): AnswerTally => ({ ...tally, ...(value === null ? {} : { value }) }),
    )
    return { asked, figures: questions.map((question) => surveyFigureOf(question, asked, tallies)) }
  },
)
