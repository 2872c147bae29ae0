// `npm run pictures`: makes the README's pictures (docs/pictures) anew from the running program. The ordinary end-to-end run
// compares with them, so that they cannot go stale.
import { run } from './run.ts'

const outcome = await run(
  ['playwright', 'test', '--project=web', '--update-snapshots=all', 'pictures.spec.ts'],
  {
    live: true,
  },
)
process.exitCode = outcome.code
