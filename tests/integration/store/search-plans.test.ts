import { expect, test } from 'vitest'
import { z } from 'zod'
import { findQueries } from '../../../main/store/search/find.ts'
import { openQueries } from '../../../main/store/search/open.ts'
import { termQueries } from '../../../main/store/search/terms.ts'
import { valueQueries } from '../../../main/store/search/values.ts'
import { inStore, startWithArchive } from '../core/support.ts'

const details = z.array(z.object({ detail: z.string() }))

/** Each query as SQLite reads it, by its name. */
async function plans(): Promise<Record<string, string>> {
  const { client, path } = await startWithArchive()
  const all = { ...findQueries, ...termQueries, ...valueQueries, ...openQueries }
  return inStore(client, path, ({ raw }) =>
    Object.fromEntries(
      Object.entries(all).map(([name, sql]) => {
        const named = sql.replace(/:\w+|\?/g, 'NULL')
        const steps = details.parse(raw.prepare(`EXPLAIN QUERY PLAN ${named}`).all())
        return [name, steps.map(({ detail }) => detail).join('; ')]
      }),
    ),
  )
}

test('Every query of search goes by an index, and sorts nothing', async () => {
  for (const [name, plan] of Object.entries(await plans())) {
    expect(plan, name).not.toMatch(/TEMP B-TREE/)
    // The index of words is read by what it matches (M), between ids.
    expect(
      plan.replace(
        /SCAN (search_index VIRTUAL TABLE INDEX \d+:\S*M|json_each VIRTUAL TABLE|\(subquery-\d+\))/g,
        '',
      ),
      name,
    ).not.toMatch(/SCAN/)
  }
})
