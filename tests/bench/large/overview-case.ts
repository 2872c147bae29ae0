import type { Answers } from '../../../shared/note/answers.ts'

/** A note of a large case, by the template that it is written in. */
export interface LargeNote {
  readonly template: string
  readonly answers: Answers
}

const kinds = ['medicinsk', 'arbetslivsinriktad', 'social', 'arbetsanpassning'] as const
const performers = ['halso-och-sjukvarden', 'arbetsgivare', 'socialtjansten', 'foretagshalsovard'] as const
const words = [
  'Arbetsträning',
  'Fysioterapi',
  'Samtal',
  'Kortare pass',
  'Handledning',
  'Hjälpmedel',
  'Studiebesök',
]
const statuses = ['planerad', 'pagar', 'genomford', 'behovs-men-saknas'] as const

const day = (number: number) => new Date(Date.UTC(2026, 2, 2 + number)).toISOString().slice(0, 10)

function insatser(count: number, from: number): Answers[string] {
  return Array.from({ length: count }, (_, index) => {
    const at = from + index
    const status = statuses[at % statuses.length] ?? 'planerad'
    return {
      id: `rad-${at}`,
      what: `${words[at % words.length]} i del ${at}`,
      kind: kinds[at % kinds.length] ?? 'annan',
      performer: { actor: performers[(at + 1) % performers.length] ?? 'annan' },
      from: day(at % 180),
      to: day((at % 180) + 20 + (at % 40)),
      followUp: day((at % 180) + 10),
      status,
      ...(status === 'behovs-men-saknas' ? { missingReason: 'vantetid' } : {}),
    }
  })
}

/** 60 notes with 300 insatser: a plan of 100, a planering of 150, and 50 that meetings have agreed upon. */
export const largeCase: readonly LargeNote[] = [
  {
    template: 'arbetsgivarens-plan',
    answers: {
      'plan-status': { value: 'inkommen' },
      'inkom-datum': day(20),
      'insatser-i-planen': insatser(100, 0),
    },
  },
  {
    template: 'behovsklarlaggande',
    answers: {
      'behov-resultat': { value: 'behov-finns' },
      datum: day(25),
      slag: { values: ['medicinsk', 'arbetslivsinriktad', 'social'] },
    },
  },
  {
    template: 'planering',
    answers: {
      datum: day(30),
      mal: { value: 'ordinarie-arbete' },
      samrad: 'ja',
      insatser: insatser(150, 100),
    },
  },
  ...Array.from({ length: 10 }, (_, index) => ({
    template: 'avstamningsmote',
    answers: { datum: day(40 + index * 3), insatser: insatser(5, 250 + index * 5) },
  })),
  ...Array.from({ length: 47 }, (_, index) => ({
    template: 'behovsklarlaggande',
    answers: { 'behov-resultat': { value: 'under-utredning' }, datum: day(2 + (index % 20)), samrad: 'ja' },
  })),
]
