import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../shared/note/answers.ts'
import { found, type Small, says } from './small-case.ts'

const people = (...roles: (string | undefined)[]): Answers => ({
  deltagare: roles.map((role, index) => ({
    id: `d${index}`,
    answers: { person: { name: `Person ${index}`, ...(role === undefined ? {} : { role }) } },
  })),
})

describe('R16: an avstämningsmöte', () => {
  const held = {
    'mote-status': { value: 'genomfort' },
    'handelse-datum': '2026-06-01',
    'kallelse-stodperson': 'ja',
    'mote-resultat': 'Arbetsgivaren provar halva dagar.',
  }
  const three = people('forsakringskassan', 'den-forsakrade', 'arbetsgivare')
  const asks = (answers: Answers) => found('R16', { kind: 'mote', answers })

  test.each<[string, Answers, string[]]>([
    ['the three parties', three, []],
    ['health care for a third', people('forsakringskassan', 'den-forsakrade', 'halso-och-sjukvarden'), []],
    ['no third', people('forsakringskassan', 'den-forsakrade'), ['participants']],
    [
      'two of the agency',
      people('forsakringskassan', 'forsakringskassan', 'den-forsakrade'),
      ['participants'],
    ],
    [
      'not the insured',
      people('forsakringskassan', 'arbetsgivare', 'halso-och-sjukvarden'),
      ['participants'],
    ],
    ['not the agency', people('den-forsakrade', 'arbetsgivare'), ['participants']],
    ['somebody who may be the third', people('forsakringskassan', 'den-forsakrade', undefined), []],
    ['somebody, and two missing', people('forsakringskassan', undefined), ['participants']],
    ['nobody written yet', {}, []],
  ])('held with %s', (_with, answers, expected) => {
    expect(says(asks({ ...held, ...answers }))).toEqual(expected)
  })

  test('who is to come is not asked of a meeting that is called or called off', () => {
    for (const value of ['kallat', 'installt'])
      expect(says(asks({ ...held, 'mote-status': { value }, ...people('forsakringskassan') }))).toEqual([])
  })

  test.each<[string, string | undefined, string[]]>([
    ['kallat', 'ja', []],
    ['kallat', 'nej', ['callSaidNo']],
    ['kallat', undefined, ['call']],
    ['genomfort', 'nej', ['callSaidNo']],
    ['installt', 'nej', []],
  ])('%s, with a call that told of support: %s', (status, told, expected) => {
    const answers: Answers = { ...held, ...three, 'mote-status': { value: status } }
    delete answers['kallelse-stodperson']
    expect(says(asks(told === undefined ? answers : { ...answers, 'kallelse-stodperson': told }))).toEqual(
      expected,
    )
  })

  test('an insats that was agreed is an outcome', () => {
    const nothing: Answers = { ...held, ...three, 'mote-resultat': '' }
    expect(says(asks(nothing))).toEqual(['outcome'])
    expect(says(asks({ ...nothing, insatser: [{ id: 'a', what: 'Halva dagar' }] }))).toEqual([])
  })

  test('who came stops journalföring; the call and the outcome warn', () => {
    const found = asks({
      ...held,
      ...people('forsakringskassan'),
      'kallelse-stodperson': 'nej',
      'mote-resultat': '',
    })
    expect(found.map(({ severity, where }) => [severity, where.field])).toEqual([
      ['warning', 'kallelse-stodperson'],
      ['error', 'deltagare'],
      ['warning', 'mote-resultat'],
    ])
  })
})

describe('R17: arbetsplatsinriktat rehabiliteringsstöd', () => {
  test.each<[string, Answers, string[]]>([
    ['nothing is answered', {}, []],
    ['the provider is approved', { 'anordnare-godkand': 'ja' }, []],
    ['the provider is not approved', { 'anordnare-godkand': 'nej' }, ['provider']],
    ['it is no treatment', { 'insats-ar-behandling': 'nej' }, []],
    ['it is a treatment', { 'insats-ar-behandling': 'ja' }, ['treatment']],
    [
      'both are wrong',
      { 'anordnare-godkand': 'nej', 'insats-ar-behandling': 'ja' },
      ['provider', 'treatment'],
    ],
  ])('where %s', (_where, answers, expected) => {
    expect(says(found('R17', { kind: 'aktivitet', answers }))).toEqual(expected)
  })
})

describe('R18: a plan by way of the insured', () => {
  const via: Answers = { 'plan-status': { value: 'inkommen' }, 'plan-kanal': { value: 'via-den-forsakrade' } }
  const asks = (answers: Answers, others: Small[] = []) =>
    says(found('R18', { kind: 'arbetsgivarens-plan', answers: { ...via, ...answers } }, others))
  const doubted = { 'plan-redogors-av-forsakrad': 'nej' }

  test.each<[string, Answers, string[]]>([
    ['is not doubted', { 'plan-redogors-av-forsakrad': 'ja', 'plan-gjord-med-den-anstallde': 'ja' }, []],
    ['is not answered for', {}, []],
    ['cannot be accounted for', doubted, ['fetch']],
    ['was not made with the employee', { 'plan-gjord-med-den-anstallde': 'nej' }, ['fetch']],
    ['is fetched from the employer', { ...doubted, 'plan-hamtad-fran-arbetsgivaren': 'ja' }, []],
    ['is not fetched', { ...doubted, 'plan-hamtad-fran-arbetsgivaren': 'nej' }, ['fetch']],
    ['came from the employer', { ...doubted, 'plan-kanal': { value: 'telefon' } }, []],
    ['is only asked for', { ...doubted, 'plan-status': { value: 'begard' } }, []],
  ])('%s', (_what, answers, expected) => {
    expect(asks(answers)).toEqual(expected)
  })

  test('another note may say that it is asked for, or that it came from the employer', () => {
    const other = (answers: Answers): Small => ({ kind: 'arbetsgivarens-plan', answers })
    expect(asks(doubted, [other({ 'plan-status': { value: 'begard' } })])).toEqual([])
    expect(
      asks(doubted, [other({ 'plan-status': { value: 'inkommen' }, 'plan-kanal': { value: 'telefon' } })]),
    ).toEqual([])
    expect(asks(doubted, [other(via)])).toEqual(['fetch'])
  })
})
