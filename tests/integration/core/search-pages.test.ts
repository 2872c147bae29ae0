import { describe, expect, test } from 'vitest'
import type { CaseId } from '../../../shared/case/ids.ts'
import { query, write } from './search-support.ts'
import { type Client, caseDetails, now, startWithArchive } from './support.ts'

describe('Many hits', () => {
  async function many(count: number) {
    let time = now.getTime()
    const started = await startWithArchive({ now: () => new Date(time) })
    const { client } = started
    const ids: CaseId[] = []
    for (let index = 0; index < count; index += 1) {
      const { id } = await client.cases.create(caseDetails({ number: `26-${1000 + index}` }))
      ids.push(id)
      for (const text of ['Trappor är svåra.', 'Trappor igen.']) {
        time += 60_000
        await write(client, id, text)
      }
    }
    return { ...started, ids }
  }

  test.each(['newest', 'relevance'] as const)(
    'are paged by case, each once, in order of %s',
    async (order) => {
      const { client } = await many(7)
      const asked = { ...query('trappor'), order }
      const seen: string[] = []
      let cursor: Awaited<ReturnType<Client['search']['find']>>['next']
      do {
        const page = await client.search.find({ query: asked, cursor, limit: 3 })
        for (const { number, hits, more } of page.groups) {
          expect(hits.length + more).toBe(2)
          seen.push(number)
        }
        cursor = page.next
      } while (cursor !== undefined)
      expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `26-${1000 + index}`))
      if (order === 'newest') expect(seen).toEqual(seen.toSorted().reverse())
      expect(await client.search.count({ query: asked })).toEqual({ count: 14, atLeast: false })
    },
  )
})

test.each(['newest', 'relevance'] as const)(
  'More hits in a case are paged, each once, in order of %s',
  async (order) => {
    let time = now.getTime()
    const { client } = await startWithArchive({ now: () => new Date(time) })
    const { id: caseId } = await client.cases.create(caseDetails())
    const written: string[] = []
    for (let index = 0; index < 9; index += 1) {
      time += 60_000
      const said = `${'Trappor. '.repeat(index + 1)}${'Annat. '.repeat(20 - 2 * index)}`
      written.push((await write(client, caseId, said)).id)
    }
    const asked = { ...query('trappor'), order }
    const { groups } = await client.search.find({ query: asked, limit: 10 })
    const [group] = groups
    const seen = group?.hits.map(({ noteId }) => noteId) ?? []
    const left = [group?.more]
    for (let cursor = group?.next; cursor !== undefined; ) {
      const page = await client.search.more({ query: asked, caseId, cursor, limit: 4 })
      seen.push(...page.hits.map(({ noteId }) => noteId))
      left.push(page.more)
      cursor = page.next
    }
    // What was written last says it most often as well.
    expect(seen).toEqual(written.toReversed())
    expect(left).toEqual([6, 2, 0])
  },
)
