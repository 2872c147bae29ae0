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

const COMMENTS = 50

/** The saves of a note while backup after backup is made, and of one with many comments. */
async function burdened(core: Core, id: NoteId): Promise<Figure[]> {
  const { backups, comments, notes } = core.client
  let isDone = false
  const backingUp = (async () => {
    while (!isDone) await backups.make()
  })()
  const meanwhile = (await saves(core, id, 120)).slice(20)
  isDone = true
  await backingUp
  for (let index = 0; index < COMMENTS; index += 1)
    await comments.begin({ note: id, anchor: { kind: 'note' }, text: `Synpunkt ${index}: varför just nu?` })
  const commented = (await saves(core, id, 120)).slice(20)
  const read = await median(50, async () => {
    await notes.get({ id })
    await comments.ofNote({ note: id })
  })
  return [
    { name: 'store: a save while a backup is made', value: percentile(meanwhile, 0.5), unit: 'ms' },
    { name: 'store: the same, 95 % under', value: percentile(meanwhile, 0.95), unit: 'ms' },
    {
      name: `store: a save of a note with ${COMMENTS} comments`,
      value: percentile(commented, 0.5),
      unit: 'ms',
      budget: 10,
    },
    { name: 'store: the same, 95 % under', value: percentile(commented, 0.95), unit: 'ms' },
    { name: `store: a note read with ${COMMENTS} comments`, value: read, unit: 'ms' },
  ]
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
      const withBurden = await burdened(core, id)
      for (let index = 0; index < 999; index++) await cases.create(caseDetails(1000 + index))
      return [
        {
          name: 'store: a save of a note of 200 fields',
          value: percentile(times, 0.5),
          unit: 'ms',
          budget: 10,
        },
        { name: 'store: the same, 95 % under', value: percentile(times, 0.95), unit: 'ms' },
        ...withBurden,
        { name: 'store: opening an archive with its passphrase', value: opened, unit: 'ms' },
        { name: 'store: the list of 1 000 cases', value: await median(20, () => cases.list()), unit: 'ms' },
      ]
    } finally {
      await core.close()
    }
  })
