import type { Case } from '../../../../shared/case/case.ts'
import { addDays, type IsoDate } from '../../../../shared/case/dates.ts'
import { organisationNumberSchema, personnummerSchema } from '../../../../shared/case/identity.ts'
import { caseIdSchema } from '../../../../shared/case/ids.ts'
import type { Answers } from '../../../../shared/note/answers.ts'
import { checkDigit, inventPersonnummer } from '../demo-cases.ts'
import { drawn, inventedEmployer, inventName, officeNumbered } from './words.ts'

/** A note of an invented case: its day, its answers without the long text, and in which field that stands. */
export interface InventedNote {
  readonly template: string
  readonly on: IsoDate
  readonly answers: Answers
  readonly longIn: string
}

/** So long a case is one of those that the file review was of (000:257-259). */
const LONG = 730
/** Days to the plan in long cases: log-normal, median 252 and mean 505 (000:262-263). */
const MU = Math.log(252)
const SIGMA = 1.18
/** Shares of the file review: a plan in 42 %, 75 % of plans to be followed, 63 % followed up (000:261-262, 287-291). */
const WITH_PLAN = 0.42
const FOLLOWABLE = 0.75
const FOLLOWED = 0.63
/** How many cases an investigator has, and an office. Own choice. */
const PER_PERSON = 40
const OFFICES = 10

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** Days to the plan, drawn of the log-normal (Box and Muller). */
function daysToPlan(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return clamp(Math.round(Math.exp(MU + SIGMA * normal)), 1, 7000)
}

/** Which day a case is on: 62 % have lasted up to 60 days (002:10-12), one in seven more than a year. The rest is own choice. */
function drawDay(random: () => number): number {
  const share = random()
  if (share < 0.62) return 1 + Math.floor(random() * 60)
  if (share < 0.86) return 61 + Math.floor(random() * 304)
  if (share < 0.95) return 366 + Math.floor(random() * 364)
  return LONG + 1 + Math.floor(random() * 900)
}

const insatsKinds = ['arbetslivsinriktad', 'arbetsanpassning', 'medicinsk', 'social'] as const
const whats = {
  arbetslivsinriktad: ['Arbetsträning', 'Arbetsprövning', 'Omskolning'],
  arbetsanpassning: ['Kortare arbetspass', 'Ändrade arbetsuppgifter', 'Hjälpmedel'],
  medicinsk: ['Fysioterapi', 'Samtalsterapi', 'Smärtrehabilitering'],
  social: ['Samtal med kurator', 'Stöd i hemmet'],
} as const

function insatser(random: () => number, count: number, from: IsoDate, prefix: string): Answers[string] {
  return Array.from({ length: count }, (_, index) => {
    const kind = drawn(random, insatsKinds)
    const share = random()
    const status = share < 0.4 ? 'genomford' : share < 0.7 ? 'pagar' : share < 0.9 ? 'planerad' : 'avbruten'
    const starts = addDays(from, Math.floor(random() * 60))
    return {
      id: `${prefix}${index}`,
      what: drawn(random, whats[kind]),
      kind,
      performer: { actor: kind === 'medicinsk' ? 'halso-och-sjukvarden' : 'arbetsgivare' },
      from: starts,
      to: addDays(starts, 90),
      followUp: addDays(starts, 30 + Math.floor(random() * 60)),
      status,
      ...(status === 'genomford' && random() < 0.6 ? { effect: 'okad' } : {}),
    }
  })
}

interface Plan {
  readonly on: IsoDate
  readonly followable: boolean
}

function planNote(random: () => number, { on, followable }: Plan): InventedNote {
  const asked = random() < 0.5
  return {
    template: 'arbetsgivarens-plan',
    on,
    longIn: 'redogorelse',
    answers: {
      'plan-status': { value: 'inkommen' },
      'inkom-datum': on,
      kanal: { value: drawn(random, ['blankett', 'telefon', 'annan-skriftlig', 'arbetsgivartjansten']) },
      initiativ: { value: asked ? 'begard-av-fk' : 'arbetsgivaren' },
      ...(asked ? { 'begard-datum': addDays(on, -14) } : {}),
      'plan-mal': { value: 'ordinarie-arbete' },
      'insatser-i-planen': insatser(random, 4, on, 'p'),
      foljbar: followable ? 'ja' : 'nej',
    },
  }
}

function notesOf(
  random: () => number,
  of: { first: IsoDate; last: number; day: number; plan: number | undefined },
): InventedNote[] {
  const on = (day: number) => addDays(of.first, clamp(day, 1, of.last) - 1)
  const any = () => on(1 + Math.floor(random() * of.last))
  const need = random()
  const found: InventedNote[] = [
    {
      template: 'behovsklarlaggande',
      on: on(20),
      longIn: 'beskrivning',
      answers: {
        'behov-resultat': {
          value: need < 0.7 ? 'behov-finns' : need < 0.9 ? 'inget-behov' : 'under-utredning',
        },
        datum: on(20),
        samrad: 'ja',
        slag: { values: ['arbetslivsinriktad'] },
        verksamhetsomrade: { value: of.day > 180 ? 'stod-for-atergang' : 'forsta-ansprak' },
      },
    },
    {
      template: 'samtal-med-arbetsgivare',
      on: any(),
      longIn: 'forutsattningar',
      answers: { datum: any(), samtalspartner: { name: inventName(random), role: 'arbetsgivare' } },
    },
  ]
  const planeringOn = on(40)
  found.push({
    template: 'planering',
    on: planeringOn,
    longIn: 'forutsattningar',
    answers: {
      mal: { value: 'ordinarie-arbete' },
      datum: planeringOn,
      samrad: 'ja',
      'planering-status': { value: 'klar' },
      insatser: insatser(random, 7, planeringOn, 'f'),
      ...(random() < 0.4
        ? { 'nasta-uppfoljning': addDays(on(of.last), Math.floor(random() * 90) - 30) }
        : {}),
    },
  })
  if (of.plan !== undefined) {
    const plan = { on: on(of.plan), followable: random() < FOLLOWABLE }
    found.push(planNote(random, plan))
    const share = random()
    const followed = share < FOLLOWED / 2 ? 'aktivt' : share < FOLLOWED ? 'delvis-aktivt' : 'inte'
    const after = on(of.plan + 45)
    found.push({
      template: 'uppfoljning-av-plan',
      on: after,
      longIn: 'beskrivning',
      answers: { datum: after, genomfors: { value: 'delvis' }, uppfoljning: { value: followed } },
    })
  } else {
    const asked = on(35)
    if (random() < 0.4)
      found.push({
        template: 'arbetsgivarens-plan',
        on: asked,
        longIn: 'nasta-steg',
        answers: { 'plan-status': { value: 'begard' }, 'begard-datum': asked },
      })
    const after = any()
    found.push({
      template: 'uppfoljning-av-planering',
      on: after,
      longIn: 'beskrivning',
      answers: { datum: after },
    })
  }
  if (random() < 0.02)
    found.push({
      template: 'intervju-om-stodet',
      on: on(of.last),
      longIn: 'fraga-12',
      answers: {
        datum: on(of.last),
        'fraga-4': { value: drawn(random, ['ja', 'ja', 'ja', 'nej', 'vet-inte']) },
        'fraga-6': { value: drawn(random, ['ja', 'nej', 'vet-inte']) },
        'fraga-11': { value: drawn(random, ['i-hog-grad', 'i-viss-grad', 'nej', 'vet-inte']) },
        'fraga-20': { value: drawn(random, ['i-hog-grad', 'i-viss-grad', 'nej', 'vet-inte']) },
      },
    })
  return found.toSorted((a, b) => a.on.localeCompare(b.on))
}

/** An invented case of the agency's year, as of a day, and its notes, the oldest first. The same random numbers give the same. */
export function inventOne(
  index: number,
  count: number,
  today: IsoDate,
  id: string,
  random: () => number,
): { details: Case; notes: InventedNote[] } {
  const lasted = drawDay(random)
  const isLong = lasted > LONG
  const hasPlan = random() < (isLong ? WITH_PLAN : 0.3)
  const plan = !hasPlan
    ? undefined
    : isLong
      ? daysToPlan(random)
      : clamp(15 + Math.floor(random() * 150), 1, lasted)
  // A long case whose plan came late has lasted at least until then, or the days to the plan would be another distribution.
  const last = isLong && plan !== undefined ? Math.max(lasted, plan + 1) : lasted
  const isClosed = random() < (lasted <= 60 ? 0.85 : 0.3)
  const ended = isClosed ? Math.floor(random() * 365) : 0
  const first = addDays(today, 1 - last - ended)
  const employer = Math.floor(random() * Math.max(1, count / 20))
  const organisation = `559${String(employer % 1_000_000).padStart(6, '0')}`
  const person = Math.floor(index / PER_PERSON)
  const details: Case = {
    id: caseIdSchema.parse(id),
    number: `${first.slice(2, 4)}-${100_000 + index}`,
    insured: { name: inventName(random), personnummer: personnummerSchema.parse(inventPersonnummer(random)) },
    employment: {
      kind: 'anstalld',
      employer: {
        name: inventedEmployer(employer),
        organisationNumber: organisationNumberSchema.parse(
          `${organisation.slice(0, 6)}-${organisation.slice(6)}${checkDigit(organisation)}`,
        ),
      },
    },
    firstSickDay: first,
    extent: drawn(random, [100, 100, 50, 75, 25] as const),
    expectedLength: last > 30 ? 'minst-60-dagar' : 'oklart',
    assignedTo: person === 0 ? 'Anna Ek' : `Handläggare ${person}`,
    office: officeNumbered(person % OFFICES),
    persons: [],
    consents: [],
    ...(isClosed ? { closed: { on: addDays(first, last), reason: 'Åter i arbete.' } } : {}),
  }
  return { details, notes: notesOf(random, { first, last, day: lasted, plan }) }
}
