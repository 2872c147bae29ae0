import { buildDemoArchive } from '../../core/demo/build-demo.ts'
import { archiveFolderOf, refuseDemo, refusePlace } from '../../policy/obey.ts'
import { none, parseArguments, type RunCommand, required, wholeNumber } from '../command.ts'
import { makingFile, ownFolder, readTemplates } from '../files.ts'

const MOST = 10_000

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    { store: { type: 'string' }, cases: { type: 'string' }, json: { type: 'boolean' } },
    terminal,
  )
  none(positionals, terminal)
  const path = required(values.store, '--store', terminal)
  const cases = wholeNumber(values.cases, '--cases', { min: 1, max: MOST }, terminal)
  const { policies } = terminal.policies
  refuseDemo(policies)
  refusePlace(policies, archiveFolderOf(policies, ownFolder(terminal.env)), path)
  const templates = readTemplates(terminal)
  let made = 0
  await makingFile(path, terminal, async () => {
    made = await buildDemoArchive({ path, templates, now: () => new Date(), cases })
  })
  if (values.json) terminal.print(JSON.stringify({ path, cases: made }))
  else terminal.print(terminal.t('cli.demo.done', { path, count: made }))
  return 0
}
