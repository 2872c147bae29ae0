import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { casesWaiting, derivedOf, keepDerived } from '../../../main/store/derived/keep.ts'
import { differingTables, keptRows } from '../../../main/store/derived/write-rows.ts'
import { figureEventsTable } from '../../../main/store/migrations/0022-figure-events.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  type Client,
  caseDetails,
  changeCase,
  inStore,
  now,
  startWithArchive,
  templatesDir,
  wholeNeed,
} from '../core/support.ts'

const untold = { further: () => undefined, failed: () => undefined }

const { all: templates } = loadTemplates(templatesDir)

const plan: Answers = {
  'plan-status': { value: 'inkommen' },
  'inkom-datum': '2026-02-20',
  kanal: { value: 'blankett' },
  initiativ: { value: 'arbetsgivaren' },
  'insatser-i-planen': [
    {
      id: 'a',
      what: 'Arbetsträning',
      kind: 'arbetslivsinriktad',
      from: '2026-02-24',
      followUp: '2026-05-04',
      status: 'pagar',
    },
  ],
  foljbar: 'ja',
}

async function write(
  client: Client,
  caseId: Awaited<ReturnType<Client['cases']['create']>>['id'],
  template: string,
  answers: Answers,
) {
  const begun = await client.notes.create({ caseId, templateId: templateIdSchema.parse(template) })
  const answered = { ...begun.answers, ...answers }
  const { revision } = await client.notes.save({
    id: begun.id,
    baseRevision: begun.revision,
    answers: answered,
  })
  return { id: begun.id, revision }
}

async function started() {
  const { client, path } = await startWithArchive()
  const added = await client.cases.create(caseDetails({ office: 'Kontor Norr' }))
  /** A look at a table of the archive, closed meanwhile. */
  const rows = (sql: string) => inStore(client, path, (db) => db.raw.prepare(sql).all())
  return { client, path, id: added.id, rows }
}

describe('What is derived of a case', () => {
  test('is there when a save is acknowledged', async () => {
    const { client, id, rows } = await started()
    await write(client, id, 'arbetsgivarens-plan', plan)
    expect(
      await rows(`SELECT number_key, office, plan_state, plan_came_on, plan_channel, plan_initiative, plan_followable,
        first_measure_on, next_due, notes, drafts, oldest_draft, last_event FROM case_facts`),
    ).toEqual([
      {
        number_key: '0000000026-0000001187',
        office: 'Kontor Norr',
        plan_state: 'inkommen',
        plan_came_on: '2026-02-20',
        plan_channel: 'blankett',
        plan_initiative: 'arbetsgivaren',
        plan_followable: 1,
        first_measure_on: '2026-02-24',
        next_due: '2026-05-04',
        notes: 1,
        drafts: 1,
        oldest_draft: '2026-03-04',
        last_event: '2026-03-04',
      },
    ])
    expect(await rows('SELECT kind, date FROM case_events')).toEqual([
      { kind: 'plan-inkommen', date: '2026-02-20' },
    ])
    expect(await rows('SELECT owner, what, status FROM case_insatser')).toEqual([
      { owner: 'arbetsgivare', what: 'Arbetsträning', status: 'pagar' },
    ])
    expect(await rows('SELECT kind, due, row_id FROM case_dues')).toEqual([
      { kind: 'insats', due: '2026-05-04', row_id: 'a' },
    ])
    expect(await rows('SELECT * FROM derive_queue')).toEqual([])
  })

  const figureEvents = `SELECT kind, date, is_first, channel, employment, first_sick_day, office FROM case_figure_events ORDER BY seq`
  const counted = { employment: 'anstalld', first_sick_day: '2025-12-01', office: 'Kontor Norr' }
  const twoPlans = [
    { kind: 'plan-inkommen', date: '2026-01-15', is_first: 1, channel: 'telefon', ...counted },
    { kind: 'plan-inkommen', date: '2026-02-20', is_first: 0, channel: 'blankett', ...counted },
  ]

  test('tells the first event of its kind from later ones, where figures are of it', async () => {
    const { client, id, rows } = await started()
    await write(client, id, 'arbetsgivarens-plan', plan)
    const earlier = { 'inkom-datum': '2026-01-15', kanal: { value: 'telefon' } }
    await write(client, id, 'arbetsgivarens-plan', { ...plan, ...earlier })
    expect(await rows(figureEvents)).toEqual(twoPlans)
  })

  test('has the events that figures are of, in an archive of before they stood by themselves', async () => {
    const { client, path, id } = await started()
    await write(client, id, 'arbetsgivarens-plan', plan)
    await write(client, id, 'behovsklarlaggande', wholeNeed)
    const earlier = { 'inkom-datum': '2026-01-15', kanal: { value: 'telefon' } }
    await write(client, id, 'arbetsgivarens-plan', { ...plan, ...earlier })
    await inStore(client, path, ({ raw }) => {
      raw.exec('DROP TABLE case_figure_events; CREATE INDEX figures_of_events ON case_events (kind)')
      figureEventsTable.up(raw)
      expect(raw.prepare(figureEvents).all()).toEqual(twoPlans)
    })
  })

  test('follows the details of the case', async () => {
    const { client, id, rows } = await started()
    await changeCase(client, id, { assignedTo: 'Åsa Öberg', extent: 50 })
    expect(await rows('SELECT assigned_to, extent FROM case_facts')).toEqual([
      { assigned_to: 'Åsa Öberg', extent: 50 },
    ])
  })

  test('says nothing of a note that is annulled', async () => {
    const { client, id, rows } = await started()
    const saved = await write(client, id, 'behovsklarlaggande', wholeNeed)
    await client.notes.sign({ id: saved.id, baseRevision: saved.revision })
    expect(await rows('SELECT notes, need_state FROM case_facts')).toEqual([
      { notes: 1, need_state: 'inget-behov' },
    ])
    await client.amendments.annul({ note: saved.id, reason: 'Fel ärende.' })
    expect(await rows('SELECT notes, need_state FROM case_facts')).toEqual([{ notes: 0, need_state: null }])
    expect(await rows('SELECT * FROM case_events')).toEqual([])
  })

  test('holds the answers of an interview, question by question', async () => {
    const { client, id, rows } = await started()
    await write(client, id, 'intervju-om-stodet', {
      datum: '2026-03-02',
      'fraga-1': '40',
      'fraga-3': { values: ['stress', 'konflikter'] },
      'fraga-4': { value: 'ja' },
      'fraga-12': 'Egna ord som ingen räknar.',
    })
    expect(await rows('SELECT question, value, on_day FROM survey_answers ORDER BY question, seq')).toEqual([
      { question: 'fraga-1', value: '40', on_day: '2026-03-02' },
      { question: 'fraga-3', value: 'stress', on_day: '2026-03-02' },
      { question: 'fraga-3', value: 'konflikter', on_day: '2026-03-02' },
      { question: 'fraga-4', value: 'ja', on_day: '2026-03-02' },
    ])
  })

  test('is made when an archive is opened that was written in without templates', async () => {
    const { client, path, id } = await started()
    await write(client, id, 'arbetsgivarens-plan', plan)
    await inStore(client, path, (db) => {
      db.raw.exec('DELETE FROM case_facts')
      db.raw.exec('INSERT INTO derive_queue SELECT id FROM cases')
      expect(casesWaiting(db)).toBe(1)
      expect(keptRows(db, id)).toBeUndefined()
      keepDerived(db, templates, untold)
      expect(casesWaiting(db)).toBe(0)
      const kept = keptRows(db, id)
      const rows = derivedOf(db, templates, id)?.rows
      expect(kept && rows && differingTables(kept, rows)).toEqual([])
    })
  })

  test('is made anew where other templates have come since', async () => {
    const { client, path, id } = await started()
    await write(client, id, 'arbetsgivarens-plan', plan)
    await inStore(client, path, (db) => {
      const without = templates.filter((template) => template.id !== 'arbetsgivarens-plan')
      keepDerived(db, without, untold)
      expect(keptRows(db, id)?.tables.case_events).toEqual([])
      keepDerived(db, templates, untold)
      expect(keptRows(db, id)?.tables.case_events).toHaveLength(1)
    })
  })

  test('goes with the case when it is disposed of', async () => {
    let time = now
    const { client, path } = await startWithArchive({
      policies: { ...noPolicies, policies: { disposeAfterMonths: 12 } },
      now: () => time,
    })
    const { id } = await client.cases.create(caseDetails())
    await write(client, id, 'arbetsgivarens-plan', plan)
    await client.cases.close({ id, reason: 'Åter i arbete.' })
    time = new Date('2027-03-05T10:00:00Z')
    await client.disposal.dispose({ caseId: id, number: '26-1187', reason: 'RA-FS 2026:1' })
    await inStore(client, path, (db) => {
      for (const table of ['case_facts', 'case_events', 'case_insatser', 'case_dues', 'derive_queue'])
        expect(db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
    })
  })
})

test('What is kept and is not what the notes say is found, and mended by deriving it anew', async () => {
  const { core, client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  await write(client, id, 'arbetsgivarens-plan', plan)
  expect(await core.verify()).toEqual([])
  await inStore(client, path, (db) => db.raw.exec(`UPDATE case_events SET date = '2026-01-01'`))
  expect(await core.verify()).toEqual([{ kind: 'derived', params: { id } }])
  const told: number[] = []
  expect(await core.rebuild(({ done }) => told.push(done))).toEqual({ cases: 1, changed: 1 })
  expect(told).toEqual([1])
  expect(await core.verify()).toEqual([])
})

test('What cannot be derived costs no save, and is found for as long as it waits', async () => {
  const { core, client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  await inStore(client, path, (db) =>
    db.raw.exec(`CREATE TRIGGER broken BEFORE INSERT ON search_docs BEGIN SELECT RAISE(ABORT, 'ours'); END`),
  )
  await write(client, id, 'arbetsgivarens-plan', plan)
  expect(await core.verify()).toEqual([{ kind: 'underived', params: { id } }])
  await inStore(client, path, (db) => db.raw.exec('DROP TRIGGER broken'))
  expect(await core.verify()).toEqual([])
})
