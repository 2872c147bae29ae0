import { withArchive } from '../archive.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { createProgress } from '../progress.ts'

/** Derives what is derived of every case anew from its notes. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    { store: { type: 'string' }, json: { type: 'boolean', default: false } },
    terminal,
  )
  none(positionals, terminal)
  const store = required(values.store, '--store', terminal)
  const progress = createProgress(terminal, (of) => terminal.t('cli.rebuild.progress', { ...of }))
  await withArchive(store, terminal, async (core) => {
    const done = await core.rebuild(progress.at)
    progress.end()
    if (values.json) terminal.print(JSON.stringify(done))
    else terminal.print(terminal.t('cli.rebuild.done', { count: done.cases, changed: done.changed }))
  })
  return 0
}
