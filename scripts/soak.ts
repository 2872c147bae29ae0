// `npm run soak`: changes templates, case bundles and kept files at random, 100 000 of each, and hands them to what reads
// them: each is taken, or refused in words. Then changes single bytes of archive, key file, bundle, PDF and JSON, 1 000 of each:
// every one is found. A fault is printed with the file that shows it, made as small as it goes.
// Then the core is killed 1 000 times, in the middle of saving and of every other act (tests/integration/crash).
// usage: npm run soak [-- COUNT [SEED]]     the same seed makes the same files
import fc from 'fast-check'
import { randomFrom } from '../main/core/demo/demo-cases.ts'
import { damaged, unnoticed, wholeFiles } from '../tests/soak/corruption.ts'
import { kinds } from '../tests/soak/kinds.ts'
import { mutated } from '../tests/soak/mutate.ts'
import { run, seconds } from './run.ts'

/** How many bytes are changed, one at a time, of each kind of file that must show it. */
const DAMAGES = 1000
const [count = 100_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
let faults = 0
for (const { name, texts, read } of kinds) {
  const outcomes = { taken: 0, refused: 0 }
  const began = performance.now()
  const property = fc.property(mutated(texts), (text) => {
    outcomes[read(text)] += 1
  })
  const result = fc.check(property, { numRuns: count, seed, includeErrorInReport: true })
  const took = seconds(performance.now() - began)
  console.log(
    `${result.failed ? '✖' : '✓'} ${name}: ${outcomes.taken} taken, ${outcomes.refused} refused in words  ${took}`,
  )
  if (result.failed) {
    faults += 1
    console.error(fc.defaultReportMessage(result))
  }
}
const files = await wholeFiles()
for (const kind of damaged) {
  const began = performance.now()
  const missed = await unnoticed(files[kind], DAMAGES, randomFrom(seed))
  const took = seconds(performance.now() - began)
  const noticed = DAMAGES - missed.length
  console.log(
    `${missed.length === 0 ? '✓' : '✖'} ${kind}: ${noticed} of ${DAMAGES} changed bytes found  ${took}`,
  )
  if (missed.length === 0) continue
  faults += 1
  console.error(JSON.stringify(missed))
}
console.log(`Seed ${seed}.`)
const KILLS = 1000
const killing = await run(['vitest', 'run', 'tests/integration/crash'], {
  env: { KLARLAGT_KILLS: String(KILLS) },
})
console.log(`${killing.code === 0 ? '✓' : '✖'} ${KILLS} kills  ${seconds(killing.milliseconds)}`)
if (killing.code !== 0) console.error(killing.output)
process.exitCode = faults > 0 || killing.code !== 0 ? 1 : 0
