import { receiptFormats } from '../../../shared/api/disposal.ts'
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
      case: { type: 'string' },
      reason: { type: 'string' },
      format: { type: 'string', default: 'txt' },
      out: { type: 'string', default: '-' },
    },
    terminal,
  )
  none(positionals, terminal)
  const path = required(values.store, '--store', terminal)
  const number = required(values.case, '--case', terminal)
  const reason = required(values.reason, '--reason', terminal)
  const format = oneOf(values.format, '--format', receiptFormats, terminal)
  refuseFolder(terminal.policies.policies, values.out === '-' ? undefined : values.out)
  const { base64 } = await withArchive(path, terminal, async ({ client: { cases, disposal } }) => {
    const asked = await cases.numbered({ number })
    if (asked === undefined) throw new Misuse(terminal.t('cli.dispose.unknown', { number, path }))
    const caseId = asked.case.id
    await disposal.dispose({ caseId, number, reason })
    return disposal.exportReceipt({ caseId, format, language: terminal.language })
  })
  await writeOut(values.out, Buffer.from(base64, 'base64'), terminal)
  terminal.say(terminal.t('cli.dispose.done', { number }))
  return 0
}
