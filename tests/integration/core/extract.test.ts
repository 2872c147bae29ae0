import { expect, test } from 'vitest'
import { z } from 'zod'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { personnummerSchema } from '../../../shared/case/identity.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { derivedColumns } from '../../../shared/projection/derived-rows.ts'
import { pdfPages, readerTest } from '../export/readers.ts'
import {
  type Client,
  caseDetails,
  inStore,
  needTemplate,
  signedNote,
  startWithArchive,
  wholeNeed,
  workAs,
} from './support.ts'

const extractSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      notes: z.array(z.looseObject({ id: z.string() })),
      others: z.array(z.looseObject({ name: z.string(), notes: z.array(z.string()) })),
    }),
  ),
  named: z.array(z.unknown()),
  log: z.array(z.looseObject({ action: z.string() })),
})
const lisa = personnummerSchema.parse('18930412-2386')
const lisaNamed = { name: 'Lisa Berg', role: 'arbetsgivare' }

async function extracted(client: Client, format: 'json' | 'pdf') {
  const { base64, fileName } = await client.extract.person({ personnummer: lisa, format, language: 'sv' })
  return { fileName, bytes: Buffer.from(base64, 'base64') }
}

async function secondNote(client: Client, caseId: StoredNote['caseId']) {
  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  const { revision } = await client.notes.save({ id, baseRevision: 1, answers: wholeNeed })
  return client.notes.sign({ id, baseRevision: revision })
}

/** A case about Lisa with a note that names the investigator, and a case of somebody else that names her. */
async function archive() {
  const started = await startWithArchive()
  const note = await signedNote(started.client)
  const draft = await started.client.amendments.add({ note: note.id })
  await started.client.notes.save({
    id: draft.id,
    baseRevision: 1,
    answers: { motivering: 'Anna Ek ringde.' },
  })
  await started.client.cases.create(
    caseDetails({
      number: '26-2',
      insured: { name: 'Bo Lind', personnummer: '18900118-9803' },
      persons: [lisaNamed],
    }),
  )
  return { ...started, note, draft }
}

test('a registerutdrag is named by the Swedish day that it is made on, also where it is another in Greenwich', async () => {
  const { client } = await startWithArchive({ now: () => new Date('2026-03-04T23:30:00Z') })
  for (const format of ['json', 'pdf'] as const)
    expect((await extracted(client, format)).fileName).toBe(`registerutdrag-2026-03-05.${format}`)
})

test('a registerutdrag holds the cases of a person whole, and of others only that they are named there', async () => {
  const { client, note, draft } = await archive()
  const { bytes, fileName } = await extracted(client, 'json')
  const text = bytes.toString()
  const extract = extractSchema.parse(JSON.parse(text))
  expect(fileName).toBe('registerutdrag-2026-03-04.json')
  expect(extract.cases).toHaveLength(1)
  expect(extract.cases[0]?.notes.map(({ id }) => id)).toEqual([note.id, draft.id])
  expect(extract.cases[0]?.others).toEqual([{ name: 'Anna Ek', notes: [draft.id] }])
  expect(extract.named).toEqual([{ case: '26-2', role: 'arbetsgivare' }])
  expect(text).not.toMatch(/Bo Lind|18900118/)
  expect(extract.log.map(({ action }) => action)).toContain('note-signed')
})

readerTest(['pdftotext'], 'as a document it says in words who did what, and when', async () => {
  const { client, draft } = await archive()
  await client.comments.begin({ note: draft.id, anchor: { kind: 'note' }, text: 'Vilka möten?' })
  const { revision } = await client.notes.get({ id: draft.id })
  await client.review.act({ id: draft.id, baseRevision: revision, verb: 'lamna-in' })
  const { bytes } = await extracted(client, 'pdf')
  const text = pdfPages(bytes).join('\n')
  expect(text).toContain('Anteckningen journalfördes')
  expect(text).toContain('Anna Ek, utredare')
  expect(text).toContain('2026-03-04 kl. 11.00')
  expect(text).toContain('Arbetsgivaren')
  expect(text).toContain('Vilka möten?')
  expect(text).toContain('Inlämnad för granskning, 2026-03-04 kl. 11.00, Anna Ek, utredare')
  expect(text).not.toMatch(/note-signed|case-created|\d{4}-\d\d-\d\dT/)
})

/** Where in an extract each table of the archive is, by its number of rows; or why it is not there. */
const tables: Record<string, ((of: z.infer<typeof wholeSchema>) => number) | string> = {
  cases: ({ cases }) => cases.length,
  notes: ({ cases }) => cases.flatMap(({ notes }) => notes).length,
  records: ({ cases }) => cases.flatMap(({ notes }) => notes.filter(({ signature }) => signature)).length,
  annulments: ({ cases }) => cases.flatMap(({ notes }) => notes.filter(({ annulled }) => annulled)).length,
  revisions: ({ cases }) => cases.flatMap(({ revisions }) => revisions.flatMap(({ saves }) => saves)).length,
  comment_threads: ({ cases }) => cases.flatMap(({ comments }) => comments).length,
  comment_entries: ({ cases }) =>
    cases.flatMap(({ comments }) => comments.flatMap(({ entries }) => entries)).length,
  review_events: ({ cases }) => cases.flatMap(({ review }) => review).length,
  review_drafts: ({ cases }) => cases.flatMap(({ unsentReview }) => unsentReview).length,
  packages: ({ cases }) => cases.flatMap(({ packages }) => packages).length,
  case_marks: ({ cases }) => cases.flatMap(({ marks }) => marks).length,
  log: ({ log }) => log.length,
  users: 'whoever works in the archive, told where the person is one of them',
  archive: 'who works in the archive now',
  signing_keys: 'keys of users',
  age_identities: 'keys of users',
  phrases: 'words of the users, about nobody',
  settings:
    'how the window is set, but for the watch lists that name the person; what is begun of a case form is on its way to be a case',
  disputed_revisions: 'marks revisions that are told of',
  notes_to_thin: 'marks notes that are told of',
  ...Object.fromEntries(
    [...Object.keys(derivedColumns), 'derive_queue', 'derived_by'].map((name) => [
      name,
      'made of the notes that are told of',
    ]),
  ),
  disposals: 'a receipt of a case that is gone: number, days and digests, and nobody it was about',
  disposed_notes: 'digests of notes that are gone',
  working_copies: 'templates, about nobody, and who writes them',
  template_versions: 'templates, about nobody, and who published them',
  template_withdrawals: 'why a template is no longer offered, and who said so',
  traces: 'ids of cases that are gone',
  ...derivedTables(),
  saved_searches: 'what users look for, in words of theirs: told where they name the person',
}

/** What is made of cases and notes that are told of, and says nothing beside them. */
function derivedTables(): Record<string, string> {
  const rows = ['case_facts', 'case_events', 'case_insatser', 'case_dues', 'survey_answers']
  const queue = ['derive_queue', 'derived_by']
  const index = [
    'search_index',
    'search_index_data',
    'search_index_idx',
    'search_index_docsize',
    'search_index_config',
  ]
  const search = ['search_docs', 'search_terms', 'search_values', ...index]
  return Object.fromEntries(
    [...rows, ...queue, ...search].map((name) => [name, 'derived of what is told of']),
  )
}
const rows = z.array(z.looseObject({}))
const wholeSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      notes: z.array(z.looseObject({ signature: z.unknown().optional(), annulled: z.unknown().optional() })),
      revisions: z.array(z.looseObject({ saves: z.array(z.looseObject({ answers: z.looseObject({}) })) })),
      comments: z.array(z.looseObject({ entries: rows })),
      review: rows,
      unsentReview: rows,
      packages: rows,
      marks: rows,
    }),
  ),
  log: rows,
})

test('the watch lists and searches of users that name the person are in it, with the words that do', async () => {
  const { client } = await startWithArchive()
  await client.cases.create(caseDetails())
  const list = (name: string, text: string) => ({
    id: crypto.randomUUID(),
    name,
    query: { of: 'case', filters: [{ column: 'name', op: 'is', text }], columns: ['number'], sort: [] },
  })
  const lists = [list('Återgången', 'lisa berg'), list('Andra', 'Berg')]
  await client.settings.set({ key: 'watch-lists:Nina Holm', value: { lists, pinned: [] } })
  await client.search.saved.save({ name: 'Hennes', text: 'mall:planering lisa berg' })
  await client.search.saved.save({ name: 'Bergen', text: 'berg' })
  const { bytes } = await extracted(client, 'json')
  expect(JSON.parse(bytes.toString())).toMatchObject({
    lists: [
      { name: 'Återgången', words: ['lisa berg'] },
      { name: 'Hennes', words: ['mall:planering lisa berg'] },
    ],
  })
})

test('every table of the archive is in it, row by row, or is named with the reason why not @security-extract', async () => {
  const { client, path } = await startWithArchive()
  const note = await signedNote(client)
  await client.amendments.annul({ note: note.id, reason: 'Fel ärende.' })
  const draft = await client.amendments.add({ note: (await secondNote(client, note.caseId)).id })
  const { revision } = await client.notes.save({
    id: draft.id,
    baseRevision: 1,
    answers: { motivering: 'Anna Ek ringde.' },
  })
  await client.comments.begin({ note: draft.id, anchor: { kind: 'note' }, text: 'Se över detta.' })
  await client.review.act({ id: draft.id, baseRevision: revision, verb: 'lamna-in' })
  await client.watch.mark({ caseId: note.caseId, until: isoDateSchema.parse('2026-03-11') })
  const by = await workAs(client, { name: 'Eva Sten', role: 'specialist' })
  await client.review.keepDraft({ id: draft.id, by, draft: { answers: {}, reason: 'Vilka möten?' } })
  const { bytes } = await extracted(client, 'json')
  const whole = wholeSchema.parse(JSON.parse(bytes.toString()))
  const counts = await inStore(client, path, ({ raw }) => {
    const names = raw
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
      .map(String)
    // What the log says of no case is about nobody.
    const about = (name: string) => (name === 'log' ? 'WHERE case_id IS NOT NULL' : '')
    const count = (name: string) =>
      Number(
        raw
          .prepare(`SELECT count(*) FROM ${name} ${about(name)}`)
          .pluck()
          .get(),
      )
    return names.map((name) => [name, count(name)] as const)
  })
  expect(counts.map(([name]) => name).toSorted()).toEqual(Object.keys(tables).toSorted())
  for (const [name, count] of counts) {
    const told = tables[name]
    if (typeof told !== 'function') continue
    expect([name, told(whole)]).toEqual([name, count])
    if (name !== 'packages') expect([name, count > 0]).toEqual([name, true])
  }
})

test('that it was made is logged, and about whom is not @security-extract', async () => {
  const { client, path } = await archive()
  await extracted(client, 'json')
  const entries = await inStore(client, path, ({ raw }) =>
    raw.prepare(`SELECT * FROM log WHERE action = 'person-extracted'`).all(),
  )
  expect(entries).toMatchObject([{ case_id: null, note_id: null }])
  expect(JSON.stringify(entries)).not.toMatch(/Lisa|18930412/)
})
