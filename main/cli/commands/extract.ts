import { extractFormats } from '../../../shared/api/extract.ts'
import { personnummerSchema } from '../../../shared/case/identity.ts'
import { refuseFolder } from '../../policy/obey.ts'
import { withArchive } from '../archive.ts'
import { none, oneOf, parseArguments, type RunCommand, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { Misuse } from '../terminal.ts'

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      person: { type: 'string' },
      format: { type: 'string', default: 'json' },
      out: { type: 'string', default: '-' },
    },
    terminal,
  )
  none(positionals, terminal)
  const path = required(values.store, '--store', terminal)
  const personnummer = personnummerSchema.safeParse(required(values.person, '--person', terminal))
  if (!personnummer.success) throw new Misuse(terminal.t('cli.misuse.optionValue', { option: '--person' }))
  const format = oneOf(values.format, '--format', extractFormats, terminal)
  refuseFolder(terminal.policies.policies, values.out === '-' ? undefined : values.out)
  const { base64 } = await withArchive(path, terminal, ({ client: { extract } }) =>
    extract.person({ personnummer: personnummer.data, format, language: terminal.language }),
  )
  await writeOut(values.out, Buffer.from(base64, 'base64'), terminal)
  if (values.out !== '-') terminal.say(terminal.t('cli.export.done', { path: values.out }))
  return 0
}
