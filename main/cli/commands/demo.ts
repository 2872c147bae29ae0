import { buildDemoArchive } from '../../core/demo/build-demo.ts'
import { archiveFolderOf, refuseDemo, refusePlace } from '../../policy/obey.ts'
import { none, parseArguments, type RunCommand, required, wholeNumber } from '../command.ts'
import { makingFile, ownFolder, readTemplates } from '../files.ts'
import { createProgress } from '../progress.ts'

const MOST = 2_000_000

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
  const progress = createProgress(terminal, (of) => terminal.t('cli.rebuild.progress', { ...of }))
  let made = 0
  await makingFile(path, terminal, async () => {
    made = await buildDemoArchive({ path, templates, now: () => new Date(), cases, told: progress.at })
    progress.end()
  })
  if (values.json) terminal.print(JSON.stringify({ path, cases: made }))
  else terminal.print(terminal.t('cli.demo.done', { path, count: made }))
  return 0
}
