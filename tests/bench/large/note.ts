import { type Answers, answersSchema } from '../../../shared/note/answers.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateOf } from '../../unit/check/sample.ts'

/** How many fields the budgets speak of. */
const FIELDS = 200

const words = (text: string) => ({ sv: text, en: text })
const option = (value: string) => ({ value, label: words(`Val ${value}`) })
const options = ['a', 'b', 'c', 'd'].map(option)

/** A round of twenty: what a long note is made of, most of it text. */
const round = [
  { type: 'text' },
  { type: 'text', multiline: true },
  { type: 'date', min: { relativeTo: 'first-sick-day', days: 0 } },
  { type: 'yes-no' },
  { type: 'rich-text' },
  { type: 'text', multiline: true },
  { type: 'choice', options },
  { type: 'number', unit: words('timmar') },
  { type: 'text' },
  { type: 'choices', options },
  { type: 'text', multiline: true },
  { type: 'actor' },
  { type: 'date' },
  { type: 'rich-text' },
  { type: 'yes-no' },
  { type: 'text', multiline: true },
  { type: 'person' },
  { type: 'text' },
  { type: 'text', multiline: true },
] as const
/** The twentieth of each round. */
const tables = [
  { type: 'insatser' },
  { type: 'aktiviteter' },
  { type: 'consents' },
  {
    type: 'group',
    item: words('punkt'),
    fields: ['a', 'b'].map((id) => ({
      id,
      type: 'text',
      label: words(`Kolumn ${id}`),
      obligation: 'frivillig',
      demand: { basis: 'eget-val' },
    })),
  },
] as const

/** The field of a round that nobody has answered: obligatory in six rounds (a template may have seven), else wished for. */
const OPEN = 10
/** The field of a round that shows once the one before it is answered. */
const CONDITIONAL = 15
const SECTION = round.length + 1

const fields = Array.from({ length: FIELDS }, (_, index) => {
  const place = index % SECTION
  const kind = round[place] ?? tables[Math.floor(index / SECTION) % tables.length] ?? tables[0]
  const open = index < 6 * SECTION ? 'obligatorisk' : 'rekommenderad'
  return {
    demand: { basis: 'eget-val' },
    ...kind,
    id: `f${index}`,
    label: words(`Fält ${index}`),
    obligation: place === OPEN ? open : 'frivillig',
    ...(place === CONDITIONAL ? { visibleWhen: { field: `f${index - 1}`, op: 'answered' } } : {}),
  }
})

/** Ten sections of twenty fields of every type, two of them with formatting. */
export const largeTemplate: Template = templateOf(fields, {
  id: 'prov-stor',
  sections: Array.from({ length: FIELDS / SECTION }, (_, section) => ({
    id: `del-${section}`,
    title: words(`Del ${section}`),
    fields: fields.slice(section * SECTION, (section + 1) * SECTION),
  })),
})

const sentence = 'Den försäkrade och arbetsgivaren är överens om kortare arbetspass under maj och juni.'

const answers = {
  text: sentence,
  'rich-text': {
    blocks: [
      { type: 'paragraph', runs: [{ text: sentence }, { text: 'Viktigt.', bold: true }] },
      {
        type: 'list',
        ordered: false,
        items: [{ runs: [{ text: sentence }] }, { runs: [{ text: sentence }] }],
      },
    ],
  },
  date: '2026-05-20',
  number: '12',
  'yes-no': 'ja',
  choice: { value: 'a' },
  choices: { values: ['a', 'b'] },
  actor: { actor: 'arbetsgivare' },
  person: { name: 'Marie Holm', role: 'arbetsgivare' },
  consents: [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-05-20' }],
  insatser: [
    { id: 'r1', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' }, from: '2026-06-08' },
    { id: 'r2', what: 'Arbetsträning', performer: { name: 'Försäkringskassan' }, from: '2026-06-08' },
  ],
  aktiviteter: [{ id: 'r1', what: 'Följa upp', counterpart: 'den-forsakrade', date: '2026-07-06' }],
  group: [{ id: 'r1', answers: { a: sentence, b: sentence } }],
} as const

/** Answers to most fields of the large note; one of each section is left open, so that there is something to complain about. */
export const largeAnswers: Answers = answersSchema.parse(
  Object.fromEntries(
    fields.filter((_field, index) => index % SECTION !== OPEN).map(({ id, type }) => [id, answers[type]]),
  ),
)
