// Watch lists over the calls of the core, on a real archive.
import { describe, expect, test } from 'vitest'
import type { Whose } from '../../../shared/api/watch.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema } from '../../../shared/case/ids.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { shippedList, shippedLists } from '../../../shared/watch/shipped.ts'
import { type Client, caseDetails, changeCase, present, startWithArchive, workAs } from './support.ts'

const today = isoDateSchema.parse('2026-03-04')
const nextWeek = isoDateSchema.parse('2026-03-11')

const asked = (id: string, whose: Whose = 'mine') => ({
  query: present(shippedList(id)).query,
  today,
  whose,
})
const numbersIn = async (client: Client, id: string, whose?: Whose) =>
  (await client.watch.page({ ...asked(id, whose), limit: 100 })).rows.map(({ number }) => number)

const person = (number: string, changes: Record<string, unknown>) =>
  caseDetails({ number, insured: { name: `Prov ${number}`, personnummer: '18930412-2386' }, ...changes })

/** One case that reaches day 90 in five days, one of more than two years, both Anna's; one of Bo's of more than a year. */
async function archive() {
  const started = await startWithArchive()
  const { client } = started
  const near = await client.cases.create(person('26-90', { firstSickDay: '2025-12-10' }))
  const long = await client.cases.create(person('26-800', { firstSickDay: '2023-12-25' }))
  await client.cases.create(person('26-400', { firstSickDay: '2025-01-25', assignedTo: 'Bo Lind' }))
  return { ...started, near, long }
}

describe('a watch list', () => {
  test('shows one’s own cases, or all', async () => {
    const { client } = await archive()
    expect(await numbersIn(client, 'thresholds')).toEqual(['26-90'])
    expect(await numbersIn(client, 'long365NoPlan')).toEqual(['26-800'])
    expect(await numbersIn(client, 'long365NoPlan', 'all')).toEqual(['26-800', '26-400'])
    expect(await numbersIn(client, 'long730Silent', 'all')).toEqual(['26-800'])
    expect(await client.watch.count(asked('long365NoPlan', 'all'))).toEqual({ count: 2 })
  })

  test('follows the case: assigned to another, or closed, it is there no longer', async () => {
    const { client, near, long } = await archive()
    await changeCase(client, near.id, { assignedTo: 'Bo Lind' })
    expect(await numbersIn(client, 'thresholds')).toEqual([])
    await client.cases.close({ id: long.id, reason: 'Åter i arbete.' })
    expect(await numbersIn(client, 'long365NoPlan', 'all')).toEqual(['26-400'])
  })

  test('counts as many as it has, for every list that ships', async () => {
    const { client } = await archive()
    for (const { id } of shippedLists) {
      const { rows } = await client.watch.page({ ...asked(id, 'all'), limit: 500 })
      expect(await client.watch.count(asked(id, 'all')), id).toEqual({ count: rows.length })
    }
  })
})

describe('a case that is put aside', () => {
  test('is in no list but Senare until its day, and then in all again', async () => {
    const { client, near } = await archive()
    await client.watch.mark({ caseId: near.id, until: nextWeek })
    expect(await numbersIn(client, 'thresholds')).toEqual([])
    expect(await numbersIn(client, 'later')).toEqual(['26-90'])
    const then = { ...asked('thresholds'), today: nextWeek }
    // Day 90 was two days before, so that it is the next threshold that is ahead; nothing hides the case.
    const { query } = asked('needUnclear')
    const { rows } = await client.watch.page({ ...then, query, limit: 10 })
    expect(rows.map(({ number }) => number)).toContain('26-90')
    await client.watch.mark({ caseId: near.id, until: null })
    expect(await numbersIn(client, 'thresholds')).toEqual(['26-90'])
  })

  test('is put aside for whoever did it alone', async () => {
    const { client, near } = await archive()
    await client.watch.mark({ caseId: near.id, until: nextWeek })
    await workAs(client, { name: 'Eva Sten', role: 'specialist' })
    expect(await numbersIn(client, 'thresholds', 'all')).toEqual(['26-90'])
    expect(await numbersIn(client, 'later', 'all')).toEqual([])
  })

  test('has to be there', async () => {
    const { client } = await archive()
    const caseId = caseIdSchema.parse('00000000-0000-4000-8000-000000000000')
    await expect(client.watch.mark({ caseId, until: nextWeek })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what leaves the archive', () => {
  const settings = { format: 'csv', language: 'sv' } as const

  test('is a list with what it shows, in its order, and is logged without what it was', async () => {
    const { client } = await archive()
    const { base64, fileName } = await client.watch.export({ ...asked('long365NoPlan', 'all'), ...settings })
    const lines = Buffer.from(base64, 'base64').toString('utf8').split('\r\n')
    expect(fileName).toBe('klarlagt-lista-2026-03-04.csv')
    expect(lines[1]).toMatch(/^"26-800";"Prov 26-800";"801"/)
    expect(lines).toHaveLength(4)
    const { entries } = await client.log.list({ filter: {}, limit: 1 })
    expect(entries[0]).toMatchObject({ action: 'list-exported' })
    expect(Object.keys(entries[0] ?? {}).toSorted()).toEqual(['action', 'at', 'by', 'seq'])
  })

  test.each(['csv', 'xlsx', 'ics'] as const)(
    'is refused as %s where the agency governs it',
    async (format) => {
      const policies = { ...noPolicies, policies: { exportFormats: ['pdf' as const] } }
      const { client } = await startWithArchive({ policies })
      const file =
        format === 'ics'
          ? client.watch.calendar({ today, whose: 'all', language: 'sv' })
          : client.watch.export({ ...asked('late', 'all'), format, language: 'sv' })
      await expect(file).rejects.toMatchObject({ code: 'EXPORT_FORMAT_GOVERNED' })
    },
  )
})
