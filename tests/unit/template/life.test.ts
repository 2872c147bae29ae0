import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  publishedState,
  type TemplateState,
  type TemplateVerb,
  templateStates,
  templateStepRefusal,
  templateSteps,
  templateVerbs,
} from '../../../shared/template/life.ts'

const people = ['Anna Ek', 'Bo Lind', 'Cia Dahl'] as const
type Person = (typeof people)[number]

type Deed =
  | { kind: 'step'; verb: TemplateVerb; by: Person; reason: string | undefined; isWhole: boolean }
  | { kind: 'write'; by: Person }

const person = fc.constantFrom(...people)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    verb: fc.constantFrom(...templateVerbs),
    by: person,
    reason: fc.constantFrom(undefined, '  ', 'Texten är svår att förstå.'),
    isWhole: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('write' as const), by: person }),
)

interface Life {
  state: TemplateState
  writers: Set<Person>
  text: number
  /** The text that was approved last, and by whom. */
  approved: { by: Person; text: number } | undefined
  published: { approved: Life['approved']; text: number; isWhole: boolean } | undefined
}

function live(deeds: readonly Deed[]): Life {
  const life: Life = {
    state: 'utkast',
    writers: new Set(['Anna Ek']),
    text: 1,
    approved: undefined,
    published: undefined,
  }
  for (const one of deeds) {
    if (one.kind === 'write') {
      if (life.state !== 'utkast') continue
      life.text += 1
      life.writers.add(one.by)
      continue
    }
    const { verb, by, reason, isWhole } = one
    const situation = { state: life.state, hasWritten: life.writers.has(by), isWhole, reason }
    if (templateStepRefusal(verb, situation) !== undefined) continue
    life.state = templateSteps[verb].to
    if (verb === 'godkann') life.approved = { by, text: life.text }
    if (verb === 'publicera') life.published = { approved: life.approved, text: life.text, isWhole }
  }
  return life
}

describe('the life of a template', () => {
  test('what is published is whole, to the letter what was approved, and approved by nobody who wrote in it', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const { published, writers } = live(deeds)
        if (published === undefined) return
        expect(published.isWhole).toBe(true)
        expect(published.approved?.text).toBe(published.text)
        expect(published.approved && writers.has(published.approved.by)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('what is published is withdrawn and nothing else: it is never written in again', () => {
    const later: readonly TemplateState[] = ['publicerad', 'kommande', 'tillbakadragen']
    for (const state of later)
      for (const verb of templateVerbs) {
        const situation = { state, hasWritten: true, isWhole: true, reason: 'Lagen har ändrats.' }
        const allowed = templateStepRefusal(verb, situation) === undefined
        expect([state, verb, allowed]).toEqual([
          state,
          verb,
          verb === 'dra-tillbaka' && state !== 'tillbakadragen',
        ])
      }
  })

  test('every state can be reached, and is left by some step but the last', () => {
    const left = new Set(Object.values(templateSteps).flatMap(({ from }) => from))
    expect(templateStates.filter((state) => !left.has(state))).toEqual(['tillbakadragen'])
  })

  test.each([
    ['the day before', '2026-12-31', undefined, 'kommande'],
    ['from its day on', '2027-01-01', undefined, 'publicerad'],
    ['once it is withdrawn', '2027-01-01', {}, 'tillbakadragen'],
    ['withdrawn before its day', '2026-12-31', {}, 'tillbakadragen'],
  ])('a version of the first of January, %s', (_when, today, withdrawn, state) => {
    expect(publishedState({ from: '2027-01-01', withdrawn }, today)).toBe(state)
  })
})
