import { createORPCClient } from '@orpc/client'
import { QueryClient, type QueryKey, QueryObserver } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { hear, keepSaved, keepWritten, renewCase } from '../../../renderer/api/changes.ts'
import { apiOf, type Client } from '../../../renderer/api/use-client.ts'
import { type ChangeEvent, changeEventSchema } from '../../../shared/api/contract.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { caseIdSchema } from '../../../shared/case/ids.ts'
import { type StoredNote, storedNoteSchema } from '../../../shared/note/note.ts'
import type { Attention } from '../../../shared/projection/attention.ts'
import { type CaseSummary, caseSummarySchema } from '../../../shared/projection/case-list.ts'
import { copyHead, workingCopyIdSchema, workingCopySchema } from '../../../shared/template/working-copy.ts'
import { context } from '../check/sample.ts'

const CASE = '00000000-0000-4000-8000-000000000001'
const NOTE = '00000000-0000-4000-8000-000000000002'
const at = '2026-03-04T10:00:00.000Z'

const note = (revision: number): StoredNote =>
  storedNoteSchema.parse({
    id: NOTE,
    caseId: CASE,
    template: { id: 'planering', version: 1 },
    kind: 'planering',
    owner: 'forsakringskassan',
    author: { name: 'Anna Ek', role: 'utredare' },
    createdAt: at,
    updatedAt: at,
    revision,
    status: 'utkast',
    answers: { motivering: `version ${revision}` },
  })
const { answers: _answers, ...summaryOfNote } = note(1)
const summaryOfCase = () =>
  caseSummarySchema.parse({
    case: { ...context.case, id: CASE },
    revision: 1,
    updatedAt: at,
    notes: [summaryOfNote],
  })

/** A window that shows a note, the notes of its case, the case and the list, all read once; and what it reads after that. */
async function showing() {
  const reads: string[] = []
  const inputs: { call: string; input: unknown }[] = []
  // The core is a stand-in that answers as the store would.
  const client: Client = createORPCClient({
    call: async (path, input) => {
      reads.push(path.join('.'))
      inputs.push({ call: path.join('.'), input })
      const answers: Record<string, unknown> = {
        'notes.get': note(2),
        'notes.ofCase': [note(2)],
        'cases.get': summaryOfCase(),
        'cases.list': { cases: [summaryOfCase()] },
        'cases.attention': [
          { caseId: CASE, problems: { error: 1, warning: 0, info: 0 }, late: [], rules: {} },
        ],
      }
      return answers[path.join('.')]
    },
  })
  const api = apiOf(client)
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const id = note(1).id
  const caseId = note(1).caseId
  const read = Promise.all([
    queries.fetchQuery(api.notes.get.queryOptions({ input: { id } })),
    queries.fetchQuery(api.notes.ofCase.queryOptions({ input: { caseId } })),
    queries.fetchQuery(api.cases.get.queryOptions({ input: { id: caseId } })),
    queries.fetchQuery(api.cases.list.queryOptions()),
  ])
  await read
  for (const options of [
    api.notes.get.queryOptions({ input: { id } }),
    api.notes.ofCase.queryOptions({ input: { caseId } }),
  ])
    new QueryObserver<unknown>(queries, {
      queryKey: options.queryKey,
      queryFn: () => client.notes.get({ id }),
    }).subscribe(() => undefined)
  reads.length = 0
  const asked = (call: string) => inputs.filter((each) => each.call === call).map(({ input }) => input)
  return { client, api, queries, reads, asked, id, caseId }
}

const saved = (own: boolean): ChangeEvent =>
  changeEventSchema.parse({ type: 'note-saved', id: NOTE, caseId: CASE, own })

describe('a save', () => {
  test('of the window’s own makes it read nothing, and what it keeps is what was saved', async () => {
    const { client, api, queries, reads, id, caseId } = await showing()
    const mine = note(3)
    keepSaved(queries, api, mine)
    hear(queries, client, saved(true))
    await Promise.resolve()
    expect(reads).toEqual([])
    expect(queries.getQueryData(api.notes.get.queryKey({ input: { id } }))).toEqual(mine)
    expect(queries.getQueryData(api.notes.ofCase.queryKey({ input: { caseId } }))).toEqual([mine])
    expect(queries.getQueryData(api.cases.list.queryKey())?.cases[0]?.notes).toMatchObject([
      { id, revision: 3 },
    ])
  })

  test('of the window’s own is read again where the note is next opened, should the window not have kept it', async () => {
    const { client, api, queries, id } = await showing()
    hear(queries, client, saved(true))
    expect(queries.getQueryState(api.notes.get.queryKey({ input: { id } }))?.isInvalidated).toBe(true)
  })

  test('never puts an older text in the place of a newer', async () => {
    const { api, queries, id } = await showing()
    keepSaved(queries, api, note(1))
    expect(queries.getQueryData(api.notes.get.queryKey({ input: { id } }))).toEqual(note(2))
  })

  test('from another window is read: the note, the notes of its case, the case', async () => {
    const { client, queries, reads } = await showing()
    hear(queries, client, saved(false))
    await expect.poll(() => reads.toSorted()).toEqual(['cases.get', 'notes.get', 'notes.get'])
  })
})

describe('a save of a template that is being written', () => {
  const copy = workingCopySchema.parse({
    id: NOTE,
    revision: 1,
    state: 'utkast',
    writers: [{ name: 'Anna Ek', role: 'utredare' }],
    begunAt: at,
    updatedAt: at,
    template: { id: 'egen' },
  })
  const { id } = copy
  const other = { ...copyHead(copy), id: workingCopyIdSchema.parse(CASE) }
  const event = (own: boolean) => changeEventSchema.parse({ type: 'template-written', copy: id, own })

  async function writing() {
    const window = await showing()
    const { api, queries } = window
    queries.setQueryData(api.templates.list.queryKey(), [])
    queries.setQueryData(api.studio.read.queryKey({ input: { id } }), copy)
    queries.setQueryData(api.studio.list.queryKey(), { working: [other, copyHead(copy)], published: [] })
    new QueryObserver(queries, api.studio.read.queryOptions({ input: { id } })).subscribe(() => undefined)
    new QueryObserver(queries, api.studio.list.queryOptions()).subscribe(() => undefined)
    const isStale = (queryKey: QueryKey) => queries.getQueryState(queryKey)?.isInvalidated
    return { ...window, isStale }
  }

  test('of the window’s own makes it read nothing: it keeps what was saved, last written first', async () => {
    const { client, api, queries, reads } = await writing()
    const saved = { ...copyHead(copy), revision: 2, named: { id: 'min' } }
    keepWritten(queries, api, saved, { template: { id: 'min' } })
    hear(queries, client, event(true))
    await Promise.resolve()
    expect(reads).toEqual([])
    expect(queries.getQueryData(api.studio.read.queryKey({ input: { id } }))).toEqual({
      ...copy,
      revision: 2,
      template: { id: 'min' },
    })
    expect(queries.getQueryData(api.studio.list.queryKey())?.working).toEqual([saved, other])
  })

  test('elsewhere is read: that copy and the list, and not the templates that notes are written in', async () => {
    const { client, api, queries, reads, isStale } = await writing()
    hear(queries, client, event(false))
    await expect.poll(() => reads.toSorted()).toEqual(['studio.list', 'studio.read'])
    expect(isStale(api.templates.list.queryKey())).toBe(false)
  })
})

describe('what in a case needs somebody', () => {
  const today = swedishDate(new Date())
  const quiet: Attention = {
    caseId: caseIdSchema.parse(CASE),
    problems: { error: 0, warning: 0, info: 0 },
    late: [],
    rules: {},
  }

  async function knowing() {
    const window = await showing()
    const { api, queries, caseId } = window
    const queryKey = api.cases.attention.queryKey({ input: { today, cases: [caseId] } })
    queries.setQueryData(queryKey, [quiet])
    return { ...window, known: () => queries.getQueryData(queryKey) }
  }

  test('is not asked for after a save of the window’s own, which works it out itself', async () => {
    const { client, queries, reads } = await knowing()
    hear(queries, client, saved(true))
    await Promise.resolve()
    expect(reads).toEqual([])
  })

  test.each<[string, ChangeEvent]>([
    ['a save in another window', saved(false)],
    ['a change of the case', changeEventSchema.parse({ type: 'case', id: CASE, own: true })],
  ])('is asked for again after %s, of that case alone', async (_what, event) => {
    const { client, queries, asked, known } = await knowing()
    hear(queries, client, event)
    await expect.poll(known).toEqual([{ ...quiet, problems: { error: 1, warning: 0, info: 0 } }])
    expect(asked('cases.attention')).toEqual([{ today, cases: [CASE] }])
  })
})

describe('when a note is saved elsewhere, its case is read again', () => {
  const saved = caseIdSchema.parse(CASE)
  const api = apiOf(createORPCClient<Client>({ call: () => Promise.reject(new Error('Not asked.')) }))
  const summary = (id: string, extent: number): CaseSummary =>
    caseSummarySchema.parse({ case: { ...context.case, id, extent }, revision: 1, updatedAt: at, notes: [] })
  const before = summary(CASE, 50)
  const after = summary(CASE, 100)
  const other = summary('00000000-0000-4000-8000-000000000003', 100)

  function listing(...list: CaseSummary[]): QueryClient {
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
    queries.setQueryData(api.cases.list.queryKey(), { cases: list })
    return queries
  }
  const isStale = (queries: QueryClient) => queries.getQueryState(api.cases.list.queryKey())?.isInvalidated

  test('and alone is new in the list', async () => {
    const queries = listing(other, before)
    await renewCase(queries, api, saved, () => Promise.resolve(after))
    expect(queries.getQueryData(api.cases.list.queryKey())).toEqual({ cases: [other, after] })
    expect(queries.getQueryData(api.cases.get.queryKey({ input: { id: saved } }))).toEqual(after)
    expect(isStale(queries)).toBe(false)
  })

  test('and alone is new in the page of a list that is read page by page', async () => {
    const queries = listing()
    const queryKey = api.cases.list.key({ type: 'infinite', input: { sort: 'name' } })
    queries.setQueryData(queryKey, { pages: [{ cases: [other] }, { cases: [before] }], pageParams: [] })
    await renewCase(queries, api, saved, () => Promise.resolve(after))
    expect(queries.getQueryData(queryKey)).toMatchObject({ pages: [{ cases: [other] }, { cases: [after] }] })
  })

  test('and the list with it, where the case is not in it', async () => {
    const queries = listing(other)
    await renewCase(queries, api, saved, () => Promise.resolve(after))
    expect(isStale(queries)).toBe(true)
  })

  test('and the list with it, where the case cannot be read', async () => {
    const queries = listing(other, before)
    await renewCase(queries, api, saved, () => Promise.reject(new Error('The line broke.')))
    expect(queries.getQueryData(api.cases.list.queryKey())).toEqual({ cases: [other, before] })
    expect(isStale(queries)).toBe(true)
  })
})
