// Measures an archive of the size of the whole agency's year. It is built once and kept:
//   npm run bench:scale                           600 000 cases under .cache/scale
//   KLARLAGT_SCALE_CASES=20000 npm run bench:scale
//   KLARLAGT_SCALE_DIR=/disk npm run bench:scale  somewhere else
// An argument measures only what has it in its name.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dbOf } from '../main/core/calls.ts'
import { createCore } from '../main/core/core.ts'
import { randomFrom } from '../main/core/demo/demo-cases.ts'
import type { Db } from '../main/store/db.ts'
import { noKeychain } from '../main/store/key.ts'
import { parseSearch } from '../shared/search/parse.ts'
import { percentile } from '../tests/bench/figure.ts'
import { scaleBenches } from '../tests/bench/scale/index.ts'
import { coreMemory, inBrowser } from '../tests/bench/scale/processes.ts'
import { build as buildProgram } from './build.ts'

const root = join(import.meta.dirname, '..')
const templatesDir = join(root, 'templates')
const cases = Number(process.env.KLARLAGT_SCALE_CASES ?? 600_000)
const folder = process.env.KLARLAGT_SCALE_DIR ?? join(root, '.cache', 'scale')
const path = join(folder, `scale-${cases}.klarlagt`)
/** The day the archive is of (tests/bench/scale/build.ts). */
const today = '2026-03-04'
const now = () => new Date(`${today}T10:00:00Z`)
const only = process.argv[2] ?? ''

/** Makes the archive, in a process of its own. */
function make(): void {
  mkdirSync(folder, { recursive: true })
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'tests/bench/scale/build.ts'), path, String(cases)],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error('The archive could not be made; see above.')
}

const sizeRow = z.object({ notes: z.number(), derived: z.number() })

/** How much room the notes take, and what is derived of them with its indexes. */
function sizes(db: Db): z.infer<typeof sizeRow> {
  const of = (
    where: string,
  ) => `(SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE aggregate = TRUE AND name IN
    (SELECT name FROM sqlite_master WHERE ${where}))`
  const derived = `tbl_name IN ('case_facts', 'case_events', 'case_figure_events', 'case_insatser', 'case_dues', 'case_writers', 'survey_answers')
    OR tbl_name LIKE 'search%'`
  return sizeRow.parse(
    db.raw.prepare(`SELECT ${of(`tbl_name = 'notes'`)} AS notes, ${of(derived)} AS derived`).get(),
  )
}

const row = (name: string, value: string, budget: string) =>
  console.log(`${name.padEnd(44)}${value.padStart(12)}${budget.padStart(12)}`)

async function measure(): Promise<void> {
  const core = createCore({ dataDir: folder, archivePath: path, keychain: noKeychain, templatesDir, now })
  const begun = performance.now()
  await core.client.archive.open({ path })
  row('', '95 % under', 'budget')
  row('opening the archive', `${(performance.now() - begun).toFixed(0)} ms`, '1500 ms')
  const db = dbOf(core.line().state)
  // Threads that read take a while to start, each once: here, and for a window while it is drawn.
  const { query } = parseSearch('möte')
  await Promise.all([core.client.search.count({ query }), core.client.search.count({ query })])
  const scale = { db, core, cases, today, random: randomFrom(1) }
  for (const { name, budget, times, prepare, run } of scaleBenches) {
    if (!name.includes(only)) continue
    const taken: number[] = []
    for (let index = 0; index < times; index += 1) {
      await prepare?.(scale)
      const before = performance.now()
      await run(scale)
      taken.push(performance.now() - before)
    }
    row(name, `${percentile(taken, 0.95).toFixed(2)} ms`, `${budget} ms`)
  }
  const { notes, derived } = sizes(db)
  row('derived, times the notes', (derived / notes).toFixed(2), '1.5')
  await core.close()
}

/** What is measured of the program in processes of its own, as it is built. */
async function measureProcesses(): Promise<void> {
  if (!(await buildProgram({ force: false }))) throw new Error('The build failed; see above.')
  const place = { dataDir: folder, templatesDir, path, today, cases }
  for (const figure of [...(await inBrowser(place)), await coreMemory(place)])
    if (figure !== undefined)
      row(figure.name, `${figure.value.toFixed(0)} ${figure.unit}`, `${figure.budget} ${figure.unit}`)
}

if (!existsSync(path)) make()
await measure()
if (only === '') await measureProcesses()
