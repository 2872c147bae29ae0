import { describe, expect, test } from 'vitest'
import { employmentSchema } from '../../../shared/case/case.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { responsibilitiesIn } from '../../../shared/projection/responsibility.ts'
import { context } from '../check/sample.ts'
import { caseOn } from './support.ts'

const row = (what: string, performer?: Record<string, string>, more: Record<string, string> = {}) => ({
  id: what.toLowerCase(),
  what,
  ...(performer === undefined ? {} : { performer }),
  ...more,
})
const planering = (answers: Answers, on = '2026-04-01') => ({
  template: 'planering',
  on,
  answers,
  signed: true,
})

/** Actor by actor, what each is to do. */
const says = (...of: Parameters<typeof caseOn>) =>
  Object.fromEntries(
    responsibilitiesIn(caseOn(...of)).map(({ actor, duties }) => [
      actor ?? 'ingen',
      duties.map(({ row: { what } }) => what),
    ]),
  )

describe('Who is responsible for what', () => {
  test('the employer, health care, the insured and Försäkringskassan have a part in every employed person’s case', () => {
    expect(says('2026-04-02', [])).toEqual({
      arbetsgivare: [],
      'halso-och-sjukvarden': [],
      'den-forsakrade': [],
      forsakringskassan: [],
    })
  })

  test('without work it is Arbetsförmedlingen and not an employer', () => {
    const employment = employmentSchema.parse({ kind: 'arbetslos' })
    const actors = Object.keys(says('2026-04-02', [], { case: { ...context.case, employment } }))
    expect(actors).toContain('arbetsformedlingen')
    expect(actors).not.toContain('arbetsgivare')
  })

  test('insatser stand by who performs them, FK-aktiviteter by Försäkringskassan', () => {
    const answers = {
      insatser: [
        row('Fysioterapi', { actor: 'halso-och-sjukvarden' }),
        row('Arbetsträning', { actor: 'arbetsgivare', name: 'Viken Trä AB' }),
        row('Samtal', { name: 'Kyrkan' }),
        row('KBT', undefined, { status: 'behovs-men-saknas', missingReason: 'vantetid' }),
      ],
      'fk-aktiviteter': [row('Ringa vården')],
    }
    expect(says('2026-04-02', [planering(answers)])).toEqual({
      ingen: ['KBT'],
      arbetsgivare: ['Arbetsträning'],
      'halso-och-sjukvarden': ['Fysioterapi'],
      'den-forsakrade': [],
      annan: ['Samtal'],
      forsakringskassan: ['Ringa vården'],
    })
  })

  test.each(['genomford', 'avbruten'])('an insats that is %s is nobody’s any more', (status) => {
    const answers = { insatser: [row('Fysioterapi', { actor: 'halso-och-sjukvarden' }, { status })] }
    expect(says('2026-04-02', [planering(answers)])).toMatchObject({ 'halso-och-sjukvarden': [] })
  })

  test('the newest planering holds, and the employer’s plan beside it', () => {
    const care = { actor: 'halso-och-sjukvarden' }
    const plan = {
      template: 'arbetsgivarens-plan',
      on: '2026-03-20',
      answers: {
        'plan-status': { value: 'inkommen' },
        'insatser-i-planen': [row('Handledning', { actor: 'arbetsgivare' })],
      },
    }
    const notes = [
      planering({ insatser: [row('Fysioterapi', care)] }),
      planering({ insatser: [row('KBT', care)] }, '2026-05-01'),
      plan,
    ]
    expect(says('2026-05-02', notes)).toMatchObject({
      arbetsgivare: ['Handledning'],
      'halso-och-sjukvarden': ['KBT'],
    })
  })
})
