import { messageText } from '../../../shared/text/index.ts'
import { roles } from '../../../shared/user/user.ts'
import { parseBundle } from '../../core/import-bundle.ts'
import { withArchiveOrNew } from '../archive.ts'
import { oneOf, parseArguments, type RunCommand, required, single } from '../command.ts'
import { readText } from '../files.ts'
import { namingFile } from '../refusals.ts'

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      json: { type: 'boolean' },
    },
    terminal,
  )
  const file = single(positionals, terminal.t('cli.what.file'), terminal)
  const store = required(values.store, '--store', terminal)
  const role = values.role === undefined ? undefined : oneOf(values.role, '--role', roles, terminal)
  const text = await readText(file, terminal)
  // Checked up front, so that a refused file does not leave a new, empty archive behind.
  await namingFile(file, terminal, () => parseBundle(text))
  const report = await withArchiveOrNew(store, { name: values.name, role }, terminal, ({ client }) =>
    namingFile(file, terminal, () => client.cases.import({ json: text })),
  )
  if (values.json) {
    const findings = report.findings.map(({ path, message }) => ({
      path,
      message: messageText(terminal.language, message),
    }))
    terminal.print(JSON.stringify({ ...report, findings }, undefined, 2))
  } else {
    terminal.print(terminal.t('cli.import.done', { number: report.number, count: report.notes }))
    for (const { path, message } of report.findings)
      terminal.print(
        terminal.t('cli.import.finding', { path, message: messageText(terminal.language, message) }),
      )
  }
  return report.findings.length > 0 ? 1 : 0
}
