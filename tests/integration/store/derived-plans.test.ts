import { expect, test } from 'vitest'
import { z } from 'zod'
import { madeDatabase } from './support.ts'

const plan = z.array(z.object({ detail: z.string() }))

test.each([
  ['a case by its number', `SELECT n FROM case_facts WHERE number_key = '1'`, 'case_facts_by_number'],
  [
    'cases by the name',
    `SELECT n FROM case_facts WHERE name_key >= 'a' ORDER BY name_key, n LIMIT 50`,
    'case_facts_by_name',
  ],
  [
    'a case by its personnummer',
    `SELECT n FROM case_facts WHERE personnummer = '1'`,
    'case_facts_by_personnummer',
  ],
  [
    'mine by number',
    `SELECT n FROM case_facts WHERE assigned_key = 'a' ORDER BY number_key LIMIT 50`,
    'case_facts_by_assigned',
  ],
  [
    'long cases',
    `SELECT n FROM case_facts WHERE first_sick_day < '2025-01-01' ORDER BY first_sick_day, n LIMIT 50`,
    'case_facts_by_day_one',
  ],
  [
    'changed last',
    `SELECT n FROM case_facts ORDER BY updated_at DESC, n DESC LIMIT 50`,
    'case_facts_by_update',
  ],
  [
    'plans by month',
    `SELECT date FROM case_events WHERE kind = 'plan-inkommen' AND date >= '2026-01-01'`,
    'case_events_by_kind',
  ],
  [
    'dues of a week',
    `SELECT due FROM case_dues WHERE due BETWEEN '2026-01-01' AND '2026-01-07'`,
    'case_dues_by_due',
  ],
  [
    'the templates that notes pin',
    'SELECT DISTINCT template_id, template_version FROM notes',
    'notes_by_template',
  ],
])('Finds %s by an index and sorts nothing', (_what, sql, index) => {
  const { db } = madeDatabase()
  const steps = plan.parse(db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()).map(({ detail }) => detail)
  expect(steps.join('\n')).toContain(index)
  expect(steps.join('\n')).not.toContain('TEMP B-TREE')
})
