import { existsSync } from 'node:fs'
import { swedishDate } from '../../../shared/case/dates.ts'
import { archiveFolderOf, refuseDemo, refusePlace } from '../../policy/obey.ts'
import { none, parseArguments, type RunCommand, required, wholeNumber } from '../command.ts'
import { makingFile, ownFolder, readTemplates } from '../files.ts'
import { dayAsked, listPacks, packAsked } from '../packs.ts'
import { createProgress } from '../progress.ts'
import { Misuse } from '../terminal.ts'

const MOST = 2_000_000

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      cases: { type: 'string' },
      pack: { type: 'string' },
      day: { type: 'string' },
      packs: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    terminal,
  )
  none(positionals, terminal)
  if (values.packs) {
    listPacks(readTemplates(terminal).all, values.json === true, terminal)
    return 0
  }
  const path = required(values.store, '--store', terminal)
  const cases = wholeNumber(values.cases, '--cases', { min: 1, max: MOST }, terminal)
  if (values.day !== undefined && values.pack === undefined)
    throw new Misuse(terminal.t('training.cli.dayWithoutPack'))
  const { policies } = terminal.policies
  refuseDemo(policies)
  refusePlace(policies, archiveFolderOf(policies, ownFolder(terminal.env)), path)
  const wanted = values.day === undefined ? undefined : dayAsked(values.day, terminal)
  // How many cases an archive is to have is asked of one that is to be made.
  if (values.pack !== undefined && cases === undefined && existsSync(path)) {
    const { loadInto } = await import('./demo-load.ts')
    await loadInto({ path, pack: values.pack, day: wanted }, values.json === true, terminal)
    return 0
  }
  const templates = readTemplates(terminal)
  const now = () => new Date()
  const pack = values.pack === undefined ? undefined : await packAsked(values.pack, templates.all, terminal)
  const day = wanted ?? swedishDate(now())
  const progress = createProgress(terminal, (of) => terminal.t('cli.rebuild.progress', { ...of }))
  const { buildDemoArchive } = await import('../../core/demo/build-demo.ts')
  let made = 0
  await makingFile(path, terminal, async () => {
    made = await buildDemoArchive({
      path,
      templates,
      now,
      cases,
      pack: pack && { pack, day },
      told: progress.at,
    })
    progress.end()
  })
  if (values.json) terminal.print(JSON.stringify({ path, cases: made }))
  else terminal.print(terminal.t('cli.demo.done', { path, count: made }))
  return 0
}
