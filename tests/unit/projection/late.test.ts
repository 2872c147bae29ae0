import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../shared/note/answers.ts'
import { lateIn } from '../../../shared/note/late.ts'
import { caseOn } from './support.ts'

const planering = (answers: Answers, signed = true) => ({
  template: 'planering',
  on: '2026-04-01',
  answers,
  signed,
})
const requested = (answers: Answers = {}) => ({
  template: 'arbetsgivarens-plan',
  on: '2026-04-01',
  answers: { 'plan-status': { value: 'begard' }, 'begard-datum': '2026-04-02', ...answers },
})
const insats = (more: Record<string, string>): Answers => ({
  insatser: [{ id: 'i', what: 'Fysioterapi', ...more }],
})
const aktivitet = (more: Record<string, string>): Answers => ({
  'fk-aktiviteter': [{ id: 'a', what: 'Ringa vården', ...more }],
})

const says = (...of: Parameters<typeof caseOn>) =>
  lateIn(caseOn(...of)).map(({ kind, due }) => `${kind} ${due}`)

describe('What is late in a case', () => {
  test.each<[string, Answers, string[]]>([
    ['a follow-up', { 'nasta-uppfoljning': '2026-05-04' }, ['followUp 2026-05-04']],
    ['a follow-up that is no date', { 'nasta-uppfoljning': 'i maj' }, []],
    ['the follow-up of an insats', insats({ followUp: '2026-05-04' }), ['insats 2026-05-04']],
    [
      'that of an insats under way',
      insats({ followUp: '2026-05-04', status: 'pagar' }),
      ['insats 2026-05-04'],
    ],
    ['that of one carried through', insats({ followUp: '2026-05-04', status: 'genomford' }), []],
    ['that of one broken off', insats({ followUp: '2026-05-04', status: 'avbruten' }), []],
    ['an FK-aktivitet', aktivitet({ date: '2026-05-04' }), ['aktivitet 2026-05-04']],
    ['a planned one', aktivitet({ date: '2026-05-04', status: 'planerad' }), ['aktivitet 2026-05-04']],
    ['one carried through', aktivitet({ date: '2026-05-04', status: 'genomford' }), []],
    [
      'the follow-up of one carried through',
      aktivitet({ date: '2026-05-04', followUp: '2026-05-05', status: 'genomford' }),
      ['followUp 2026-05-05'],
    ],
    ['one called off', aktivitet({ date: '2026-05-04', followUp: '2026-05-05', status: 'installd' }), []],
  ])('%s, the day after', (_what, answers, expected) => {
    expect(says('2026-05-06', [planering(answers)])).toEqual(expected)
  })

  test('nothing on the day itself', () => {
    expect(says('2026-05-04', [planering({ 'nasta-uppfoljning': '2026-05-04' })])).toEqual([])
    expect(says('2026-05-05', [planering({ 'nasta-uppfoljning': '2026-05-04' })])).toHaveLength(1)
  })

  test('the oldest first, from drafts and signed notes alike', () => {
    const notes = [
      planering({ 'nasta-uppfoljning': '2026-05-04', ...aktivitet({ date: '2026-04-20' }) }),
      { template: 'behovsklarlaggande', on: '2026-04-02', answers: under('2026-04-30') },
    ]
    expect(says('2026-05-06', notes)).toEqual([
      'aktivitet 2026-04-20',
      'followUp 2026-04-30',
      'followUp 2026-05-04',
    ])
  })

  test.each([
    ['the day before', '2026-05-03', 1],
    ['on the day', '2026-05-04', 0],
    ['later', '2026-05-20', 0],
  ])('a follow-up is made where a note is made %s', (_when, on, count) => {
    const notes = [
      planering({ 'nasta-uppfoljning': '2026-05-04' }),
      { template: 'avstamningsmote', on, answers: {} },
    ]
    expect(says('2026-06-01', notes)).toHaveLength(count)
  })

  test('a follow-up in a field that is not shown is none', () => {
    const answers = { 'behov-resultat': { value: 'inget-behov' }, 'nytt-stallningstagande': '2026-04-30' }
    expect(says('2026-05-06', [{ template: 'behovsklarlaggande', on: '2026-04-02', answers }])).toEqual([])
  })
})

const under = (again: string): Answers => ({
  'behov-resultat': { value: 'under-utredning' },
  'nytt-stallningstagande': again,
})

describe('A plan that was asked for', () => {
  test('is late two weeks after, whatever else is noted meanwhile', () => {
    const notes = [requested(), { template: 'avstamningsmote', on: '2026-04-17', answers: {} }]
    expect(says('2026-04-16', notes)).toEqual([])
    expect(says('2026-04-17', notes)).toEqual(['requestedPlan 2026-04-16'])
  })

  test('without a date was asked for when the note was made', () => {
    expect(says('2026-04-16', [requested({ 'begard-datum': '' })])).toEqual(['requestedPlan 2026-04-15'])
  })

  test.each(['inkommen', 'saknas'])('is late no more when a later note says: %s', (value) => {
    const later = { template: 'arbetsgivarens-plan', on: '2026-04-29', answers: { 'plan-status': { value } } }
    expect(says('2026-05-20', [requested(), later])).toEqual([])
  })
})
