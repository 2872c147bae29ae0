import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { shippedPacks } from '../../../main/core/training/pack-files.ts'
import { languageSchema } from '../../../shared/text/localized.ts'
import { sceneTold } from '../../../shared/training/scene-told.ts'

const templates = loadTemplates('templates').all
const packs = shippedPacks('templates', templates).all
const packOf = (id: string) => {
  const found = packs.find((pack) => pack.id === id)
  if (found === undefined) throw new Error(`No pack ${id}`)
  return found
}
const told = (pack: string, scene: string) => {
  const found = packOf(pack).scenes?.find(({ id }) => id === scene)
  if (found === undefined) throw new Error(`No scene ${scene}`)
  return sceneTold(packOf(pack), found, { templates, language: 'sv' })
}

describe('what a scene shows is told in words', () => {
  test('each document by its name and case, each point by its field', () => {
    const [plan, planering] = told('plan-eller-planering', 'med-vem')
    expect(plan?.title).toBe('Arbetsgivarens plan, ärende PLAN-1')
    expect(plan?.template?.owner).toBe('arbetsgivare')
    expect(planering?.points).toEqual([
      {
        field: 'samrad',
        label: 'Är planeringen gjord i samråd med den försäkrade?',
        text: 'Utan samråd är planeringen inte klar.',
        source: '001:1017-1025',
      },
    ])
  })

  test('a case as a whole by its number', () => {
    const [broken, mended] = told('regel-for-regel', 'r6')
    expect([broken?.title, broken?.template]).toEqual(['Ärende R6 fel', undefined])
    expect(mended?.title).toBe('Arbetsgivarens plan, ärende R6 rätt')
  })
})

describe.each(packs.map((pack) => [pack.id, pack]))('the scenes of %s', (_id, pack) => {
  test.each(languageSchema.options)(
    'say something of each thing they show, and name its fields, in %s',
    (language) => {
      for (const scene of pack.scenes ?? [])
        for (const { points } of sceneTold(pack, scene, { templates, language })) {
          expect(points.length, scene.id).toBeGreaterThan(0)
          expect(
            points.filter(({ field, label }) => (field === undefined) !== (label === undefined)),
          ).toEqual([])
        }
    },
  )
})
