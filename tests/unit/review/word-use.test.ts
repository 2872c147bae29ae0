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

// Sentences written for this test after the reading of them was made, not sentences that it was made by.
test.each([
  ['Jag har tillsammans med Yusuf tagit fram en plan för hur han ska gå tillbaka till lagret.', 'own-plan'],
  ['Vår plan för återgång innebär att Yusuf provar tre timmar om dagen från den 14 april.', 'own-plan'],
  ['Handläggaren upprättade i mars en plan för återgång i arbete.', 'own-plan'],
  ['Arbetsgivarens planering för återgång kom in den 3 april.', 'employers-planering'],
  ['Enligt planen börjar arbetsträningen i maj.', 'whose-plan'],
  ['Planen reviderades efter mötet.', 'whose-plan'],
  ['Chefen Eva Roos mejlade sin plan för återgång den 3 april.', undefined],
  ['Enligt arbetsgivarens plan för återgång börjar Yusuf på 25 procent.', undefined],
  ['Kommunen har inte lämnat någon plan trots påminnelse.', undefined],
  ['Planeringen stäms av med Yusuf i juni.', undefined],
  ['Yusuf har ingen plan på att byta yrke.', undefined],
])('in a sentence that it was not made by: %s', (text, why) => {
  expect(planUses(text, false).map((use) => use.why)).toEqual([why])
})

test.each([
  ['Försäkringskassan har upprättat den här planen åt oss.', 'agency-made-plan'],
  ['Planen gäller från den 14 april.', undefined],
  ['Vi har gjort planeringen för återgång tillsammans med Yusuf.', undefined],
])('in the employer’s plan: %s', (text, why) => {
  expect(planUses(text, true).map((use) => use.why)).toEqual([why])
})

test.each([
  'På plan tre finns ett vilrum.',
  'Vårdplanen följs upp av läkaren.',
  'Schemaplaneringen görs av chefen.',
])('another word is none of the two: %s', (text) => expect(planUses(text, false)).toEqual([]))

test('the words are marked in their sentence, also where it says them twice', () => {
  const [first, second] = planUses('Arbetsgivarens plan kom, och planen ska följas upp.', false)
  expect(first?.marked).toEqual(['', 'Arbetsgivarens plan', ' kom, och planen ska följas upp'])
  expect(second?.marked).toEqual(['Arbetsgivarens plan kom, och ', 'planen', ' ska följas upp'])
})

test('of a long sentence what stands nearest the words is shown', () => {
  const long = 'och sedan vilade hon '.repeat(40)
  const [use] = planUses(`Hon gick hem ${long} när planen var klar ${long} igen.`, false)
  expect(use?.marked[0]).toMatch(/^….{200}$/)
  expect(use?.marked[1]).toBe('planen')
  expect(use?.marked[2]).toMatch(/^ var klar .*…$/)
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
