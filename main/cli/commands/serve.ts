import { resolve } from 'node:path'
import { messageText } from '../../../shared/text/index.ts'
import { archiveAt } from '../../store/archive-files.ts'
import { CannotServe } from '../../web/listen.ts'
import { type Host, type ServeOptions, serve } from '../../web/serve.ts'
import { none, parseArguments, type RunCommand, required, wholeNumber } from '../command.ts'
import { ownFolder, rendererDir, templatesDir } from '../files.ts'
import { Misuse, type Terminal } from '../terminal.ts'

/** Resolves when the process is told to stop, by Ctrl+C or by the system. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

async function start(options: ServeOptions, { language }: Terminal): Promise<Host> {
  try {
    return await serve(options)
  } catch (error) {
    throw error instanceof CannotServe ? new Misuse(messageText(language, error.reason)) : error
  }
}

export const run: RunCommand = async (args, terminal) => {
  const { env, print, say, t } = terminal
  const { values, positionals } = parseArguments(
    args,
    { store: { type: 'string' }, port: { type: 'string' } },
    terminal,
  )
  none(positionals, terminal)
  const archivePath = resolve(required(values.store, '--store', terminal))
  const port = wholeNumber(values.port, '--port', { min: 1, max: 65_535 }, terminal)
  const told = ended()
  const host = await start(
    {
      archivePath,
      dataDir: ownFolder(env),
      rendererDir,
      templatesDir,
      policies: terminal.policies,
      passphrase: env.KLARLAGT_PASSPHRASE,
      ...(port === undefined ? {} : { port }),
    },
    terminal,
  )
  if (archiveAt(archivePath)?.demo) say(t('cli.store.demo'))
  if (host.archive !== 'open') say(t(`cli.serve.${host.archive}`, { path: archivePath }))
  say(t('cli.serve.address'))
  print(host.url)
  say(t('cli.serve.stop'))
  await told
  await host.close()
  return 0
}
