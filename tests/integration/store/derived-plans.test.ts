import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../../main/store/db.ts'
import { thinEarlierDays } from '../../../main/store/history/thin-revisions.ts'
import { readPinnedTemplates } from '../../../main/store/read-notes.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { madeDatabase, withNotes } from './support.ts'

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
])('Finds %s by an index and sorts nothing', (_what, sql, index) => {
  const { db } = madeDatabase()
  const steps = plan.parse(db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()).map(({ detail }) => detail)
  expect(steps.join('\n')).toContain(index)
  expect(steps.join('\n')).not.toContain('TEMP B-TREE')
})

test.each([
  ['the notes to thin', /notes_to_thin/, (db: Db) => thinEarlierDays(db, isoDateSchema.parse('2026-03-04'))],
  ['the templates that notes pin', /template_id/, readPinnedTemplates],
] as const)('An archive is opened without going through all its notes for %s', (_what, about, run) => {
  const { db } = withNotes()
  run(db)
  const asked = [...db.statements.keys()].filter((sql) => sql.startsWith('select') && about.test(sql))
  expect(asked).not.toEqual([])
  for (const sql of asked) {
    const parameters = Array.from(sql.matchAll(/\?/gu), () => null)
    const steps = plan.parse(db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters))
    for (const { detail } of steps) expect(detail).not.toMatch(/SCAN notes(?!_| USING COVERING INDEX)/)
  }
})
