import { parseArguments, type RunCommand, single } from '../command.ts'
import { readBytesOf } from '../files.ts'
import { packageOptions, packagePassphrase, withWorker } from '../packages.ts'

/** Takes in a granskningspaket, or merges the answer to one. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    { ...packageOptions, key: { type: 'boolean' }, json: { type: 'boolean' } },
    terminal,
  )
  const file = single(positionals, terminal.t('cli.what.package'), terminal)
  const base64 = Buffer.from(await readBytesOf(file, terminal)).toString('base64')
  const opened = await withWorker(values, terminal, async ({ client }) => {
    const passphrase = values.key === true ? undefined : await packagePassphrase(terminal)
    return client.packages.open({ base64, ...(passphrase ? { passphrase } : {}) })
  })
  if (values.json) terminal.print(JSON.stringify(opened, undefined, 2))
  else if (opened.kind === 'package')
    terminal.print(terminal.t('packages.open.package', { count: opened.notes }))
  else terminal.print(terminal.t('packages.open.answer', { ...opened }))
  return 0
}
