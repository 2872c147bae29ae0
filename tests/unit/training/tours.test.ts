import { describe, expect, test } from 'vitest'
import { firstStep, stepBack, stepOf, stepOn, waitsForLearner } from '../../../shared/training/progress.ts'
import { shippedTours } from '../../../shared/training/shipped-tours.ts'
import { isStepDone, saidInstead, type TourFacts, tourSchema } from '../../../shared/training/tour.ts'

const step = (done: unknown) => ({
  id: 'steg',
  at: { part: 'side' },
  say: { sv: 'Gör det.', en: 'Do it.' },
  done,
})
const tourOf = (...done: unknown[]) =>
  tourSchema.parse({
    ...shippedTours[0],
    steps: done.map(step),
  })

const nothing: TourFacts = {
  ran: [],
  editor: undefined,
  views: [],
  hasAnswer: () => false,
  isSigned: false,
  errors: undefined,
  hasFocus: () => false,
}

describe('a step of a tour is done', () => {
  const ways: [unknown, Partial<TourFacts>, Partial<TourFacts>][] = [
    [{ ran: ['note.copyJournal'] }, { ran: ['note.save', 'note.copyJournal'] }, { ran: ['note.save'] }],
    [
      { open: 'case' },
      { editor: { type: 'case', template: undefined } },
      { editor: { type: 'note', template: 'planering' } },
    ],
    [
      { open: 'note', template: 'planering' },
      { editor: { type: 'note', template: 'planering' } },
      { editor: { type: 'note', template: 'arbetsgivarens-plan' } },
    ],
    [{ view: 'problems' }, { views: ['cases', 'problems'] }, { views: ['cases'] }],
    [{ answered: 'datum' }, { hasAnswer: (id) => id === 'datum' }, { hasAnswer: (id) => id !== 'datum' }],
    [{ signed: true }, { isSigned: true }, { errors: 0 }],
    [{ mended: true }, { errors: 0 }, { errors: 1 }],
    [{ focus: { field: 'datum' } }, { hasFocus: (at) => 'field' in at }, { hasFocus: (at) => 'part' in at }],
  ]
  test.each(ways)('%j', (done, met, unmet) => {
    const [first] = tourOf(done, { next: true }).steps
    expect(first && isStepDone(first.done, { ...nothing, ...met })).toBe(true)
    expect(first && isStepDone(first.done, { ...nothing, ...unmet })).toBe(false)
    expect(first && isStepDone(first.done, nothing)).toBe(false)
  })

  test('that is only read, when the learner goes on and never by itself', () => {
    const [first] = tourOf({ next: true }, { next: true }).steps
    expect(first && isStepDone(first.done, { ...nothing, isSigned: true, errors: 0 })).toBe(false)
  })
})

describe('what is done in place of what a step asks', () => {
  const instead = { done: { open: 'note' }, say: { sv: 'Inte riktigt.', en: 'Not quite.' } }
  const [asks] = tourSchema.parse({
    ...shippedTours[0],
    steps: [{ ...step({ open: 'note', template: 'planering' }), instead }, step({ next: true })],
  }).steps
  const saidOf = (template: string | undefined) =>
    asks && saidInstead(asks, { ...nothing, editor: { type: 'note', template } })?.sv

  test.each([
    ['is said of another note', 'kontaktmote', 'Inte riktigt.'],
    ['is not said of the right one', 'planering', undefined],
    ['nor of one that is not read yet', undefined, undefined],
  ])('%s', (_what, template, said) => expect(saidOf(template)).toBe(said))
})

describe('how far a tour has come', () => {
  const tour = tourOf({ next: true }, { signed: true }, { next: true })
  const second = stepOn(tour, firstStep(tour))

  test('goes a step at a time, and is over after the last', () => {
    const third = second && stepOn(tour, second)
    expect([second?.step, third?.step]).toEqual([1, 2])
    expect(third && stepOn(tour, third)).toBeUndefined()
  })

  test('waits for the learner at the furthest step, and not where somebody looks back', () => {
    expect(second && waitsForLearner(second)).toBe(true)
    expect(second && waitsForLearner(stepBack(second))).toBe(false)
    const again = second && stepOn(tour, stepBack(second))
    expect(again).toEqual(second)
    expect(stepBack(firstStep(tour)).step).toBe(0)
  })

  test('is forgotten where the tour is gone or has become shorter', () => {
    expect(stepOf([tour], firstStep(tour))?.step).toBe(tour.steps[0])
    expect(stepOf([tour], { ...firstStep(tour), step: 3, reached: 3 })).toBeUndefined()
    expect(stepOf([], firstStep(tour))).toBeUndefined()
  })
})
