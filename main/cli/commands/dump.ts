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
    const all = (await cases.list()).map((summary) => summary.case)
    const asked = all.find((each) => each.number === number)
    if (asked !== undefined) return cases.dump({ id: asked.id })
    const known = all.map((each) => each.number)
    const shown = known.length > 20 ? `${known.slice(0, 20).join(', ')} …` : known.join(', ') || '–'
    throw new Misuse(terminal.t('cli.case.unknown', { number, path, known: shown }))
  })
  await writeOut(values.out, new TextEncoder().encode(text), terminal)
  if (values.out !== '-') terminal.say(terminal.t('cli.export.done', { path: values.out }))
  return 0
}
