// `npm run lint`: formatting, lint rules, the house's arrows, file sizes and what nobody uses.
import { checks } from './run.ts'

const good = await checks([
  { name: 'biome', command: ['biome', 'check', '--max-diagnostics=60', '--colors=off'] },
  { name: 'oxlint (type-aware)', command: ['oxlint'] },
  { name: 'house arrows', command: ['node', 'scripts/check-house.ts'] },
  { name: 'file sizes', command: ['node', 'scripts/check-file-size.ts'] },
  { name: 'knip', command: ['knip', '--no-progress'] },
])
process.exitCode = good ? 0 : 1
