// `npm run bench`: runs every tests/bench/*.bench.ts, one after the other, and prints each figure beside its budget.
// usage: npm run bench [-- WORD]     only the files whose name contains WORD
import { globSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bench, Figure } from '../tests/bench/figure.ts'
import { root } from './run.ts'

const word = process.argv[2] ?? ''
const files = globSync('tests/bench/*.bench.ts', { cwd: root })
  .filter((file) => file.includes(word))
  .toSorted()

function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3
  return value.toFixed(digits)
}

function line(figure: Figure): string {
  const { name, value, unit, budget } = figure
  const verdict = budget === undefined ? '' : value <= budget ? '✓' : '✖ over budget'
  const allowed = budget === undefined ? '' : `${shown(budget)} ${unit}`
  return `  ${name.padEnd(64)} ${`${shown(value)} ${unit}`.padStart(12)} ${allowed.padStart(12)}  ${verdict}`
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
)
console.log(`  ${'figure'.padEnd(64)} ${'measured'.padStart(12)} ${'budget'.padStart(12)}`)
let over = 0
for (const file of files) {
  console.log(file)
  const module = (await import(pathToFileURL(join(root, file)).href)) as { default: Bench }
  for (const figure of await module.default()) {
    console.log(line(figure))
    if (figure.budget !== undefined && figure.value > figure.budget) over += 1
  }
}
if (files.length === 0) console.error('No benchmark was found under tests/bench.')
console.log(over === 0 ? 'Every figure is within its budget.' : `${over} over budget.`)
process.exitCode = over > 0 || files.length === 0 ? 1 : 0
