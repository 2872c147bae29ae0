import { describe, expect, test } from 'vitest'
import { consentSchema } from '../../../shared/case/consents.ts'
import { arrange, usualArrangement } from '../../../shared/overview/actions.ts'
import { context } from '../check/sample.ts'
import { names, need, pageOf, plan, planering, story, type Written } from './story.ts'

describe('Needs and what meets them', () => {
  test('each need with its insatser, and the one that nothing meets', () => {
    const { needs, description, position } = pageOf(story).needs
    expect(needs.map(({ label, met, missing }) => [label, names(met), names(missing)])).toEqual([
      ['Medicinsk rehabilitering', ['Fysioterapi för ryggen'], ['Smärtskola']],
      [
        'Arbetslivsinriktad rehabilitering',
        ['Arbetsträning med kortare pass', 'Arbetsträning i butiken'],
        [],
      ],
      ['Social rehabilitering', [], []],
    ])
    expect(description).toMatch(/^Ryggen klarar inte lyften/)
    expect(position?.date).toBe('2026-04-10')
  })

  test('what meets no stated need, and what is needed but missing with its reason', () => {
    const { others, missing } = pageOf(story).needs
    expect(names(others)).toEqual(['Lyfthjälpmedel vid hyveln'])
    expect(missing.map(({ row }) => [row.what, row.missingReason])).toEqual([['Smärtskola', 'vantetid']])
  })

  test('the newest position counts, and “no need” is one', () => {
    const later: Written = {
      template: 'behovsklarlaggande',
      on: '2026-05-20',
      answers: {
        'behov-resultat': { value: 'inget-behov' },
        datum: '2026-05-20',
        motivering: 'Arbetar heltid igen.',
      },
    }
    const { position, needs } = pageOf([need, later]).needs
    expect(position?.value).toBe('inget-behov')
    expect(needs).toEqual([])
  })
})

describe('The list of åtgärder', () => {
  const { insatser } = pageOf(story)
  const listed = (more: Partial<typeof usualArrangement>) =>
    names(arrange(insatser, { ...usualArrangement, ...more }, 'sv'))

  test.each([
    [
      'as usual by follow-up, those without last',
      {},
      ['Fysioterapi för ryggen', 'Arbetsträning med kortare pass'],
    ],
    [
      'turned around, those without still last',
      { descending: true },
      ['Arbetsträning med kortare pass', 'Fysioterapi för ryggen'],
    ],
    ['by name', { sort: 'what' }, ['Arbetsträning i butiken', 'Arbetsträning med kortare pass']],
    [
      'by status, what is planned first',
      { sort: 'status' },
      ['Lyfthjälpmedel vid hyveln', 'Arbetsträning i butiken'],
    ],
    [
      'only the plan’s',
      { owner: 'arbetsgivare' },
      ['Arbetsträning med kortare pass', 'Lyfthjälpmedel vid hyveln'],
    ],
    ['only what is missing', { status: 'behovs-men-saknas' }, ['Smärtskola']],
    ['by words of who performs it', { search: 'vårdcentral' }, ['Fysioterapi för ryggen']],
    ['nothing fits', { search: 'finns inte' }, []],
  ] as const)('%s', (_case, more, expected) => {
    expect(listed(more).slice(0, 2)).toEqual(expected)
  })
})

describe('The registers', () => {
  test('each event of the plan with its day, channel and initiative', () => {
    const asked: Written = {
      template: 'arbetsgivarens-plan',
      on: '2026-03-20',
      answers: { 'plan-status': { value: 'begard' }, 'begard-datum': '2026-03-20' },
    }
    const events = pageOf([plan, asked]).planEvents
    expect(events.map(({ date }) => date)).toEqual(['2026-03-20', '2026-04-01'])
    expect(events[1]?.channel).toMatch(/blankett/i)
    expect(events[1]?.initiative).toMatch(/Försäkringskassan/)
    expect(events[1]?.informant).toMatch(/Marie Holm/)
  })

  test('consents by actor: the register’s answer, and the note that first told of it', () => {
    const consents = [consentSchema.parse({ actor: 'arbetsgivare', consent: 'nej', date: '2026-05-20' })]
    const found = pageOf(story, '2026-06-03', { case: { ...context.case, consents } }).consents
    expect(
      found.map(({ actor, now, told }) => [actor, now.consent, told.map(({ consent }) => consent.date)]),
    ).toEqual([
      ['arbetsgivare', 'nej', ['2026-04-10']],
      ['halso-och-sjukvarden', 'ja', ['2026-04-17']],
    ])
  })

  test('an answer that a later note takes over is told of once, and a new one beside it', () => {
    const withdrawn = { actor: 'arbetsgivare', consent: 'aterkallat', date: '2026-05-25' }
    const later: Written = {
      template: 'planering',
      on: '2026-05-25',
      answers: {
        datum: '2026-05-25',
        samtycken: [withdrawn, { actor: 'halso-och-sjukvarden', consent: 'ja', date: '2026-04-17' }],
      },
    }
    const told = pageOf([...story, later]).consents.map(({ actor, told: each }) => [
      actor,
      each.map(({ consent }) => consent.consent),
    ])
    expect(told).toEqual([
      ['arbetsgivare', ['ja', 'aterkallat']],
      ['halso-och-sjukvarden', ['ja']],
    ])
  })

  test('contacts and meetings in the order of their days; the last note that has a step says how it stands', () => {
    const later: Written = {
      ...planering,
      on: '2026-06-01',
      answers: {
        datum: '2026-06-01',
        'fk-aktiviteter': [
          {
            id: 'mote',
            what: 'Avstämningsmöte',
            kind: 'mote',
            date: '2026-06-12',
            status: 'genomford',
            outcome: 'Butiken från augusti',
          },
        ],
      },
    }
    const found = pageOf([...story, later]).contacts
    expect(found.map(({ date, row, outcome }) => [date, row?.what, row?.status, outcome])).toEqual([
      ['2026-05-04', 'Ringa chefen om butiken', 'genomford', undefined],
      ['2026-06-12', 'Avstämningsmöte', 'genomford', 'Butiken från augusti'],
    ])
  })
})
