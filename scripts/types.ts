// `npm run types`: every room of the house is type-checked by itself, so that shared/ sees neither Node nor the DOM.
import { checks } from './run.ts'

const rooms = ['shared', 'main', 'renderer', 'tests', '.']
const good = await checks(
  rooms.map((room) => ({
    name: `tsc ${room === '.' ? 'scripts and configuration' : room}`,
    command: ['tsc', '--noEmit', '--pretty', 'false', '-p', room],
  })),
)
process.exitCode = good ? 0 : 1
