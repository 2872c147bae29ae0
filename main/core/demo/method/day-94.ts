import type { Answers } from '../../../../shared/note/answers.ts'
import { type MethodCase, type MethodScene, one, prose, some } from './case.ts'

const manager = { name: 'Berit Ask', role: 'arbetsgivare', title: 'Enhetschef' }

const shorterDays = ({ on }: MethodScene): { [member: string]: Answers[string] } => ({
  id: 'kortare-dagar',
  what: 'Kortare arbetsdagar och fasta raster',
  kind: 'arbetsanpassning',
  performer: { actor: 'arbetsgivare', name: manager.name },
  from: on(40),
  to: on(130),
  followUp: on(75),
  purpose: 'Arbeta halva dagar i det vanliga arbetet.',
  status: 'planerad',
  aimsAt: 'dag-180',
})
const mentor = ({ on }: MethodScene): { [member: string]: Answers[string] } => ({
  id: 'handledare',
  what: 'Handledare i arbetsgruppen',
  kind: 'arbetsanpassning',
  performer: { actor: 'arbetsgivare', name: manager.name },
  from: on(50),
  followUp: on(75),
  status: 'planerad',
})
const talks = ({ on }: MethodScene): { [member: string]: Answers[string] } => ({
  id: 'samtal',
  what: 'Enskilda samtal om stress och återhämtning',
  kind: 'medicinsk',
  performer: { actor: 'halso-och-sjukvarden', name: 'Vårdcentralen Norr' },
  from: on(45),
  to: on(120),
  followUp: on(100),
  purpose: 'Orka hela arbetspass igen.',
  status: 'pagar',
  aimsAt: 'dag-180',
})

/** Day 94: a plan told by telephone, the agency's planering beside it, and what has come of both. */
export const day94: MethodCase = {
  day: 94,
  insured: 'Vera Holst',
  employer: 'Påhittad Omsorg AB',
  manager: manager.name,
  extent: 75,
  notes: (scene) => {
    const { on } = scene
    const consents = [
      { actor: 'arbetsgivare', consent: 'ja', date: on(28), how: 'muntligt' },
      { actor: 'halso-och-sjukvarden', consent: 'ja', date: on(28), how: 'muntligt' },
    ]
    return [
      {
        template: 'ikr',
        day: 21,
        answers: {
          resultat: one('under-utredning'),
          datum: on(21),
          kalla: some('den-forsakrade', 'lakarintyg'),
          samrad: 'ja',
          aterstar: 'Vad arbetsgivaren kan göra, och om vården har planerat något.',
          verksamhetsomrade: one('stod-for-atergang'),
          'nasta-uppfoljning': on(30),
        },
      },
      {
        template: 'arbetsgivarens-plan',
        day: 33,
        answers: {
          'plan-status': one('inkommen'),
          'inkom-datum': on(33),
          kanal: one('telefon'),
          avsandare: one('arbetsgivaren'),
          uppgiftslamnare: manager,
          initiativ: one('arbetsgivaren'),
          'ny-eller-reviderad': one('ny'),
          'upprattad-datum': on(29),
          'gjord-med-den-anstallda': 'ja',
          'plan-mal': one('ordinarie-arbete'),
          anpassningar: some('andra-tider', 'handledning'),
          varaktighet: one('tidsbegransad'),
          'insatser-i-planen': [shorterDays(scene), mentor(scene)],
          foljbar: 'ja',
          'nasta-uppfoljning': on(75),
        },
      },
      {
        template: 'behovsklarlaggande',
        day: 36,
        answers: {
          'behov-resultat': one('behov-finns'),
          datum: on(36),
          kalla: some('den-forsakrade', 'lakarintyg', 'arbetsgivarens-plan'),
          'intyg-datum': on(15),
          samrad: 'ja',
          'den-forsakrades-syn': 'Vill tillbaka till gruppen, men orkar bara korta stunder åt gången.',
          beskrivning: prose(
            'Vera behöver kunna öka arbetstiden stegvis, någon att fråga i arbetet och hjälp att hitta återhämtning.',
          ),
          slag: some('medicinsk', 'arbetsanpassning'),
          'arbetets-del': some('stress'),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'planering',
        day: 40,
        answers: {
          mal: one('ordinarie-arbete'),
          datum: on(40),
          samrad: 'ja',
          'planering-status': one('klar'),
          'den-forsakrades-syn': 'Tycker att planeringen är rimlig, och vill inte gå fortare fram.',
          'sociala-faktorer': 'Bor nära arbetet och har barn varannan vecka. Arbetspassen läggs efter det.',
          samtycken: consents,
          insatser: [talks(scene)],
          'nasta-uppfoljning': on(100),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'samtal-med-arbetsgivare',
        day: 60,
        answers: {
          datum: on(60),
          samtalspartner: manager,
          form: one('telefon'),
          initiativ: one('forsakringskassan'),
          samtycken: consents,
          forutsattningar:
            'Gruppen är fulltalig igen, så Vera kan börja med korta pass utan att lämnas ensam.',
          planen: one('inte-pa-tal'),
          information: some('ansvar', 'tidsgranser'),
        },
      },
      {
        template: 'uppfoljning-av-plan',
        day: 76,
        answers: {
          datum: on(76),
          uppgiftslamnare: manager,
          satt: one('telefon'),
          insatser: [
            {
              ...shorterDays(scene),
              status: 'pagar',
              followUp: on(110),
              outcome: 'Arbetar två timmar om dagen sedan tre veckor.',
              effect: 'okad',
            },
            {
              ...mentor(scene),
              status: 'genomford',
              outcome: 'Handledaren är på plats.',
              effect: 'oforandrad',
            },
          ],
          genomfors: one('som-planerat'),
          uppfoljning: one('aktivt'),
          effekt: one('okad'),
          'behover-andras': 'nej',
          'nasta-uppfoljning': on(110),
        },
      },
      {
        template: 'stallningstagande',
        day: 91,
        answers: {
          bedomningsdag: one('dag-90'),
          datum: on(91),
          mot: one('annat-arbete-hos-arbetsgivaren'),
          'andra-arbeten':
            'Chefen har gått igenom arbetena på enheten. Det finns inget som Vera klarar i större omfattning än sitt eget med kortare dagar.',
          underlag: some('lakarintyg', 'den-forsakrade', 'arbetsgivaren', 'arbetsgivarens-plan'),
          'medicinskt-underlag': one('racker'),
          skal: prose(
            'Läkarintyget beskriver nedsatt uthållighet och koncentration. Uppgifterna från Vera och hennes chef stämmer med det: två timmar om dagen går, mer ger bakslag.',
            'Arbetsförmågan bedöms vara nedsatt med tre fjärdedelar, också i annat arbete hos arbetsgivaren.',
          ),
        },
      },
    ]
  },
}
