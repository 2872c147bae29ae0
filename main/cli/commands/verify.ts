import { detailOf } from '../../store/refusal.ts'
import type { ArchiveFinding } from '../../store/verify.ts'
import { withArchive } from '../archive.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { refusalOf } from '../refusals.ts'
import type { Terminal } from '../terminal.ts'

/** What is wrong with the archive. One that is too damaged to open is a finding, not a misuse. */
async function findings(path: string, terminal: Terminal): Promise<ArchiveFinding[]> {
  try {
    return await withArchive(path, terminal, async (core) => core.verify())
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.code === 'ARCHIVE_CORRUPT')
      return [{ kind: 'integrity', params: { detail: detailOf(refusal) } }]
    throw error
  }
}

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    { store: { type: 'string' }, json: { type: 'boolean' } },
    terminal,
  )
  none(positionals, terminal)
  const found = (await findings(required(values.store, '--store', terminal), terminal)).map(
    ({ kind, params, note }) => ({
      kind,
      ...(note === undefined ? {} : { note }),
      message: terminal.t(`errors.verify.${kind}`, params),
    }),
  )
  if (values.json) terminal.print(JSON.stringify({ findings: found }, undefined, 2))
  else {
    for (const { kind, message } of found) terminal.print(`${kind.padEnd(14)}  ${message}`)
    const sum =
      found.length === 0
        ? terminal.t('cli.verify.fine')
        : terminal.t('cli.verify.findings', { count: found.length })
    terminal.say(sum)
  }
  return found.length === 0 ? 0 : 1
}
