import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Core } from '../../main/core/core.ts'
import type { FollowProgress } from '../../shared/api/follow.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import type { Figure } from './figure.ts'
import { caseDetails, coreIn, inFolder, passphrase } from './large/archive.ts'

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

const bundleShape = z.looseObject({
  case: z.looseObject({}),
  notes: z.array(z.looseObject({ template: z.looseObject({}) })),
})

/** A case of its own number with its drafts, of the version before, as a bundle. */
async function bundleOf({ client }: Core): Promise<(number: number) => string> {
  const { id: caseId } = await client.cases.create(caseDetails(0))
  for (let index = 0; index < OF_A_CASE; index += 1)
    await client.notes.create({ caseId, templateId: template })
  const bundle = bundleShape.parse(JSON.parse(await client.cases.dump({ id: caseId })))
  return (number) =>
    JSON.stringify({
      ...bundle,
      case: { ...bundle.case, ...caseDetails(number), id: randomUUID() },
      notes: bundle.notes.map((note) => ({
        ...note,
        id: randomUUID(),
        template: { ...note.template, version: 1 },
        answers,
      })),
    })
}

/** All drafts of a template follow to its new version, through the core's call, on a real file. */
export default (): Promise<Figure[]> =>
  inFolder(async (place) => {
    const core = coreIn(place)
    const { archive, cases, follow } = core.client
    try {
      await archive.create({ name: 'Prov', user: { name: 'Anna Ek', role: 'utredare' }, passphrase })
      const json = await bundleOf(core)
      for (let number = 1; number <= DRAFTS / OF_A_CASE; number += 1)
        await cases.import({ json: json(number) })
      const begun = performance.now()
      let last: FollowProgress | undefined
      for await (const event of await follow.all({ template })) last = event
      const ms = performance.now() - begun
      if (last?.followed !== DRAFTS) throw new Error(`${last?.followed} followed.`)
      return [
        { name: `follow: ${DRAFTS} drafts follow their template`, value: ms, unit: 'ms', budget: 10_000 },
      ]
    } finally {
      await core.close()
    }
  })
