import { describe, expect, test } from 'vitest'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { entryOf, example } from './examples.ts'

describe('the foot of an entry', () => {
  test('carries template, note and digest', () => {
    const { foot } = entryOf(example('arbetsgivarens-plan'))
    expect(foot.rows.map(({ text }) => text)).toEqual([
      'Arbetsgivarens plan (arbetsgivarens-plan, version 2)',
      '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809001',
      '9f2c'.repeat(16),
    ])
  })

  test('says of a draft that it has no digest', () => {
    const { foot, draft, draftMark } = entryOf(example('planering'))
    expect(draft).toBe(true)
    expect(draftMark?.word).toBe('UTKAST')
    expect(foot.rows.at(-1)?.text).toBe('Ingen: utkastet är inte journalfört')
  })

  test('tells who has objected to how a rule read a field, and when, once for each, without the sentence', () => {
    const input = example('planering')
    const field = fieldIdSchema.parse('mal')
    const by = { name: 'Eva Sten', role: 'specialist' } as const
    const at = timestampSchema.parse('2026-03-04T10:00:00.000Z')
    const objections = ['Vår plan.', 'Min plan.'].map((sentence) => ({ rule: 'R2', field, sentence, by, at }))
    const { foot } = entryOf({ ...input, note: { ...input.note, objections } })
    expect(foot.rows.filter(({ label }) => label === 'Granskad läsning').map(({ text }) => text)).toEqual([
      'R2 i ”Vilket arbete siktar planeringen mot?”: så är det inte (Eva Sten, 2026-03-04 kl. 11.00)',
    ])
  })
})
