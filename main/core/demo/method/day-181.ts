import type { Answers } from '../../../../shared/note/answers.ts'
import { type MethodCase, type MethodScene, one, people, prose, some } from './case.ts'

const manager = { name: 'Göran Fors', role: 'arbetsgivare', title: 'Lagerchef' }
const doctor = { name: 'Elin Krok', role: 'halso-och-sjukvarden', title: 'Läkare' }
type Row = { [member: string]: Answers[string] }

const lighterWork = ({ on }: MethodScene): Row => ({
  id: 'latt-arbete',
  what: 'Plock och märkning vid arbetsbord i stället för tunga lyft',
  kind: 'arbetsanpassning',
  performer: { actor: 'arbetsgivare', name: manager.name },
  from: on(90),
  to: on(300),
  followUp: on(150),
  purpose: 'Arbeta halvtid medan ryggen tränas upp.',
  status: 'planerad',
  aimsAt: 'dag-365',
})
const physiotherapy = ({ on }: MethodScene): Row => ({
  id: 'fysioterapi',
  what: 'Fysioterapi med stegvis ökad belastning',
  kind: 'medicinsk',
  performer: { actor: 'halso-och-sjukvarden', name: 'Rehabmottagningen Söder' },
  from: on(85),
  to: on(280),
  followUp: on(150),
  purpose: 'Kunna lyfta och bära i arbetet igen.',
  status: 'pagar',
  aimsAt: 'dag-365',
})

/** Day 181: a plan that was asked for, a meeting, and an exception that rests on what the employer has planned. */
export const day181: MethodCase = {
  day: 181,
  insured: 'Arvid Stålhammar',
  employer: 'Låtsas Livs AB',
  manager: manager.name,
  extent: 50,
  notes: (scene) => {
    const { on } = scene
    const consents = [
      { actor: 'arbetsgivare', consent: 'ja', date: on(46), how: 'muntligt' },
      { actor: 'halso-och-sjukvarden', consent: 'ja', date: on(46), how: 'muntligt' },
    ]
    const insured = { name: 'Arvid Stålhammar', role: 'den-forsakrade' }
    const agency = { name: 'Anna Ek', role: 'forsakringskassan' }
    return [
      {
        template: 'begaran-om-plan',
        day: 48,
        answers: {
          'plan-status': one('begard'),
          'begard-datum': on(48),
          'begaran-skal': some('otydligt', 'mer-information'),
          'vad-behovs': 'Vilka arbetsuppgifter som går att göra utan tunga lyft.',
          mottagare: manager,
          form: one('skriftligt'),
          'den-forsakrade-vet': 'ja',
          'nasta-uppfoljning': on(62),
        },
      },
      {
        template: 'arbetsgivarens-plan',
        day: 60,
        answers: {
          'plan-status': one('inkommen'),
          'inkom-datum': on(60),
          kanal: one('arbetsgivartjansten'),
          avsandare: one('arbetsgivaren'),
          initiativ: one('begard-av-fk'),
          'begard-datum': on(48),
          'begaran-skal': some('otydligt', 'mer-information'),
          'ny-eller-reviderad': one('ny'),
          'upprattad-datum': on(57),
          'gjord-med-den-anstallda': 'ja',
          'plan-mal': one('ordinarie-arbete'),
          anpassningar: some('andrade-arbetsuppgifter'),
          varaktighet: one('tidsbegransad'),
          'insatser-i-planen': [lighterWork(scene)],
          foljbar: 'ja',
          'nasta-uppfoljning': on(150),
        },
      },
      {
        template: 'behovsklarlaggande',
        day: 66,
        answers: {
          'behov-resultat': one('behov-finns'),
          datum: on(66),
          kalla: some('den-forsakrade', 'lakarintyg', 'arbetsgivarens-plan'),
          'intyg-datum': on(55),
          samrad: 'ja',
          'den-forsakrades-syn': 'Trivs på lagret och vill bli kvar. Är orolig för att ryggen inte håller.',
          beskrivning: prose(
            'Arvid behöver träna upp ryggen under ledning av fysioterapeut, och lättare uppgifter under tiden.',
          ),
          slag: some('medicinsk', 'arbetsanpassning'),
          'arbetets-del': some('forslitning'),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'planering',
        day: 70,
        answers: {
          mal: one('ordinarie-arbete'),
          datum: on(70),
          samrad: 'ja',
          'planering-status': one('klar'),
          'den-forsakrades-syn': 'Vill komma i gång så fort som fysioterapeuten tycker att det går.',
          'sociala-faktorer': 'Har två mil till arbetet och kör själv. Det fungerar.',
          samtycken: consents,
          insatser: [physiotherapy(scene)],
          'nasta-uppfoljning': on(150),
          verksamhetsomrade: one('stod-for-atergang'),
        },
      },
      {
        template: 'fraga-till-varden',
        day: 110,
        answers: {
          datum: on(110),
          mottagare: doctor,
          form: one('skriftligt'),
          amne: some('prognos', 'planerad-behandling'),
          fragor:
            'Finns det någon planerad behandling utöver fysioterapin? När kan Arvid väntas klara lyft i arbetet?',
          samtycken: consents,
          'svar-status': one('inkommet'),
          'svar-datum': on(120),
          'svar-fran': doctor,
          svar: 'Ingen annan behandling är planerad. Läkaren räknar med att Arvid klarar sitt vanliga arbete i höst, omkring tio månader efter att han blev sjuk.',
        },
      },
      {
        template: 'avstamningsmote',
        day: 130,
        answers: {
          'mote-status': one('genomfort'),
          datum: on(130),
          form: one('digitalt'),
          syfte: some('arbetsformaga', 'mojligheter'),
          'kallelse-datum': on(116),
          kallade: people(insured, manager, doctor, agency),
          'kallelse-stodperson': 'ja',
          deltagare: people(insured, manager, agency),
          franvarande: [
            {
              id: 'lakare',
              answers: { person: doctor, skal: 'Hade förhinder och hade svarat skriftligt.' },
            },
          ],
          samtycken: consents,
          sammanfattning: prose(
            'Arbetet vid arbetsbordet fungerar. Göran behåller det tills fysioterapeuten säger att lyft går bra.',
            'Arvid ökar till halvtid från nästa månad.',
          ),
          'den-forsakrades-syn': 'Är nöjd med att få börja i det lugna.',
          'nasta-uppfoljning': on(150),
        },
      },
      {
        template: 'uppfoljning-av-planering',
        day: 152,
        answers: {
          datum: on(152),
          'den-forsakrades-syn': 'Märker att ryggen håller längre, men inte för tunga lyft än.',
          insatser: [
            {
              ...physiotherapy(scene),
              followUp: on(230),
              outcome: 'Går dit två gånger i veckan och har ökat belastningen.',
              effect: 'okad',
            },
          ],
          effekt: one('okad'),
          'stor-varandra': 'nej',
          mal: one('ordinarie-arbete'),
          'behovet-andrat': 'nej',
          samtycken: consents,
          'nasta-uppfoljning': on(230),
        },
      },
      {
        template: 'intervju-om-stodet',
        day: 178,
        answers: {
          datum: on(178),
          form: one('telefon'),
          'fraga-1': '40',
          'fraga-2': '20',
          'fraga-3': some('forslitning'),
          'fraga-4': one('ja'),
          'fraga-5': one('ja'),
          'fraga-6': one('ja'),
          'fraga-7': some('andrade-arbetsuppgifter'),
          'fraga-9': one('nej'),
          'fraga-10': some('inga'),
          'fraga-11': one('i-hog-grad'),
          'fraga-13': some('fysioterapi'),
          'fraga-14': one('en-gang'),
          'fraga-15': one('i-viss-grad'),
          'fraga-17': one('kanske'),
          'fraga-18': some('telefon', 'mote'),
          'fraga-19': one('ja'),
          'fraga-20': one('i-hog-grad'),
          'fraga-21': one('kanske'),
          'fraga-22': some('nej'),
          'fraga-23': one('lika'),
        },
      },
      {
        template: 'stallningstagande',
        day: 180,
        answers: {
          bedomningsdag: one('dag-180'),
          datum: on(180),
          mot: one('annat-arbete-hos-arbetsgivaren'),
          'andra-arbeten':
            'Arbetet vid arbetsbordet finns på halvtid. Något annat finns inte hos arbetsgivaren.',
          undantag: one('overvagande-skal'),
          'atergang-datum': on(300),
          prognos: 'Läkarens svar, fysioterapins resultat och arbetsgivarens plan pekar alla mot samma tid.',
          underlag: some('lakarintyg', 'varden', 'arbetsgivarens-plan', 'den-forsakrade'),
          'medicinskt-underlag': one('racker'),
          skal: prose(
            'Läkaren räknar med att Arvid klarar sitt vanliga arbete omkring dag 300. Arbetsgivaren har planerat för det och håller arbetet öppet.',
            'Övervägande skäl talar därför för att han är tillbaka hos arbetsgivaren före dag 365.',
          ),
          'nasta-uppfoljning': on(290),
        },
      },
    ]
  },
}
