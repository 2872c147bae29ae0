import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteContext } from '../../../shared/note/context.ts'
import { type Overview, overviewOf } from '../../../shared/overview/overview.ts'
import { caseOn } from '../projection/support.ts'

export interface Written {
  readonly template: string
  readonly on: string
  readonly answers: Answers
  readonly signed?: boolean
}

const rich = (text: string) => ({
  blocks: [{ type: 'paragraph', runs: [{ text }] }],
})

/** The employer's plan came in on 1 April: shorter hours, guidance, later a move to the store. */
export const plan: Written = {
  template: 'arbetsgivarens-plan',
  on: '2026-04-01',
  signed: true,
  answers: {
    'plan-status': { value: 'inkommen' },
    'inkom-datum': '2026-04-01',
    kanal: { value: 'blankett' },
    initiativ: { value: 'begard-av-fk' },
    uppgiftslamnare: { name: 'Marie Holm', title: 'Chef', role: 'arbetsgivare' },
    'insatser-i-planen': [
      {
        id: 'kortare-pass',
        what: 'Arbetsträning med kortare pass',
        kind: 'arbetslivsinriktad',
        performer: { actor: 'arbetsgivare', name: 'Viken Trä AB' },
        from: '2026-04-13',
        to: '2026-06-30',
        followUp: '2026-06-15',
        status: 'pagar',
        aimsAt: 'dag-180',
      },
      {
        id: 'lyfthjalp',
        what: 'Lyfthjälpmedel vid hyveln',
        kind: 'arbetsanpassning',
        performer: { actor: 'arbetsgivare' },
        from: '2026-05-01',
        status: 'planerad',
      },
    ],
    foljbar: 'ja',
  },
}

/** Clarified on 10 April: medical and work-oriented, and something social that nobody has taken on. */
export const need: Written = {
  template: 'behovsklarlaggande',
  on: '2026-04-10',
  signed: true,
  answers: {
    'behov-resultat': { value: 'behov-finns' },
    datum: '2026-04-10',
    kalla: { values: ['den-forsakrade', 'lakarintyg'] },
    samrad: 'ja',
    beskrivning: rich(
      'Ryggen klarar inte lyften i snickeriet. Träning och lättare uppgifter skulle göra skillnad.',
    ),
    slag: { values: ['medicinsk', 'arbetslivsinriktad', 'social'] },
  },
}

/** Made on 17 April with the insured: three insatser, and one that is needed but missing. */
export const planering: Written = {
  template: 'planering',
  on: '2026-04-17',
  answers: {
    datum: '2026-04-17',
    mal: { value: 'annat-arbete-hos-arbetsgivaren' },
    samrad: 'ja',
    samtycken: [
      { actor: 'arbetsgivare', consent: 'ja', date: '2026-04-10' },
      { actor: 'halso-och-sjukvarden', consent: 'ja', date: '2026-04-17' },
    ],
    insatser: [
      {
        id: 'fysioterapi',
        what: 'Fysioterapi för ryggen',
        kind: 'medicinsk',
        performer: { actor: 'halso-och-sjukvarden', name: 'Vikens vårdcentral' },
        from: '2026-04-20',
        to: '2026-06-15',
        followUp: '2026-06-01',
        status: 'pagar',
      },
      {
        id: 'arbetstraning',
        what: 'Arbetsträning i butiken',
        kind: 'arbetslivsinriktad',
        performer: { actor: 'arbetsgivare' },
        from: '2026-08-17',
        status: 'planerad',
        aimsAt: 'dag-180',
      },
      {
        id: 'smartskola',
        what: 'Smärtskola',
        kind: 'medicinsk',
        performer: { actor: 'halso-och-sjukvarden' },
        status: 'behovs-men-saknas',
        missingReason: 'vantetid',
        missingComment: 'Kö till hösten',
      },
    ],
    'fk-aktiviteter': [
      {
        id: 'ring',
        what: 'Ringa chefen om butiken',
        kind: 'kontakt',
        counterpart: 'arbetsgivare',
        date: '2026-05-04',
        status: 'genomford',
      },
      { id: 'mote', what: 'Avstämningsmöte', kind: 'mote', date: '2026-06-10', status: 'planerad' },
    ],
  },
}

export const story = [plan, need, planering]

/** The page of the samples' case, begun on 2026-03-02, with these notes; read on day 94 where no other day is given. */
export function pageOf(
  notes: readonly Written[],
  today = '2026-06-03',
  more: Partial<NoteContext> = {},
): Overview {
  return overviewOf(caseOn(today, notes, more), 'sv')
}

export const names = (insatser: readonly { row: { what?: string | undefined } }[]) =>
  insatser.map(({ row }) => row.what)
