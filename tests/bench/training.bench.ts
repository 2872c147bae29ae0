import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTemplates } from '../../main/core/templates.ts'
import { dateOfDay } from '../../shared/case/chain.ts'
import { overviewOf } from '../../shared/overview/overview.ts'
import { readWholeCase } from '../../shared/projection/read-case.ts'
import { packCaseId } from '../../shared/training/ids.ts'
import { knownOn } from '../../shared/training/known-on.ts'
import { packSchema } from '../../shared/training/pack.ts'
import { type Figure, median, percentile } from './figure.ts'
import { coreIn, inFolder, type Place } from './large/archive.ts'

type Client = ReturnType<typeof coreIn>['client']

const DAYS = 760

/** The case of a pack as a slider shows it, day by day until the last. */
async function dragged({ cases, notes, history }: Client, { templatesDir }: Place): Promise<Figure> {
  const text = readFileSync(join(templatesDir, 'demo/tva-ar-i-ett-arende.json'), 'utf8')
  const { id, cases: of } = packSchema.parse(JSON.parse(text))
  const caseId = packCaseId(id, of[0]?.key ?? '')
  const story = {
    case: (await cases.get({ id: caseId })).case,
    notes: await notes.ofCase({ caseId }),
    byDay: await history.byDay({ caseId }),
  }
  const templates = loadTemplates(templatesDir).all
  const times = Array.from({ length: DAYS }, (_, index) => {
    const began = performance.now()
    const day = dateOfDay(story.case.firstSickDay, index + 1)
    overviewOf(readWholeCase(knownOn(story, day, templates, 'sv')), 'sv')
    return performance.now() - began
  })
  return {
    name: 'training: a case on a day, each of 760, 95 % under',
    value: percentile(times, 0.95),
    unit: 'ms',
    budget: 100,
  }
}

/** What a trainer waits for: a demo archive put back, made anew and as its packs came, and the case on another day. */
export default (): Promise<Figure[]> =>
  inFolder(async (place) => {
    const core = coreIn(place)
    try {
      const { archive, training } = core.client
      await archive.demo()
      const anew = await median(5, () => training.reset({ to: 'new' }), 1)
      await training.load({ pack: 'tva-ar-i-ett-arende' })
      const toPack = await median(5, () => training.reset({ to: 'pack' }), 1)
      return [
        { name: 'training: a demo archive made anew', value: anew, unit: 'ms', budget: 1000 },
        { name: 'training: the same, as its packs came', value: toPack, unit: 'ms', budget: 1000 },
        await dragged(core.client, place),
      ]
    } finally {
      await core.close()
    }
  })
