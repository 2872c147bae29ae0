import { refuseFolder } from '../../policy/obey.ts'
import { withArchive } from '../archive.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { Misuse } from '../terminal.ts'

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      case: { type: 'string' },
      store: { type: 'string' },
      out: { type: 'string', default: '-' },
      // Accepted for symmetry; the output is JSON either way.
      json: { type: 'boolean' },
    },
    terminal,
  )
  none(positionals, terminal)
  const number = required(values.case, '--case', terminal)
  const path = required(values.store, '--store', terminal)
  refuseFolder(terminal.policies.policies, values.out === '-' ? undefined : values.out)
  const text = await withArchive(path, terminal, async ({ client: { cases } }) => {
    const asked = await cases.numbered({ number })
    if (asked !== undefined) return cases.dump({ id: asked.case.id })
    const { cases: known, next } = await cases.list({ limit: 20 })
    const numbers = known.map((each) => each.case.number).join(', ') || '–'
    const shown = next === undefined ? numbers : `${numbers} …`
    throw new Misuse(terminal.t('cli.case.unknown', { number, path, known: shown }))
  })
  await writeOut(values.out, new TextEncoder().encode(text), terminal)
  if (values.out !== '-') terminal.say(terminal.t('cli.export.done', { path: values.out }))
  return 0
}
