import { expect, test } from 'vitest'
import { readNote } from '../../../shared/note/read-note.ts'
import { aimlessIn } from '../../../shared/review/aimless.ts'
import { wordUseOf } from '../../../shared/review/word-use.ts'
import { planUses } from '../../../shared/rules/text/plan-words.ts'
import { context, draft, templateOf } from '../check/sample.ts'

test.each([
  ['Vi har gjort en plan för återgång med den försäkrade.', ['own-plan']],
  ['Arbetsgivarens plan kom in i går.', [undefined]],
  ['Arbetsgivaren har skickat en plan. Planen är bra.', [undefined, undefined]],
  ['Planen ska följas upp i mars.', ['whose-plan']],
  ['Planeringen följs upp i mars.', [undefined]],
  ['Plan saknas.', [undefined]],
])('in a text of the agency’s: %s', (text, why) => {
  expect(planUses(text, false).map((use) => use.why)).toEqual(why)
})

test('the words of a note are counted, and a place leads to its field without being changed', () => {
  const template = templateOf([{ id: 'syfte', type: 'text' }])
  const subject = draft(template, { syfte: 'Planen ska följas upp i mars. Planeringen gäller till maj.' })
  expect(wordUseOf([subject])).toMatchObject([
    { plan: 1, planering: 1, places: [{ noun: 'plan', why: 'whose-plan', field: { id: 'syfte' } }] },
  ])
})

test.each([
  ['a purpose that speaks of work', { purpose: 'Kunna arbeta halvtid.' }, []],
  ['a day of the chain that it aims at', { aimsAt: 'dag-180' }, []],
  ['no purpose', {}, ['no-purpose']],
  ['a purpose without work', { purpose: 'Må bättre.' }, ['purpose-without-work']],
  ['no effect at follow-up', { purpose: 'Kunna arbeta.', effect: 'oforandrad' }, ['no-effect']],
  ['one that is over', { status: 'genomford' }, []],
])('an insats with %s', (_, row, why) => {
  const template = templateOf([{ id: 'insatser', type: 'insatser', concept: 'planering-insatser' }])
  const subject = draft(template, { insatser: [{ id: 'rad', what: 'Samtal', status: 'pagar', ...row }] })
  const found = aimlessIn([readNote(subject, { ...context, others: [subject] })])
  expect(found.flatMap((one) => one.why)).toEqual(why)
})
