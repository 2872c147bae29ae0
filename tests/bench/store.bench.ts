import type { Core } from '../../main/core/core.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { type Figure, median, percentile } from './figure.ts'
import { caseDetails, coreIn, inFolder, makeLargeArchive, passphrase } from './large/archive.ts'
import { largeAnswers } from './large/note.ts'

/** Milliseconds of saves of a large note, each with other words; encrypted, WAL, synchronous FULL. */
function saves({ services }: Core, id: NoteId, count: number): number[] {
  let { revision } = services.notes.get(id)
  return Array.from({ length: count }, (_, word) => {
    const answers = { ...largeAnswers, f0: `Ord ${word}` }
    const began = performance.now()
    const { note } = services.notes.save({ id, baseRevision: revision, answers })
    const took = performance.now() - began
    revision = note.revision
    return took
  })
}

/** The store through the core's services, on a real file. */
export default (): Promise<Figure[]> =>
  inFolder(async (place) => {
    const { path, notes } = await makeLargeArchive(place, 1)
    const [id] = notes
    if (id === undefined) throw new Error('There is no note.')
    const core = coreIn(place)
    try {
      const { archive, cases } = core.services
      const opened = await median(
        5,
        async () => {
          await archive.close()
          await archive.open({ path, passphrase })
        },
        1,
      )
      const times = saves(core, id, 320).slice(20)
      for (let index = 0; index < 999; index++) cases.create(caseDetails(1000 + index))
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
