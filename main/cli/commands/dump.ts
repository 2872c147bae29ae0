import { withArchive } from '../archive.ts'
import { none, parse, type Run, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { Misuse } from '../terminal.ts'

export const run: Run = async (args, terminal) => {
  const { values, positionals } = parse(
    args,
    {
      case: { type: 'string' },
      store: { type: 'string' },
      out: { type: 'string', default: '-' },
      // What is written is JSON in any case.
      json: { type: 'boolean' },
    },
    terminal,
  )
  none(positionals, terminal)
  const number = required(values.case, '--case', terminal)
  const path = required(values.store, '--store', terminal)
  const text = await withArchive(path, terminal, ({ cases }) => {
    const id = cases.withNumber(number)
    if (id !== undefined) return cases.dump(id)
    const known = cases.list().map((found) => found.case.number)
    const shown = known.length > 20 ? `${known.slice(0, 20).join(', ')} …` : known.join(', ') || '–'
    throw new Misuse(terminal.t('cli.case.unknown', { number, path, known: shown }))
  })
  await writeOut(values.out, new TextEncoder().encode(text), terminal)
  if (values.out !== '-') terminal.say(terminal.t('cli.export.done', { path: values.out }))
  return 0
}
