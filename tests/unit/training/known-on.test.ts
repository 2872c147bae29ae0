import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDay } from '../../../shared/case/chain.ts'
import { dateAt, timestamp } from '../../../shared/case/dates.ts'
import { overviewOf } from '../../../shared/overview/overview.ts'
import { readWholeCase } from '../../../shared/projection/read-case.ts'
import { knownOn } from '../../../shared/training/known-on.ts'
import { templates } from '../rules/bundles.ts'
import { packBundle } from '../rules/rule-pack.ts'

const bundle = packBundle('tva-ar-i-ett-arende.json', 'sixten')
const on = (day: number) => dateOfDay(bundle.case.firstSickDay, day)
const known = (day: number, story: Parameters<typeof knownOn>[0] = bundle) =>
  knownOn(story, on(day), templates.all, 'sv')
const noteOf = (template: string) => {
  const found = bundle.notes.find((note) => note.template.id === template)
  if (found === undefined) throw new Error(`No ${template}`)
  return found
}
const anyDay = fc.integer({ min: 1, max: 760 })

describe('a case as it was known on a day', () => {
  test('holds every note begun until then and none that came later, on any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { others, today } = known(day)
        expect(today).toBe(on(day))
        expect(others.map(({ note }) => note.id)).toEqual(
          bundle.notes.filter(({ createdAt }) => dateAt(createdAt) <= on(day)).map(({ id }) => id),
        )
      }),
    )
  })

  test('knows nothing on a later day less than on an earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)]
        const ids = new Set(known(later).others.map(({ note }) => note.id))
        expect(known(earlier).others.every(({ note }) => ids.has(note.id))).toBe(true)
      }),
    )
  })

  test.each([
    [25, 30],
    [35, 90],
    [91, 180],
    [300, 365],
    [760, undefined],
  ])('on day %d the next limit is day %s', (day, next) => {
    const { limits } = overviewOf(readWholeCase(known(day)), 'sv')
    expect(limits.find(({ isNext }) => isNext)?.day).toBe(next)
  })

  test('says on day 35 that nothing is known of the plan (R6), on day 252 that it came, and on day 750 that it is silent (R19)', () => {
    const rules = (day: number) => readWholeCase(known(day)).markers.map(({ rule }) => rule)
    expect(rules(35)).toContain('R6')
    expect(rules(252)).not.toContain('R6')
    expect(rules(252)).not.toContain('R19')
    expect(rules(750)).toContain('R19')
  })

  test('has no consent that was given later', () => {
    expect(known(60).case.consents).toEqual([])
  })

  test('has a note that was signed later as a draft, and one that was annulled later as it counted', () => {
    const plan = noteOf('arbetsgivarens-plan')
    if (plan.status !== 'journalford') throw new Error('The plan is not signed.')
    const at = timestamp(new Date(`${on(400)}T09:00:00Z`))
    const annulled = { ...plan, annulled: { at, by: plan.author, reason: 'Fel ärende.' } }
    const signedLater = { ...plan, signature: { ...plan.signature, at } }
    const planOn = (day: number, changed: typeof plan) =>
      known(day, { ...bundle, notes: bundle.notes.map((note) => (note === plan ? changed : note)) })
    const isCounted = (context: ReturnType<typeof known>) =>
      context.others.some(({ note }) => note.id === plan.id)
    expect(isCounted(planOn(399, annulled))).toBe(true)
    expect(isCounted(planOn(400, annulled))).toBe(false)
    expect(planOn(399, signedLater).others.find(({ note }) => note.id === plan.id)?.note.status).toBe(
      'utkast',
    )
    expect(planOn(400, signedLater).others.find(({ note }) => note.id === plan.id)?.note.status).toBe(
      'journalford',
    )
  })
})
