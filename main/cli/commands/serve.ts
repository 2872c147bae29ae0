import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { archiveAt } from '../../store/archive-files.ts'
import { serve as serveHost } from '../../web/serve.ts'
import { none, parse, type Run, required, wholeNumber } from '../command.ts'
import { rendererDir, templatesDir } from '../files.ts'

/** Until somebody ends it: Ctrl+C, or the system. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

export const run: Run = async (args, terminal) => {
  const { values, positionals } = parse(
    args,
    { store: { type: 'string' }, port: { type: 'string' } },
    terminal,
  )
  none(positionals, terminal)
  const archivePath = resolve(required(values.store, '--store', terminal))
  const port = wholeNumber(values.port, '--port', { min: 1, max: 65_535 }, terminal)
  const dataDir = mkdtempSync(join(tmpdir(), 'klarlagt-serve-'))
  try {
    const host = await serveHost({
      archivePath,
      dataDir,
      rendererDir,
      templatesDir,
      ...(port === undefined ? {} : { port }),
    })
    if (archiveAt(archivePath)?.demo) terminal.say(terminal.t('cli.store.demo'))
    terminal.say(terminal.t('cli.serve.address'))
    terminal.print(host.url)
    terminal.say(terminal.t('cli.serve.stop'))
    await ended()
    await host.close()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
  return 0
}
