import { type Case, caseSchema } from '../../../shared/case/case.ts'
import { isoDateSchema, timestampSchema } from '../../../shared/case/dates.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { conceptValues } from '../../../shared/fields/concepts.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { checkCase, checkNote } from '../../../shared/rules/index.ts'
import type { Template } from '../../../shared/template/template.ts'
import { context, draft, templateOf } from '../check/sample.ts'

// Templates of our own, each field named by its concept: what a rule asks is tried apart from any template that ships.

const words = (text: string) => ({ sv: text, en: text })
const options = (values: readonly string[]) => values.map((value) => ({ value, label: words(value) }))
const goals = [
  'ordinarie-arbete',
  'annat-arbete-hos-arbetsgivaren',
  'normalt-forekommande-arbete',
  'annat-lampligt-arbete',
  'inte-klart',
]
const field = (concept: string, type: string, more: object = {}) => ({ id: concept, concept, type, ...more })
const choice = (concept: string, values: readonly string[]) =>
  field(concept, 'choice', { options: options(values) })
const yesNo = (...concepts: string[]) => concepts.map((concept) => field(concept, 'yes-no'))
const texts = (...concepts: string[]) => concepts.map((concept) => field(concept, 'text'))

const participants = field('deltagare', 'group', {
  item: words('deltagare'),
  fields: [
    {
      id: 'person',
      type: 'person',
      label: words('Vem'),
      obligation: 'frivillig',
      demand: { basis: 'eget-val' },
    },
  ],
})

const fieldsOf = {
  stallningstagande: [
    field('handelse-datum', 'date'),
    choice('bedomningsdag', conceptValues.bedomningsdag),
    choice('undantag', conceptValues.undantag),
    field('atergang-datum', 'date'),
    choice('nfa-utfall', conceptValues['nfa-utfall']),
    ...texts('prognos', 'yrkesgrupper', 'arbetsgivarkontakt'),
  ],
  planering: [
    field('handelse-datum', 'date'),
    choice('mal', goals),
    ...yesNo('samrad', 'insatser-stor-varandra', 'arbetsgivaren-informerad', 'deltid-overvagd'),
    ...yesNo('rehabilitering-ansokt'),
    ...texts('ingen-insats-skal', 'uppehall-forklaring', 'verksamhetsomrade-svar'),
    choice('rehabiliteringsersattning', ['aktuell', 'inte-aktuell']),
    choice('verksamhetsomrade', conceptValues.verksamhetsomrade),
    choice('sjukpenning', conceptValues.sjukpenning),
    { id: 'insatser', concept: 'planering-insatser', type: 'insatser' },
    { id: 'aktiviteter', type: 'aktiviteter' },
  ],
  'arbetsgivarens-plan': [
    choice('plan-status', conceptValues['plan-status']),
    field('plan-datum', 'date'),
    choice('plan-kanal', conceptValues['plan-kanal']),
    choice('mal', goals),
    ...yesNo('plan-redogors-av-forsakrad', 'plan-gjord-med-den-anstallde', 'plan-hamtad-fran-arbetsgivaren'),
    { id: 'insatser', concept: 'plan-insatser', type: 'insatser' },
  ],
  mote: [
    field('handelse-datum', 'date'),
    choice('mote-status', conceptValues['mote-status']),
    ...yesNo('kallelse-stodperson'),
    participants,
    ...texts('mote-resultat'),
    { id: 'insatser', type: 'insatser' },
  ],
  aktivitet: [
    field('handelse-datum', 'date'),
    ...texts('lamnat-till-arbetsgivaren', 'arbetsgivarkontakt', 'prognos'),
    ...yesNo('medgivande-medicinska-uppgifter', 'anordnare-godkand', 'insats-ar-behandling'),
    { id: 'aktiviteter', type: 'aktiviteter' },
  ],
} as const
export type SmallKind = keyof typeof fieldsOf
export const smallKinds = [
  'stallningstagande',
  'planering',
  'arbetsgivarens-plan',
  'mote',
  'aktivitet',
] as const satisfies readonly SmallKind[]

const templates = new Map<SmallKind, Template>()

/** The small template of a kind of document. */
export function smallTemplate(kind: SmallKind): Template {
  const known = templates.get(kind)
  if (known) return known
  const owner = kind === 'arbetsgivarens-plan' ? 'arbetsgivare' : 'forsakringskassan'
  const made = templateOf(fieldsOf[kind], { id: `prov-${kind}`, kind, owner })
  templates.set(kind, made)
  return made
}

/** A note of a small case: what kind, the day it was begun, what it says. */
export interface Small {
  readonly kind: SmallKind
  readonly on?: string
  readonly answers: Answers
}

export function smallNote({ kind, on = '2026-06-02', answers }: Small, index = 0): NoteWithTemplate {
  const subject = draft(smallTemplate(kind), answers)
  const at = timestampSchema.parse(`${on}T09:00:00Z`)
  const id = noteIdSchema.parse(`bbbbbbbb-0000-4000-8000-${String(index).padStart(12, '0')}`)
  return { ...subject, note: { ...subject.note, id, createdAt: at, updatedAt: at } }
}

export interface Around {
  readonly today?: string
  readonly of?: Partial<Case>
  readonly silentAfterDays?: number
  readonly rulesOff?: readonly string[]
}

/** The context of a small case, with these notes around. */
export function contextWith(others: readonly Small[], { today, of, ...more }: Around = {}): NoteContext {
  return {
    ...context,
    ...(today === undefined ? {} : { today: isoDateSchema.parse(today) }),
    case: caseSchema.parse({ ...context.case, ...of }),
    others: others.map((other, index) => smallNote(other, index + 1)),
    ...more,
  }
}

/** The markers of one rule in a note, with other notes around it. */
export function found(
  rule: string,
  subject: Small,
  others: readonly Small[] = [],
  around: Around = {},
): Marker[] {
  return checkNote(smallNote(subject), contextWith(others, around)).filter((one) => one.rule === rule)
}

/** Their messages, the last part of the key: what a rule says in short. */
export const says = (markers: readonly Marker[]): string[] =>
  markers.map(({ message: { key } }) => key.split('.').at(-1) ?? '')

/** The markers of one rule in the case as a whole. */
export function foundInCase(rule: string, notes: readonly Small[], around: Around = {}): Marker[] {
  return checkCase(contextWith(notes, around)).filter((one) => one.rule === rule)
}
