import type { Answers } from '../../../../shared/note/answers.ts'
import { type MethodCase, type MethodScene, one, prose, some } from './case.ts'

const manager = { name: 'Kuno Alm', role: 'arbetsgivare', title: 'Produktionschef' }
type Row = { [member: string]: Answers[string] }

const therapy = ({ on }: MethodScene): Row => ({
  id: 'kbt',
  what: 'KBT i enskilda samtal',
  kind: 'medicinsk',
  performer: { actor: 'halso-och-sjukvarden', name: 'Psykiatriska mottagningen' },
  from: on(330),
  followUp: on(640),
  purpose: 'Klara oron i mötet med arbetskamrater.',
  status: 'pagar',
})
const coordination = ({ on }: MethodScene): Row => ({
  id: 'koordinering',
  what: 'Gemensam insats genom samordningsförbundet',
  kind: 'arbetslivsinriktad',
  performer: { actor: 'samordningsforbund', name: 'Samordningsförbundet' },
  followUp: on(640),
  purpose: 'Träna på att vara på en arbetsplats igen.',
  status: 'behovs-men-saknas',
  missingReason: 'vantetid',
  missingComment: 'Nästa grupp börjar tidigast om ett halvår.',
})

/** Day 760: the plan came late and is not carried out, a needed insats is missing, and the case has gone silent. */
export const day760: MethodCase = {
  day: 760,
  insured: 'Sixten Bäck',
  employer: 'Sagolika Snickerier AB',
  manager: manager.name,
  extent: 100,
  notes: (scene) => {
    const { on } = scene
    const consents = [
      { actor: 'arbetsgivare', consent: 'ja', date: on(240), how: 'muntligt' },
      { actor: 'halso-och-sjukvarden', consent: 'ja', date: on(240), how: 'muntligt' },
      { actor: 'annan-myndighet', consent: 'ja', date: on(300), how: 'muntligt' },
    ]
    return [
      {
        template: 'begaran-om-plan',
        day: 230,
        answers: {
          'plan-status': one('begard'),
          'begard-datum': on(230),
          'begaran-skal': some('insatser-genomfors-inte'),
          mottagare: manager,
          form: one('skriftligt'),
          'den-forsakrade-vet': 'ja',
          'nasta-uppfoljning': on(245),
        },
      },
      {
        template: 'arbetsgivarens-plan',
        day: 252,
        answers: {
          'plan-status': one('inkommen'),
          'inkom-datum': on(252),
          kanal: one('annan-skriftlig'),
          avsandare: one('arbetsgivaren'),
          initiativ: one('begard-av-fk'),
          'begard-datum': on(230),
          'begaran-skal': some('insatser-genomfors-inte'),
          'ny-eller-reviderad': one('ny'),
          'upprattad-datum': on(250),
          'gjord-med-den-anstallda': 'nej',
          'plan-mal': one('ordinarie-arbete'),
          anpassningar: some('ostort-arbete'),
          'insatser-i-planen': [
            {
              id: 'egen-hall',
              what: 'Arbete i den mindre hallen',
              kind: 'arbetsanpassning',
              performer: { actor: 'arbetsgivare', name: manager.name },
              from: on(270),
              to: on(400),
              followUp: on(320),
              purpose: 'Slippa bullret i den stora hallen.',
              status: 'planerad',
            },
          ],
          foljbar: 'ja',
          'nasta-uppfoljning': on(320),
        },
      },
      {
        template: 'behovsklarlaggande',
        day: 290,
        answers: {
          'behov-resultat': one('behov-finns'),
          datum: on(290),
          kalla: some('den-forsakrade', 'lakarintyg', 'arbetsgivarens-plan'),
          'intyg-datum': on(280),
          samrad: 'ja',
          'den-forsakrades-syn': 'Tror inte att det går så länge ingen hör av sig från arbetet.',
          beskrivning: prose(
            'Sixten behöver behandling för sin oro, och få träna på att vara på en arbetsplats.',
          ),
          slag: some('medicinsk', 'arbetslivsinriktad'),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'planering',
        day: 300,
        answers: {
          mal: one('ordinarie-arbete'),
          datum: on(300),
          samrad: 'ja',
          'planering-status': one('klar'),
          'den-forsakrades-syn': 'Vill försöka, om det får ta tid.',
          'sociala-faktorer': 'Bor ensam och har tappat kontakten med arbetskamraterna.',
          samtycken: consents,
          insatser: [therapy(scene), coordination(scene)],
          'nasta-uppfoljning': on(420),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'kontakt-med-rehabkoordinator',
        day: 345,
        answers: {
          typ: one('impuls'),
          datum: on(345),
          koordinator: {
            name: 'Lo Hammar',
            role: 'halso-och-sjukvarden',
            title: 'Rehabiliteringskoordinator',
          },
          form: one('telefon'),
          samtycken: consents,
          'vad-framkom':
            'Koordinatorn berättar att samtalen har kommit i gång, och att Sixten kan behöva stöd på arbetsplatsen när han börjar igen.',
          koordineringsinsatser: some('personligt-stod'),
          'nytt-behov': one('nej'),
          aterkoppling: one('ja'),
        },
      },
      {
        template: 'uppfoljning-av-plan',
        day: 420,
        answers: {
          datum: on(420),
          uppgiftslamnare: manager,
          satt: one('telefon'),
          insatser: [
            {
              id: 'egen-hall',
              what: 'Arbete i den mindre hallen',
              kind: 'arbetsanpassning',
              performer: { actor: 'arbetsgivare', name: manager.name },
              from: on(270),
              to: on(400),
              status: 'avbruten',
              outcome: 'Hallen används till lager sedan i våras.',
              effect: 'oforandrad',
            },
          ],
          genomfors: one('inte'),
          hinder: 'Arbetsgivaren har inte ordnat någon annan plats.',
          uppfoljning: one('aktivt'),
          effekt: one('oforandrad'),
          'behover-andras': 'ja',
          andring: 'Kuno lovade att återkomma med en ändrad plan, men har inte gjort det.',
          'nasta-uppfoljning': on(470),
        },
      },
      {
        template: 'tips-till-arbetsmiljoverket',
        day: 500,
        answers: {
          arbetsgivare: { actor: 'arbetsgivare', name: 'Sagolika Snickerier AB' },
          datum: on(500),
          brist: some('atgarder-genomfors-inte'),
          iakttagelser: prose(
            'Planen upprättades först efter begäran. Den enda åtgärden i planen har avbrutits, och någon ändrad plan har inte kommit trots två påminnelser.',
          ),
          'fler-fall': one('vet-inte'),
          lamnat: one('lamnat'),
          'lamnat-datum': on(502),
        },
      },
      {
        template: 'specialistens-behovsanalys',
        role: 'rehabiliteringsspecialist',
        day: 560,
        answers: {
          datum: on(560),
          roll: one('rehabiliteringsspecialist'),
          fraga: 'Vad kan göras medan Sixten väntar?',
          underlag: some('lakarintyg', 'arbetsgivarens-plan', 'planering', 'anteckningar'),
          analys: prose(
            'Behandlingen går framåt men leder inte vidare så länge det inte finns någon arbetsplats att öva på.',
          ),
          forslag: [
            {
              id: 'forslag-1',
              answers: {
                vad: 'Arbetsplatsinriktat rehabiliteringsstöd hos arbetsgivaren',
                vem: { actor: 'foretagshalsovard' },
                varfor: 'Någon som leder återkomsten på plats.',
              },
            },
          ],
          fragor: 'Om arbetsgivaren vet att bidraget finns.',
        },
      },
      {
        template: 'uppfoljning-av-planering',
        day: 600,
        answers: {
          datum: on(600),
          'den-forsakrades-syn': 'Har det bättre, men vet inte vart det ska leda.',
          insatser: [
            {
              ...therapy(scene),
              outcome: 'Klarar nu att åka buss och handla.',
              effect: 'for-tidigt-att-saga',
            },
            coordination(scene),
          ],
          effekt: one('for-tidigt-att-saga'),
          'stor-varandra': 'nej',
          mal: one('ordinarie-arbete'),
          'behovet-andrat': 'nej',
          samtycken: consents,
          'nasta-uppfoljning': on(640),
        },
      },
      {
        template: 'arbetsplatsinriktat-stod',
        day: 758,
        draft: true,
        answers: {
          lage: one('informerat'),
          datum: on(758),
        },
      },
    ]
  },
}
