// `npm run types` and `npm run lint`: the checks of each, two at a time.
// usage: node scripts/check.ts types|lint
import { checks } from './run.ts'

// Each room of the house is type-checked separately, so that shared/ sees neither Node nor the DOM.
const types = ['shared', 'main', 'renderer', 'tests', '.'].map((room) => ({
  name: `tsc ${room === '.' ? 'scripts and configuration' : room}`,
  command: ['tsc', '--noEmit', '--pretty', 'false', '-p', room],
}))

const lint = [
  { name: 'biome', command: ['biome', 'check', '--max-diagnostics=60', '--colors=off'] },
  { name: 'oxlint (type-aware)', command: ['oxlint'] },
  { name: 'house arrows', command: ['node', 'scripts/check-house.ts'] },
  { name: 'file sizes', command: ['node', 'scripts/check-file-size.ts'] },
  { name: 'knip', command: ['knip', '--no-progress'] },
]

const what = process.argv[2]
if (what !== 'types' && what !== 'lint') throw new Error('Say what to check: types or lint.')
process.exitCode = (await checks(what === 'types' ? types : lint)) ? 0 : 1
