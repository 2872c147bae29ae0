import { describe, expect, test } from 'vitest'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { sealSchema } from '../../../shared/note/note.ts'
import { entryOf, example } from './examples.ts'

describe('the foot of an entry', () => {
  test('carries template, note and signature', () => {
    const { foot } = entryOf(example('arbetsgivarens-plan'))
    expect(foot.rows.map(({ text }) => text)).toEqual([
      'Arbetsgivarens plan (arbetsgivarens-plan, version 2)',
      '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809001',
      'Anna Ek, utredare',
      '2026-04-15 kl. 10.12',
      '9f2c'.repeat(16),
      'Ingen: den första i ärendet',
      'Inget: journalförd innan användare hade egna nycklar',
    ])
  })

  test('says when by Swedish clocks and their zone, after which record, and with whose key', () => {
    const input = example('arbetsgivarens-plan')
    if (input.note.status !== 'journalford') throw new Error('The example is signed.')
    const seal = sealSchema.parse({
      time: '2026-04-15T10:12:00.000+02:00',
      // The key of the first test of RFC 8032, 7.1; its SHA-256 as sha256sum tells it.
      publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      value: '0'.repeat(128),
    })
    const { signature } = input.note
    const previous = signature.digest
    const { foot } = entryOf({
      ...input,
      note: { ...input.note, signature: { ...signature, previous, seal } },
    })
    expect(foot.rows.slice(3).map(({ text }) => text)).toEqual([
      '2026-04-15 kl. 10.12.00 (UTC+02:00)',
      '9f2c'.repeat(16),
      '9f2c'.repeat(16),
      '21fe 31df a154 a261 626b f854 046f d227',
    ])
  })

  test('says of a draft that it has no digest', () => {
    const { foot, draft, notice } = entryOf(example('planering'))
    expect(draft).toBe(true)
    expect(notice?.word).toBe('UTKAST')
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
