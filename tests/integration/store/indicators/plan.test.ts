// How the database finds what is counted: by the indexes of figures, each of which holds all that its figure asks for.
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  eventsQuery,
  firstEventsQuery,
  goodPlansQuery,
  measuresQuery,
} from '../../../../main/store/indicators/during.ts'
import { compilable, type FigureSql } from '../../../../main/store/indicators/parts.ts'
import { officesQuery } from '../../../../main/store/indicators/report.ts'
import { standingQuery } from '../../../../main/store/indicators/standing.ts'
import { surveyQuery } from '../../../../main/store/indicators/survey.ts'
import { emptyTables } from '../watch/tables.ts'
import { asked } from './world.ts'

const steps = z.array(z.object({ detail: z.string() }))

function planOf(part: FigureSql): string[] {
  const { sql, parameters } = compilable(part).compile()
  const plan = emptyTables()
    .raw.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
  return steps.parse(plan).map(({ detail }) => detail)
}

test.each([
  [
    'how it stood',
    standingQuery(asked()),
    /facts USING COVERING INDEX figures_of_cases \(employment=\? AND first_sick_day</,
  ],
  [
    'plans',
    eventsQuery(asked(), 'plan-inkommen'),
    /facts USING COVERING INDEX figures_of_happenings \(kind=\? AND date>\? AND date<\?\)/,
  ],
  [
    'tips',
    eventsQuery(asked(), 'tips'),
    /facts USING COVERING INDEX figures_of_happenings \(kind=\? AND date>\? AND date<\?\)/,
  ],
  [
    'support',
    firstEventsQuery(asked(), 'arbetsplatsstod'),
    /facts USING COVERING INDEX figures_of_happenings \(kind=\? AND date>\? AND date<\?\)/,
  ],
  [
    'good plans',
    goodPlansQuery(asked()),
    /facts USING COVERING INDEX figures_of_plans \(plan_came_on>\? AND plan_came_on<\?\)/,
  ],
  [
    'measures',
    measuresQuery(asked()),
    /facts USING COVERING INDEX figures_of_measures \(first_measure_on>\? AND first_measure_on<\?\)/,
  ],
  ['offices', officesQuery, /facts USING COVERING INDEX figures_by_office \(office>\?\)/],
  [
    'interviews',
    surveyQuery(asked()),
    /survey_answers USING COVERING INDEX figures_of_interviews \(on_day>\? AND on_day<\?\)/,
  ],
])('%s', (_what, query, index) => {
  const plan = planOf(query)
  expect(plan.join('\n')).toMatch(index)
  // Nothing that the archive keeps is gone through whole: what is scanned is what the query itself has made.
  expect(plan.filter((step) => /^SCAN (facts|answer|survey_answers|case_\w+)\b/.test(step))).toEqual([])
})
