// `npm run soak`: changes templates, FHIR Questionnaires, XLSForms, demo packs, case bundles and kept files at random, 100 000 of each, and hands them to what reads
// them: each is taken, or refused in words. Then changes single bytes of archive, key file, bundle, PDF and JSON, 1 000 of each:
// every one is found. One that is taken or refused in more than a second of the processor's time is a fault; one that never is
// ends the run, and is printed. A fault is printed with the file that shows it, made as small as it goes.
// Then the core is killed 1 000 times, in the middle of saving and of every other act (tests/integration/crash).
// usage: npm run soak [-- COUNT [SEED]]     the same seed makes the same files
import fc from 'fast-check'
import { randomFrom } from '../main/core/demo/demo-cases.ts'
import { damaged, unnoticed, wholeFiles } from '../tests/soak/corruption.ts'
import { type Kind, kinds, type Outcome } from '../tests/soak/kinds.ts'
import { mutated } from '../tests/soak/mutate.ts'
import { watch } from '../tests/soak/watch.ts'
import { run, seconds } from './run.ts'

/** How many bytes are changed, one at a time, of each kind of file that must show it. */
const DAMAGES = 1000
/** The longest that one file may take, in milliseconds of the processor's time: others on the machine take none of it. */
const LONGEST = 1000

const watched = watch()
/** Reads a text under watch. Throws where it took too long, so that the text is made smaller as for any other fault. */
function timed(text: string, read: Kind['read']): Outcome {
  watched.begins(text)
  const before = process.cpuUsage()
  const outcome = read(text)
  const { user, system } = process.cpuUsage(before)
  watched.ends()
  const took = (user + system) / 1000
  if (took > LONGEST) throw new Error(`Took ${Math.round(took)} ms.`)
  return outcome
}

const [count = 100_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
let faults = 0
for (const { name, texts, read } of kinds) {
  const outcomes = { taken: 0, refused: 0 }
  const began = performance.now()
  const property = fc.property(mutated(texts), (text) => {
    outcomes[timed(text, read)] += 1
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
await watched.stop()
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
