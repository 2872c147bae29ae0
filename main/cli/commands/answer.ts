import { refuseFolder } from '../../policy/obey.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { caseNumbered, lockFrom, packageOptions, withWorker } from '../packages.ts'

/** Answers the granskningspaket of a case: to the address it came from, or locked otherwise where that is asked for. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      ...packageOptions,
      case: { type: 'string' },
      to: { type: 'string' },
      passphrase: { type: 'boolean' },
      out: { type: 'string' },
    },
    terminal,
  )
  none(positionals, terminal)
  const store = required(values.store, '--store', terminal)
  const number = required(values.case, '--case', terminal)
  const out = required(values.out, '--out', terminal)
  refuseFolder(terminal.policies.policies, out === '-' ? undefined : out)
  const { base64 } = await withWorker(values, terminal, async (core) => {
    const caseId = await caseNumbered(core, number, store, terminal)
    const asked = values.to !== undefined || values.passphrase === true
    const lock = asked ? { lock: await lockFrom(values.to, terminal) } : {}
    return core.client.packages.answer({ caseId, ...lock })
  })
  await writeOut(out, Buffer.from(base64, 'base64'), terminal)
  terminal.say(terminal.t('cli.export.done', { path: out }))
  return 0
}
