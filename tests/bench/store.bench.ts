import type { Core } from '../../main/core/core.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { type Figure, median, percentile } from './figure.ts'
import { caseDetails, coreIn, inFolder, makeLargeArchive, passphrase } from './large/archive.ts'
import { largeAnswers } from './large/note.ts'

/** Milliseconds of saves of a large note, each with other words; encrypted, WAL, synchronous FULL. */
async function saves({ client }: Core, id: NoteId, count: number): Promise<number[]> {
  let { revision } = await client.notes.get({ id })
  const times: number[] = []
  for (let word = 0; word < count; word += 1) {
    const answers = { ...largeAnswers, f0: `Ord ${word}` }
    const began = performance.now()
    const saved = await client.notes.save({ id, baseRevision: revision, answers })
    times.push(performance.now() - began)
    revision = saved.revision
  }
  return times
}

/** The store through the core's calls, on a real file. */
export default (): Promise<Figure[]> =>
  inFolder(async (place) => {
    const { path, notes } = await makeLargeArchive(place, 1)
    const [id] = notes
    if (id === undefined) throw new Error('There is no note.')
    const core = coreIn(place)
    try {
      const { archive, cases } = core.client
      const opened = await median(
        5,
        async () => {
          await archive.close()
          await archive.open({ path, passphrase })
        },
        1,
      )
      const times = (await saves(core, id, 320)).slice(20)
      for (let index = 0; index < 999; index++) await cases.create(caseDetails(1000 + index))
      return [
        {
          name: 'store: a save of a note of 200 fields',
          value: percentile(times, 0.5),
          unit: 'ms',
          budget: 10,
        },
        { name: 'store: the same, 95 % under', value: percentile(times, 0.95), unit: 'ms' },
        { name: 'store: opening an archive with its passphrase', value: opened, unit: 'ms' },
        { name: 'store: the list of 1 000 cases', value: await median(20, () => cases.list()), unit: 'ms' },
      ]
    } finally {
      await core.close()
    }
  })
