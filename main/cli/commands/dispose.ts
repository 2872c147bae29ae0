import { receiptFormats } from '../../../shared/api/disposal.ts'
import type { Core } from '../../core/core.ts'
import { refuseFolder } from '../../policy/obey.ts'
import { withArchive } from '../archive.ts'
import { none, oneOf, parseArguments, type RunCommand, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { createProgress } from '../progress.ts'
import { Misuse } from '../terminal.ts'

/** Tells how far what was disposed of has been taken out of the search index, until the core is closed. */
async function tellSweeping({ client }: Core, progress: ReturnType<typeof createProgress>): Promise<void> {
  for await (const event of await client.changes()) if (event.type === 'sweeping') progress.at(event)
}

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
  const { base64 } = await withArchive(path, terminal, async (core) => {
    const { cases, disposal } = core.client
    const asked = await cases.numbered({ number })
    if (asked === undefined) throw new Misuse(terminal.t('cli.dispose.unknown', { number, path }))
    const caseId = asked.case.id
    const progress = createProgress(terminal, (of) => terminal.t('cli.dispose.progress', { ...of }))
    void tellSweeping(core, progress)
    await disposal.dispose({ caseId, number, reason })
    progress.end()
    terminal.say(terminal.t('cli.dispose.closing'))
    return disposal.exportReceipt({ caseId, format, language: terminal.language })
  })
  await writeOut(values.out, Buffer.from(base64, 'base64'), terminal)
  terminal.say(terminal.t('cli.dispose.done', { number }))
  return 0
}
