import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FollowProgress } from '../../shared/api/follow.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import type { Figure } from './figure.ts'
import { caseDetails, coreIn, inFolder, type Place, passphrase } from './large/archive.ts'

/** Drafts, so many of a case, as an archive has when a new version comes. */
const DRAFTS = 10_000
const OF_A_CASE = 4

const template = templateIdSchema.parse('avstamningsmote')
const answers = {
  datum: '2026-05-20',
  sammanfattning: {
    blocks: [{ type: 'paragraph', runs: [{ text: 'Alla var överens om stegen. '.repeat(20) }] }],
  },
  deltagare: ['ja', 'nej'].map((narvarade, index) => ({
    id: `r${index}`,
    answers: { person: { name: 'Karin Lind', role: 'arbetsgivare' }, narvarade },
  })),
}

/** Writes the drafts in an archive that knows only the version before. */
async function writeDrafts(place: Place): Promise<string> {
  const core = coreIn(place)
  const { archive, cases, notes } = core.client
  try {
    const status = await archive.create({
      name: 'Prov',
      user: { name: 'Anna Ek', role: 'utredare' },
      passphrase,
    })
    if (status.state !== 'open') throw new Error('The archive is not open.')
    for (let number = 0; number < DRAFTS / OF_A_CASE; number += 1) {
      const { id: caseId } = await cases.create(caseDetails(number))
      for (let index = 0; index < OF_A_CASE; index += 1) {
        const { id, revision } = await notes.create({ caseId, templateId: template })
        await notes.save({ id, baseRevision: revision, answers })
      }
    }
    return status.archive.path
  } finally {
    await core.close()
  }
}

/** All drafts of a template follow to its new version, through the core's call, on a real file. */
export default (): Promise<Figure[]> =>
  inFolder(async (place) => {
    rmSync(join(place.templatesDir, `${template}.json`))
    const path = await writeDrafts(place)
    const core = coreIn({ ...place, templatesDir: join(import.meta.dirname, '../../templates') })
    try {
      await core.client.archive.open({ path, passphrase })
      const begun = performance.now()
      let last: FollowProgress | undefined
      for await (const event of await core.client.follow.all({ template })) last = event
      const ms = performance.now() - begun
      if (last?.followed !== DRAFTS) throw new Error(`${last?.followed} followed.`)
      return [
        { name: `follow: ${DRAFTS} drafts follow their template`, value: ms, unit: 'ms', budget: 10_000 },
      ]
    } finally {
      await core.close()
    }
  })
