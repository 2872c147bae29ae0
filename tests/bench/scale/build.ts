// Makes the archive that is measured, in a process of its own, so that what it takes is no part of what is measured.
// usage: node tests/bench/scale/build.ts ARCHIVE CASES
import { join } from 'node:path'
import { buildDemoArchive } from '../../../main/core/demo/build-demo.ts'
import { loadTemplates } from '../../../main/core/templates.ts'

const [path = '', count = ''] = process.argv.slice(2)
const cases = Number(count)
const templates = loadTemplates(join(import.meta.dirname, '../../../templates'))
const begun = performance.now()
let told = begun
await buildDemoArchive({
  path,
  templates,
  // The archive is always of the same day, so that it stays the same.
  now: () => new Date('2026-03-04T10:00:00Z'),
  cases,
  told: ({ done, total }) => {
    if (performance.now() - told < 5000) return
    told = performance.now()
    console.log(`${done} of ${total}`)
  },
})
const seconds = (performance.now() - begun) / 1000
console.log(
  `Made ${cases} cases in ${seconds.toFixed(0)} s: ${(cases / seconds).toFixed(0)} a second (budget 5000).`,
)
