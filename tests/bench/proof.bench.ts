import type { Core } from '../../main/core/core.ts'
import { closeDatabase, openDatabase } from '../../main/store/open.ts'
import { firstBrokenPageOf } from '../../main/store/pages.ts'
import { verifyArchiveAside } from '../../main/store/verify.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import { example } from '../unit/journal/examples.ts'
import { type Figure, percentile } from './figure.ts'
import { coreIn, inFolder, makeLargeArchive, passphrase } from './large/archive.ts'
import { withSigned } from './large/signed.ts'

const SIGNED = 10_000
const SIGNINGS = 60
const templateId = templateIdSchema.parse('behovsklarlaggande')

/** A draft that can be signed. */
async function written({ client }: Core, caseId: CaseId): Promise<{ id: NoteId; baseRevision: number }> {
  const { id, revision } = await client.notes.create({ caseId, templateId })
  const { answers } = example(templateId).note
  const saved = await client.notes.save({ id, baseRevision: revision, answers })
  return { id, baseRevision: saved.revision }
}

/** Signing through the core's call: checked once more, digested, sealed, locked and on disk. */
const signing = (): Promise<Figure[]> =>
  inFolder(async (place) => {
    const { path, caseId } = await makeLargeArchive(place, 0)
    const core = coreIn(place)
    try {
      await core.client.archive.open({ path, passphrase })
      const times: number[] = []
      for (let note = 0; note < SIGNINGS; note += 1) {
        const draft = await written(core, caseId)
        const began = performance.now()
        await core.client.notes.sign(draft)
        times.push(performance.now() - began)
      }
      const [first = Number.NaN] = times
      const later = times.slice(5)
      return [
        { name: 'proof: a note signed', value: percentile(later, 0.5), unit: 'ms', budget: 20 },
        { name: 'proof: the same, 95 % under', value: percentile(later, 0.95), unit: 'ms' },
        { name: 'proof: the first, with its key made', value: first, unit: 'ms' },
      ]
    } finally {
      await core.close()
    }
  })

/** What `klarlagt verify` does of a large archive once it has its key: every page, then all that is in it. */
const verifying = (): Promise<Figure[]> =>
  withSigned(SIGNED, async ({ path, key }) => {
    const began = performance.now()
    const processor = process.cpuUsage()
    const page = await firstBrokenPageOf(path, key)
    const db = openDatabase(path, key)
    const found = await verifyArchiveAside(db)
    const value = performance.now() - began
    const { user, system } = process.cpuUsage(processor)
    closeDatabase(db)
    if (page !== undefined || found.length > 0) throw new Error('The archive does not hold.')
    return [
      { name: 'proof: 10 000 signed notes verified', value, unit: 'ms', budget: 5000 },
      { name: 'proof: the same, of the processors', value: (user + system) / 1000, unit: 'ms' },
    ]
  })

/** Signing, and verifying what was signed. */
export default async (): Promise<Figure[]> => [...(await signing()), ...(await verifying())]
