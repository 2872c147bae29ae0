import { expect, test } from 'vitest'
import { z } from 'zod'
import { klarlagt } from './support.ts'

const told = z.object({ differences: z.array(z.object({ part: z.object({ id: z.string() }) })) })

test('klarlagt templates compare says what differs between two versions, field by field, in words or as JSON', async () => {
  const { code, out } = await klarlagt(['templates', 'compare', 'behovsklarlaggande@1', 'behovsklarlaggande'])
  expect(code).toBe(0)
  expect(out.split('\n')).toContain(
    'fältet ”När är läkarintyget utfärdat?”: nytt, i avsnittet ”Ställningstagande”',
  )
  const asJson = await klarlagt([
    'templates',
    'compare',
    'behovsklarlaggande@1',
    'templates/behovsklarlaggande.json',
    '--json',
  ])
  const { differences } = told.parse(JSON.parse(asJson.out))
  expect(differences.map(({ part }) => part.id)).toContain('intyg-datum')
  expect(await klarlagt(['templates', 'compare', 'planering'])).toMatchObject({ code: 2 })
  expect(await klarlagt(['templates', 'compare', 'planering', 'planering@9'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('planering@9 är ingen mall') as string,
  })
})
