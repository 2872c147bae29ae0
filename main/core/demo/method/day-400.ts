import type { Answers } from '../../../../shared/note/answers.ts'
import { type MethodCase, type MethodScene, one, people, prose, some } from './case.ts'

const manager = { name: 'Maj Brandt', role: 'arbetsgivare', title: 'Rektor' }
const officer = { name: 'Ivar Lund', role: 'arbetsformedlingen', title: 'Arbetsförmedlare' }
const union = { name: 'Rut Sandell', role: 'arbetstagarorganisation', title: 'Ombud' }
type Row = { [member: string]: Answers[string] }

const painClinic = ({ on }: MethodScene): Row => ({
  id: 'smartrehabilitering',
  what: 'Smärtrehabilitering i grupp',
  kind: 'medicinsk',
  performer: { actor: 'halso-och-sjukvarden', name: 'Smärtmottagningen' },
  from: on(215),
  to: on(290),
  followUp: on(300),
  purpose: 'Kunna arbeta trots värken.',
  status: 'planerad',
  aimsAt: 'dag-365',
})
const workTraining = ({ on }: MethodScene): Row => ({
  id: 'arbetstraning',
  what: 'Arbetsträning i reception',
  kind: 'arbetslivsinriktad',
  performer: { actor: 'arbetsformedlingen', name: officer.name },
  from: on(385),
  to: on(475),
  followUp: on(430),
  purpose: 'Pröva ett arbete där Hedvig kan sitta och stå växelvis.',
  status: 'pagar',
  aimsAt: 'dag-550',
})

/** Day 400: the way back to the ordinary work has closed, and planering aims at another. */
export const day400: MethodCase = {
  day: 400,
  insured: 'Hedvig Torell',
  employer: 'Exempelskolan AB',
  manager: manager.name,
  extent: 100,
  notes: (scene) => {
    const { on } = scene
    const insured = { name: 'Hedvig Torell', role: 'den-forsakrade' }
    const agency = { name: 'Anna Ek', role: 'forsakringskassan' }
    const early = [
      { actor: 'arbetsgivare', consent: 'ja', date: on(60), how: 'muntligt' },
      { actor: 'halso-och-sjukvarden', consent: 'ja', date: on(60), how: 'muntligt' },
    ]
    const consents = [
      ...early,
      { actor: 'arbetstagarorganisation', consent: 'ja', date: on(340), how: 'skriftligt' },
      { actor: 'arbetsformedlingen', consent: 'ja', date: on(340), how: 'skriftligt' },
    ]
    return [
      {
        template: 'arbetsgivarens-plan',
        day: 95,
        answers: {
          'plan-status': one('inkommen'),
          'inkom-datum': on(95),
          kanal: one('blankett'),
          avsandare: one('arbetsgivaren'),
          initiativ: one('arbetsgivaren'),
          'ny-eller-reviderad': one('ny'),
          'upprattad-datum': on(80),
          'gjord-med-den-anstallda': 'ja',
          'plan-mal': one('ordinarie-arbete'),
          anpassningar: some('hjalpmedel'),
          varaktighet: one('varaktig'),
          'insatser-i-planen': [
            {
              id: 'hojbart-bord',
              what: 'Höjbart bord och stol',
              kind: 'arbetsanpassning',
              performer: { actor: 'arbetsgivare', name: manager.name },
              from: on(100),
              to: on(100),
              followUp: on(130),
              status: 'genomford',
              outcome: 'Hjälper vid kontorsarbete, men lektionerna går inte att sitta ner.',
              effect: 'oforandrad',
            },
          ],
          foljbar: 'ja',
          'nasta-uppfoljning': on(130),
        },
      },
      {
        template: 'sassam-kartlaggning',
        day: 185,
        answers: {
          datum: on(185),
          form: one('digitalt'),
          kartlaggning: prose(
            'Genomgång av hälsa, arbete och vad som har prövats hittills. Värken styr dagen, och lektionerna är det som inte går.',
          ),
          'den-forsakrades-syn': 'Vill förstå vad som går att göra åt värken innan något annat bestäms.',
          'nasta-uppfoljning': on(190),
        },
      },
      {
        template: 'behovsklarlaggande',
        day: 190,
        answers: {
          'behov-resultat': one('behov-finns'),
          datum: on(190),
          kalla: some('den-forsakrade', 'lakarintyg'),
          'intyg-datum': on(180),
          samrad: 'ja',
          'den-forsakrades-syn': 'Vill undervisa igen, men har svårt att tro att det går.',
          beskrivning: prose(
            'Hedvig behöver lära sig hantera värken, och få prövat vilket arbete som håller.',
          ),
          slag: some('medicinsk', 'arbetslivsinriktad'),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'planering',
        day: 195,
        answers: {
          mal: one('ordinarie-arbete'),
          datum: on(195),
          samrad: 'ja',
          'planering-status': one('klar'),
          'den-forsakrades-syn': 'Tycker att det är rätt ordning att börja med värken.',
          'sociala-faktorer': 'Lärare i trettio år. Skulle behöva lära om för ett annat arbete.',
          samtycken: early,
          insatser: [painClinic(scene)],
          'nasta-uppfoljning': on(300),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'afu',
        day: 250,
        answers: {
          utredning: one('afu'),
          status: one('inkommen'),
          'bestalld-datum': on(210),
          utredningsenhet: 'Regionens utredningsenhet',
          fragestallning: 'Vad klarar Hedvig att göra under en arbetsdag?',
          'den-forsakrade-vet': 'ja',
          'inkom-datum': on(250),
          arbetsformaga:
            'Kan arbeta sittande och stående växelvis i korta pass. Klarar inte att stå hela lektioner.',
          behov: 'Fortsatt smärtrehabilitering, och att pröva ett arbete med växlande ställningar.',
        },
      },
      {
        template: 'uppfoljning-av-planering',
        day: 302,
        answers: {
          datum: on(302),
          'den-forsakrades-syn': 'Sover bättre och kan hantera värken, men tror inte på undervisning längre.',
          insatser: [
            {
              ...painClinic(scene),
              status: 'genomford',
              outcome: 'Hela programmet är genomfört.',
              effect: 'okad',
            },
          ],
          effekt: one('okad'),
          'stor-varandra': 'nej',
          mal: one('inte-klart-an'),
          'malet-andrat':
            'Utredningen visar att lektionerna inte går att anpassa. Nästa steg är att fråga om annat arbete.',
          'behovet-andrat': 'ja',
          samtycken: early,
          'nasta-uppfoljning': on(340),
        },
      },
      {
        template: 'samtal-med-arbetsgivare',
        day: 330,
        answers: {
          datum: on(330),
          samtalspartner: manager,
          form: one('telefon'),
          initiativ: one('forsakringskassan'),
          samtycken: early,
          forutsattningar: 'Skolan har inget arbete utan undervisning, varken på halvtid eller heltid.',
          planen: one('finns'),
          information: some('ansvar', 'tidsgranser', 'rehabiliteringsstod'),
          'nasta-uppfoljning': on(345),
        },
      },
      {
        template: 'kontakt-med-arbetstagarorganisation',
        day: 342,
        answers: {
          datum: on(342),
          foretradare: union,
          form: one('telefon'),
          samtycken: consents,
          anledning: some('andra-mojligheter'),
          'vad-framkom':
            'Ombudet har gått igenom de lediga tjänsterna tillsammans med skolan. Ingen av dem passar. Hon stöder att Hedvig prövar ett annat arbete.',
        },
      },
      {
        template: 'gemensam-kartlaggning',
        day: 352,
        answers: {
          'mote-status': one('genomfort'),
          datum: on(352),
          form: one('digitalt'),
          kallade: people(insured, officer, agency),
          deltagare: people(insured, officer, agency),
          samtycken: consents,
          sammanfattning: prose(
            'Arbetsförmedlingen och Försäkringskassan ser samma väg: arbetsträning i ett arbete med växlande ställningar.',
          ),
          vagar: some('forstarkt-samarbete'),
          inskriven: 'ja',
          'den-forsakrades-syn': 'Ser fram emot att pröva något nytt.',
          'nasta-uppfoljning': on(385),
        },
      },
      {
        template: 'planering',
        day: 358,
        answers: {
          mal: one('annat-lampligt-arbete'),
          'arbetsgivaren-informerad': 'ja',
          datum: on(358),
          samrad: 'ja',
          'planering-status': one('klar'),
          'den-forsakrades-syn': 'Vill hellre göra något nytt än vänta på något som inte kommer.',
          'sociala-faktorer': 'Van att möta människor och att skriva. Bor med bra förbindelser.',
          samtycken: consents,
          insatser: [{ ...workTraining(scene), status: 'planerad' }],
          rehabiliteringsersattning: one('aktuell'),
          'rehab-informerad': 'ja',
          'deltid-overvagd': 'ja',
          'nasta-uppfoljning': on(390),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'stallningstagande',
        day: 365,
        answers: {
          bedomningsdag: one('dag-365'),
          datum: on(365),
          mot: one('normalt-forekommande-arbete'),
          undantag: one('inget'),
          underlag: some('lakarintyg', 'afu', 'arbetsgivaren'),
          'medicinskt-underlag': one('racker'),
          skal: prose(
            'Det finns inget arbete hos arbetsgivaren som Hedvig klarar, och ingen plan för återgång dit. Något undantag är därför inte aktuellt.',
            'Utredningen visar att hon ännu inte klarar ett helt arbetspass i någon ställning. Arbetsförmågan är nedsatt också i normalt förekommande arbete.',
          ),
          'nfa-utfall': one('ratt'),
          'forsta-bedomningen': 'ja',
          'nasta-uppfoljning': on(475),
        },
        approved: {
          behov: one('uppfyllt'),
          'plan-planering': one('uppfyllt'),
          undantag: one('uppfyllt'),
          skal: one('uppfyllt'),
        },
      },
      {
        template: 'specialistens-granskning',
        role: 'specialist',
        day: 372,
        answers: {
          datum: on(372),
          behov: one('uppfyllt'),
          'plan-planering': one('uppfyllt'),
          undantag: one('uppfyllt'),
          skal: one('uppfyllt'),
          'sociala-faktorer': one('uppfyllt'),
          samtycke: one('uppfyllt'),
          'plan-kvalitet': one('god'),
          'plan-foljbar': 'ja',
          'plan-skal': some('ansvar-och-tid', 'gjord-tillsammans'),
          resultat: one('godtas'),
          aterkoppling: prose(
            'Tydligt att arbetsgivaren är tillfrågad om annat arbete. Skriv gärna också när.',
          ),
        },
      },
      {
        template: 'kontaktmote',
        day: 380,
        answers: {
          'mote-status': one('genomfort'),
          datum: on(380),
          form: one('digitalt'),
          syfte: 'Bestämma när arbetsträningen börjar.',
          kallade: people(insured, officer, agency),
          deltagare: people(insured, officer, agency),
          samtycken: consents,
          sammanfattning: prose('Arbetsträningen i receptionen börjar på måndag, två timmar om dagen.'),
          'nasta-uppfoljning': on(392),
        },
      },
      {
        template: 'uppfoljning-av-planering',
        day: 392,
        answers: {
          datum: on(392),
          'den-forsakrades-syn': 'Har varit på plats en vecka och klarar två timmar om dagen.',
          insatser: [
            {
              ...workTraining(scene),
              outcome: 'Har börjat med två timmar om dagen.',
              effect: 'for-tidigt-att-saga',
            },
          ],
          effekt: one('for-tidigt-att-saga'),
          'stor-varandra': 'nej',
          mal: one('annat-lampligt-arbete'),
          'arbetsgivaren-informerad': 'ja',
          'behovet-andrat': 'nej',
          samtycken: consents,
          'nasta-uppfoljning': on(430),
        },
      },
    ]
  },
}
