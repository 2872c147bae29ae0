import { describe, expect, test } from 'vitest'
import { type Consent, consentSchema, mergeConsents } from '../../../shared/case/consents.ts'

const said = (consent: string, date?: string): Consent =>
  consentSchema.parse({ actor: 'arbetsgivare', consent, ...(date === undefined ? {} : { date }) })

describe('a signed note puts its consents into the register of the case', () => {
  test.each<[string, Consent, Consent, 'kept' | 'replaced']>([
    [
      'a later answer takes the place of an earlier',
      said('ja', '2026-01-01'),
      said('nej', '2026-02-01'),
      'replaced',
    ],
    ['an earlier answer does not', said('nej', '2026-02-01'), said('ja', '2026-01-01'), 'kept'],
    [
      'of the same day, the one signed last counts',
      said('ja', '2026-02-01'),
      said('nej', '2026-02-01'),
      'replaced',
    ],
    ['a dated answer outdoes an undated', said('ja'), said('nej', '2026-02-01'), 'replaced'],
    ['an undated answer never outdoes a dated', said('ja', '2026-02-01'), said('nej'), 'kept'],
    ['a date that does not exist is no date', said('ja', '2026-02-01'), said('nej', '2026-02-30'), 'kept'],
    ['of two undated, the one signed last counts', said('ja'), said('nej'), 'replaced'],
    ['not having asked takes no answer away', said('ja'), said('ej-fragat'), 'kept'],
  ])('%s', (_what, register, added, outcome) => {
    expect(mergeConsents([register], [added])).toEqual([outcome === 'kept' ? register : added])
  })

  test('another actor is added, and the order stays', () => {
    const care = consentSchema.parse({ actor: 'halso-och-sjukvarden', consent: 'ja' })
    expect(mergeConsents([said('ja')], [care])).toEqual([said('ja'), care])
  })
})
