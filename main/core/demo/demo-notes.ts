import type { CaseDetails } from '../../../shared/case/case.ts'
import { addDays, type IsoDate } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'

/** A note to be written in a demo case: when, on which template, with what answers, and whether it is journalförd. */
export interface DemoNote {
  template: 'arbetsgivarens-plan' | 'behovsklarlaggande' | 'planering' | 'avstamningsmote'
  /** How many days ago it was written. */
  daysAgo: number
  answers: Answers
  sign: boolean
}

/** What the notes of a case are written from. */
interface Scene {
  details: CaseDetails
  /** The date so many days ago; days to come are negative. */
  ago: (days: number) => IsoDate
}
type Scenario = (scene: Scene) => DemoNote[]

const paragraph = (...texts: string[]): Answers[string] => ({
  blocks: texts.map((text) => ({ type: 'paragraph', runs: [{ text }] })),
})

function managerOf({ details }: Scene): string {
  return details.persons.find(({ role }) => role === 'arbetsgivare')?.name ?? 'Marie Holm'
}

/** The insured and the agency, as persons of a meeting. */
const insuredIn = ({ details }: Scene): Answers[string] => ({
  id: 'forsakrad',
  answers: { person: { name: details.insured.name, role: 'den-forsakrade' } },
})
const managerIn = (scene: Scene): Answers[string] => ({
  id: 'chef',
  answers: { person: { name: managerOf(scene), role: 'arbetsgivare' } },
})

const adaptedHours = (scene: Scene, days: number): Answers[string] => ({
  id: 'anpassade-tider',
  what: 'Kortare arbetspass och fasta raster',
  kind: 'arbetsanpassning',
  performer: { actor: 'arbetsgivare', name: managerOf(scene) },
  from: scene.ago(days),
  to: scene.ago(days - 60),
  followUp: scene.ago(days - 30),
  purpose: 'Kunna arbeta halva dagar i sitt vanliga arbete.',
  status: 'planerad',
})

const oralPlan = (scene: Scene, daysAgo: number, changes: Answers = {}): Answers => ({
  'plan-status': { value: 'inkommen' },
  'inkom-datum': scene.ago(daysAgo),
  kanal: { value: 'telefon' },
  avsandare: { value: 'arbetsgivaren' },
  uppgiftslamnare: { name: managerOf(scene), role: 'arbetsgivare', title: 'Chef' },
  initiativ: { value: 'arbetsgivaren' },
  'ny-eller-reviderad': { value: 'ny' },
  'upprattad-datum': scene.ago(daysAgo + 2),
  'gjord-med-den-anstallda': 'ja',
  'plan-mal': { value: 'ordinarie-arbete' },
  anpassningar: { values: ['andra-tider', 'fler-pauser'] },
  varaktighet: { value: 'tidsbegransad' },
  'insatser-i-planen': [adaptedHours(scene, daysAgo)],
  foljbar: 'ja',
  'nasta-uppfoljning': scene.ago(-21),
  ...changes,
})

const need = (scene: Scene, daysAgo: number): Answers => ({
  'behov-resultat': { value: 'behov-finns' },
  datum: scene.ago(daysAgo),
  kalla: { values: ['den-forsakrade', 'lakarintyg'] },
  'intyg-datum': scene.ago(daysAgo + 6),
  samrad: 'ja',
  'den-forsakrades-syn': 'Vill tillbaka, men orkar ännu inte hela dagar.',
  beskrivning: paragraph('Behöver anpassade arbetstider och stöd för att återgå stegvis.'),
  slag: { values: ['arbetslivsinriktad', 'arbetsanpassning'] },
})

const noNeed = (scene: Scene, daysAgo: number): Answers => ({
  'behov-resultat': { value: 'inget-behov' },
  datum: scene.ago(daysAgo),
  kalla: { values: ['den-forsakrade', 'lakarintyg'] },
  'intyg-datum': scene.ago(daysAgo + 6),
  samrad: 'ja',
  motivering: 'Läker efter en operation och går tillbaka till sitt arbete när sjukskrivningen tar slut.',
})

const planering = (scene: Scene, daysAgo: number, changes: Answers = {}): Answers => ({
  mal: { value: 'ordinarie-arbete' },
  datum: scene.ago(daysAgo),
  samrad: 'ja',
  'planering-status': { value: 'klar' },
  'den-forsakrades-syn': 'Tycker att planeringen är rimlig.',
  'sociala-faktorer': 'Har nära till arbetet och en lång erfarenhet av det.',
  'medicinskt-underlag': { value: 'racker' },
  samtycken: [
    { actor: 'arbetsgivare', consent: 'ja', date: scene.ago(daysAgo), how: 'muntligt' },
    { actor: 'halso-och-sjukvarden', consent: 'ja', date: scene.ago(daysAgo), how: 'muntligt' },
  ],
  insatser: [adaptedHours(scene, daysAgo)],
  'fk-aktiviteter': [
    {
      id: 'uppfoljning',
      what: 'Följer upp arbetstiderna med den försäkrade',
      kind: 'uppfoljning',
      counterpart: 'den-forsakrade',
      date: scene.ago(-14),
      status: 'planerad',
    },
  ],
  'nasta-uppfoljning': scene.ago(-14),
  ...changes,
})

/** All three documents, each whole and journalförd. */
const whole: Scenario = (scene) => [
  { template: 'arbetsgivarens-plan', daysAgo: 9, sign: true, answers: oralPlan(scene, 9) },
  { template: 'behovsklarlaggande', daysAgo: 8, sign: true, answers: need(scene, 8) },
  { template: 'planering', daysAgo: 6, sign: true, answers: planering(scene, 6) },
]

/** "No need" is a complete outcome. */
const withoutNeed: Scenario = (scene) => [
  { template: 'behovsklarlaggande', daysAgo: 5, sign: true, answers: noNeed(scene, 5) },
]

/** An insats that is needed but missing, with its reason. */
const missingInsats: Scenario = (scene) => [
  { template: 'behovsklarlaggande', daysAgo: 12, sign: true, answers: need(scene, 12) },
  {
    template: 'planering',
    daysAgo: 10,
    sign: true,
    answers: planering(scene, 10, {
      insatser: [
        {
          id: 'smartrehabilitering',
          what: 'Multimodal smärtrehabilitering',
          kind: 'medicinsk',
          performer: { actor: 'halso-och-sjukvarden' },
          status: 'behovs-men-saknas',
          missingReason: 'vantetid',
          missingComment: 'Kön är sex månader.',
          followUp: scene.ago(-30),
        },
      ],
    }),
  },
]

/** Flawed: Försäkringskassan as performer, and called complete though there was no consultation. */
const agencyAsPerformer: Scenario = (scene) => [
  { template: 'behovsklarlaggande', daysAgo: 4, sign: true, answers: need(scene, 4) },
  {
    template: 'planering',
    daysAgo: 2,
    sign: false,
    answers: planering(scene, 2, {
      samrad: 'nej',
      'inget-samrad-skal': 'Har inte gått att nå per telefon. Ett nytt försök görs i veckan.',
      insatser: [
        {
          id: 'mote',
          what: 'Kalla till avstämningsmöte',
          performer: { name: 'Försäkringskassan' },
          from: scene.ago(-7),
          status: 'planerad',
        },
      ],
    }),
  },
]

/** Flawed: an oral plan without informant or date. */
const planWithoutInformant: Scenario = (scene) => {
  const { uppgiftslamnare: _informant, 'inkom-datum': _date, ...rest } = oralPlan(scene, 3)
  return [{ template: 'arbetsgivarens-plan', daysAgo: 3, sign: false, answers: rest }]
}

/** A plan that cannot be followed up: a warning, which stops nobody. */
const planWithoutActivities: Scenario = (scene) => {
  const { 'insatser-i-planen': _rows, ...rest } = oralPlan(scene, 7, { foljbar: 'nej' })
  return [{ template: 'arbetsgivarens-plan', daysAgo: 7, sign: true, answers: rest }]
}

/** The plan is requested, and the need is still under investigation. */
const requested: Scenario = (scene) => [
  {
    template: 'arbetsgivarens-plan',
    daysAgo: 5,
    sign: true,
    answers: {
      'plan-status': { value: 'begard' },
      'begard-datum': scene.ago(5),
      'begaran-skal': { values: ['mer-information'] },
    },
  },
  {
    template: 'behovsklarlaggande',
    daysAgo: 4,
    sign: true,
    answers: {
      'behov-resultat': { value: 'under-utredning' },
      datum: scene.ago(4),
      kalla: { values: ['den-forsakrade'] },
      samrad: 'ja',
      aterstar: 'Arbetsgivarens plan och läkarens svar om prognosen.',
      'nytt-stallningstagande': scene.ago(-10),
    },
  },
]

/** A meeting that is being written up. */
const meeting: Scenario = (scene) => [
  ...whole(scene),
  {
    template: 'avstamningsmote',
    daysAgo: 1,
    sign: false,
    answers: {
      'mote-status': { value: 'genomfort' },
      datum: scene.ago(1),
      form: { value: 'digitalt' },
      syfte: { values: ['mojligheter'] },
      'kallelse-stodperson': 'ja',
      kallade: [insuredIn(scene), managerIn(scene)],
      deltagare: [insuredIn(scene), managerIn(scene)],
    },
  },
]

const nothing: Scenario = () => []

const employed: readonly Scenario[] = [
  whole,
  agencyAsPerformer,
  missingInsats,
  planWithoutInformant,
  requested,
  meeting,
  planWithoutActivities,
  withoutNeed,
  nothing,
]
const others: readonly Scenario[] = [withoutNeed, missingInsats, nothing]

/**
 * The notes of a demo case by its number in the row: whole ones, flawed ones and none. The first case, which is the
 * story's, has none. A case younger than three weeks has none either: its notes would be older than its first day.
 */
export function inventNotes(index: number, details: CaseDetails, today: IsoDate): DemoNote[] {
  const ago = (days: number) => addDays(today, -days)
  if (index === 0 || details.firstSickDay > ago(20)) return []
  const scenarios = details.employment.kind === 'anstalld' ? employed : others
  return (scenarios[(index - 1) % scenarios.length] ?? nothing)({ details, ago })
}

/** What is written to show a note on its way through review, and what is done about it afterwards. */
export interface ReviewedAnswers {
  readonly submitted: Answers
  readonly returned: Answers
  readonly approved: Answers
  /** A note that says the wrong date, and the date that it should have. */
  readonly wrong: Answers
  readonly right: Answers
}

export function inventReviewed(details: CaseDetails, today: IsoDate): ReviewedAnswers {
  const scene: Scene = { details, ago: (days) => addDays(today, -days) }
  return {
    submitted: need(scene, 7),
    returned: planering(scene, 9, {
      'den-forsakrades-syn': 'Tycker att planen är rimlig.',
      'sociala-faktorer': null,
    }),
    approved: planering(scene, 5),
    wrong: noNeed(scene, 4),
    right: { datum: scene.ago(6) },
  }
}
