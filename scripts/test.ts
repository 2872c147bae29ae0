// `npm test`: types, lint, build, unit and integration (vitest), end to end (Playwright in Chromium, and in real Electron
// and the finished program where a display, its libraries and its binary can be had). A failing stage stops the run. The last line is the count.
//   KLARLAGT_REQUIRE_ELECTRON=1   fail if the tests in real Electron, and in the finished program, did not run
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { display } from './display.ts'
import { electronForTests } from './electron.ts'
import { type Outcome, root, run, seconds } from './run.ts'

interface Tally {
  passed: number
  failed: number
  /** Names of the tests that were skipped. */
  skipped: string[]
  /** Names of the tests that failed once and passed when they were run again: each is a fault to look for, in the test or in the program. */
  flaky: string[]
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: ReadonlyArray<{
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>
  }>
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly PlaywrightSuite[]
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: ReadonlyArray<{
    readonly title: string
    readonly tests: ReadonlyArray<{ readonly status: string; readonly projectName: string }>
  }>
}

const reports = join(root, 'test-results', 'reports')
const total: Tally = { passed: 0, failed: 0, skipped: [], flaky: [] }
const began = performance.now()

function readReport<T>(name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8')) as T
  } catch {
    return undefined
  }
}

function stageEnded(name: string, milliseconds: number, good: boolean): boolean {
  console.log(`${good ? '✓' : '✖'} ${name}  ${seconds(milliseconds)}\n`)
  return good
}

async function script(name: string): Promise<boolean> {
  console.log(`— ${name}`)
  const outcome = await run(['node', 'scripts/check.ts', name], { live: true })
  return stageEnded(name, outcome.milliseconds, outcome.code === 0)
}

async function built(): Promise<boolean> {
  const start = performance.now()
  const good = await build({ force: true })
  return stageEnded('build', performance.now() - start, good)
}

async function unitAndIntegration(): Promise<boolean> {
  console.log('— unit and integration')
  const outcome = await run(
    [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'vitest.json')}`,
    ],
    { live: true },
  )
  const report = readReport<VitestReport>('vitest.json')
  total.passed += report?.numPassedTests ?? 0
  total.failed += report?.numFailedTests ?? 0
  for (const file of report?.testResults ?? []) {
    for (const each of file.assertionResults) {
      if (each.status !== 'passed' && each.status !== 'failed') total.skipped.push(each.fullName)
    }
  }
  return stageEnded('unit and integration', outcome.milliseconds, outcome.code === 0 && report !== undefined)
}

function namesIn(suite: PlaywrightSuite, status: 'skipped' | 'flaky'): string[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.filter((test) => test.status === status).map((test) => `[${test.projectName}] ${spec.title}`),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => namesIn(inner, status))]
}

async function playwright(
  project: 'web' | 'electron' | 'packaged',
  before: readonly string[],
): Promise<boolean> {
  const name = `end to end, ${project}`
  console.log(`— ${name}`)
  const file = `playwright-${project}.json`
  const outcome: Outcome = await run(
    [
      ...before,
      'playwright',
      'test',
      `--project=${project}`,
      '--reporter=list,json',
      `--output=test-results/e2e-${project}`,
    ],
    { live: true, env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, file) } },
  )
  const report = readReport<PlaywrightReport>(file)
  total.passed += (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0)
  total.failed += report?.stats.unexpected ?? 0
  for (const suite of report?.suites ?? []) {
    total.skipped.push(...namesIn(suite, 'skipped'))
    total.flaky.push(...namesIn(suite, 'flaky'))
  }
  const ran = report !== undefined && report.stats.expected + report.stats.unexpected > 0
  if (!ran) console.error(`No test ran in the project ${project}.`)
  return stageEnded(name, outcome.milliseconds, outcome.code === 0 && ran)
}

async function inElectron(): Promise<boolean> {
  const screen = await display()
  const electron = 'reason' in screen ? screen : await electronForTests()
  if ('before' in screen && 'executable' in electron)
    return (await playwright('electron', screen.before)) && playwright('packaged', screen.before)
  const reason = 'reason' in electron ? electron.reason : ''
  const required = process.env.KLARLAGT_REQUIRE_ELECTRON === '1'
  console.log(`${required ? '✖' : '–'} Not run in real Electron: ${reason}.\n`)
  return !required
}

async function main(): Promise<boolean> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  return (
    (await script('types')) &&
    (await script('lint')) &&
    (await built()) &&
    (await unitAndIntegration()) &&
    (await playwright('web', [])) &&
    (await inElectron())
  )
}

const good = await main()
for (const told of ['skipped', 'flaky'] as const)
  if (total[told].length > 0) console.log(`${total[told].length} ${told}: ${total[told].join(' · ')}`)
console.log(
  good ? `All stages passed in ${seconds(performance.now() - began)}.` : 'A stage failed; see above.',
)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = good ? 0 : 1
