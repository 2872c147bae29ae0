import { type Figure, median } from './figure.ts'
import { coreIn, inFolder } from './large/archive.ts'

/** A demo archive put back: made anew, and as it was when a pack had been brought into it. */
export default (): Promise<Figure[]> =>
  inFolder(async (place) => {
    const core = coreIn(place)
    try {
      const { archive, training } = core.client
      await archive.demo()
      const anew = await median(5, () => training.reset({ to: 'new' }), 1)
      await training.load({ pack: 'plan-eller-planering' })
      const toPack = await median(5, () => training.reset({ to: 'pack' }), 1)
      return [
        { name: 'training: a demo archive made anew', value: anew, unit: 'ms', budget: 1000 },
        { name: 'training: the same, as its packs came', value: toPack, unit: 'ms', budget: 1000 },
      ]
    } finally {
      await core.close()
    }
  })
