import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { buildDemoArchive, DEMO_PASSPHRASE } from '../../../main/core/demo/build-demo.ts'
import { loadTemplates } from '../../../main/core/templates.ts'
import type { Db } from '../../../main/store/db.ts'
import { mergeStep } from '../../../main/store/upkeep.ts'
import { inStore, now, startCore, templatesDir, temporaryFolder } from './support.ts'

test('Many invented cases are made in bulk, whole, in step with what is derived, and with every trigger and index there again', {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), 'demo.klarlagt')
  const told: number[] = []
  const made = await buildDemoArchive({
    path,
    templates: loadTemplates(templatesDir),
    now: () => now,
    cases: 1001,
    told: ({ done }) => told.push(done),
  })
  expect(made).toBe(1001)
  expect(told).toEqual([1001])
  const { core, client } = startCore({ archivePath: path })
  await client.archive.open({ path })
  expect(await core.verify()).toEqual([])
})

/** How many pages of the search index have been written since it was made. */
const pages = ({ raw }: Db) =>
  z.int().parse(raw.prepare('SELECT count(*) FROM search_index_data').pluck().get())

test('What an archive was filled with is not merged again with what a few saves add to the search index', {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), 'demo.klarlagt')
  const templates = loadTemplates(templatesDir)
  await buildDemoArchive({ path, templates, now: () => now, cases: 1001 })
  const { client } = startCore({ archivePath: path })
  await inStore(
    client,
    path,
    (db) => {
      const whole = pages(db)
      expect(whole).toBeGreaterThan(100)
      const add = db.raw.prepare(
        'INSERT INTO search_index (rowid, words, facets) VALUES (CAST(? AS INTEGER), ?, ?)',
      )
      const before = db.raw.prepare('SELECT total_changes()').pluck()
      for (let id = 1; id <= 40; id += 1) add.run(id, `ord${id}`, '')
      const changes = z.int().parse(before.get())
      while (mergeStep(db));
      expect(z.int().parse(before.get()) - changes).toBeLessThan(whole)
    },
    DEMO_PASSPHRASE,
  )
})
