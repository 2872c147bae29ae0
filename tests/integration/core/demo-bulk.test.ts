import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDemoArchive } from '../../../main/core/demo/build-demo.ts'
import { loadTemplates } from '../../../main/core/templates.ts'
import { now, startCore, templatesDir, temporaryFolder } from './support.ts'

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
