import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  inventCases,
  inventOrganisationNumber,
  inventPersonnummer,
  randomFrom,
} from '../../../main/core/demo/demo-cases.ts'
import { dayOfCase } from '../../../shared/case/chain.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { formatOrganisationNumber, isPersonnummer } from '../../../shared/case/identity.ts'

const today = isoDateSchema.parse('2026-03-04')

test('invented people were born in the 1890s and their numbers hold', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const number = inventPersonnummer(randomFrom(seed))
      expect(number).toMatch(/^189\d{5}-\d{4}$/)
      expect(isPersonnummer(number)).toBe(true)
    }),
  )
})

test('organisation numbers of invented employers hold', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const number = inventOrganisationNumber(randomFrom(seed))
      expect(formatOrganisationNumber(number)).toBe(number)
    }),
  )
})

test('the same seed invents the same cases, another seed others', () => {
  expect(inventCases(12, today, 7)).toEqual(inventCases(12, today, 7))
  expect(inventCases(12, today, 8)).not.toEqual(inventCases(12, today, 7))
})

test('the first case is the story’s: employed, on full sick leave, day 94 today', () => {
  const [story] = inventCases(12, today, 7)
  expect(story).toMatchObject({
    number: '26-1187',
    insured: { name: 'Lisa Berg' },
    employment: { kind: 'anstalld' },
    extent: 100,
  })
  expect(story && dayOfCase(story.firstSickDay, today)).toBe(94)
})

test('no two invented cases share a number, however many', () => {
  const numbers = inventCases(2000, today, 7).map((one) => one.number)
  expect(new Set(numbers).size).toBe(2000)
})
