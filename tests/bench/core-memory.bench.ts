import { build } from '../../scripts/build.ts'
import { exportFormats } from '../../shared/journal/entry.ts'
import type { Figure } from './figure.ts'
import { inFolder } from './large/archive.ts'
import { type Client, startCoreProcess } from './processes/core-process.ts'

/** An hour's work or so: the invented cases opened, a draft saved 200 times, and written in every format. */
async function work({ archive, cases, notes }: Client): Promise<void> {
  await archive.demo()
  const draft = (await cases.list()).cases
    .flatMap((each) => each.notes)
    .find(({ status }) => status === 'utkast')
  if (draft === undefined) throw new Error('The demo archive has no draft.')
  const { id, answers } = await notes.get({ id: draft.id })
  let { revision } = draft
  for (let word = 0; word < 200; word++) {
    const saved = await notes.save({
      id,
      baseRevision: revision,
      answers: { ...answers, prov: `Ord ${word}` },
    })
    revision = saved.revision
  }
  for (const format of exportFormats) await notes.export({ id, format, language: 'sv' })
}

/** What the core's process holds in memory, its Node with it. */
export default async (): Promise<Figure[]> => {
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  return inFolder(async (place) => {
    const core = startCoreProcess(place)
    try {
      await work(core.client)
      const memory = core.memory()
      if (memory === undefined) {
        console.log('  core: memory is measured on Linux alone.')
        return []
      }
      return [
        { name: 'core: memory after 200 saves and six exports', value: memory.now, unit: 'MB', budget: 150 },
        { name: 'core: the most it held', value: memory.peak, unit: 'MB' },
      ]
    } finally {
      await core.end()
    }
  })
}
