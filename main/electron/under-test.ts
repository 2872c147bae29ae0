// What tests may change about the program, and that nobody may about the shipped one. The tests' copy of the finished program
// differs in one fuse: a debugger may attach to it. Whoever can attach one can do anything already, so what is heard then
// gives nothing away; and the shipped program's fuse lets no debugger in.
import { url } from 'node:inspector'
import { app } from 'electron'

const isShipped = (): boolean => app.isPackaged && url() === undefined

/** The environment that tests speak through: empty in the shipped program, whatever its variables say. */
export function testEnvironment(): NodeJS.ProcessEnv {
  return isShipped() ? {} : process.env
}

/** Chromium would let any program on this machine into the page, where everything can be read. Called before the app is ready. */
export function refuseDebuggers(): void {
  if (!isShipped()) return
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.removeSwitch(name)
}
