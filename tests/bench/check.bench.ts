import { type Answers, answersSchema } from '../../shared/note/answers.ts'
import { analyse, update } from '../../shared/rules/index.ts'
import { context, draft, templateOf } from '../unit/check/sample.ts'
import { type Figure, median } from './figure.ts'

const FIELDS = 500
const option = (value: string) => ({ value, label: { sv: value, en: value } })
const kinds = [
  { type: 'text', multiline: true },
  { type: 'rich-text' },
  { type: 'date', min: { relativeTo: 'first-sick-day', days: 0 } },
  { type: 'choice', options: ['a', 'b', 'c'].map(option) },
  { type: 'choices', options: ['a', 'b', 'c'].map(option) },
  { type: 'yes-no' },
  { type: 'insatser' },
  { type: 'aktiviteter' },
] as const

const sentence = 'Arbetsgivarens plan för återgång i arbete har kommit in, och planeringen följs upp i juli. '
const answers: Record<(typeof kinds)[number]['type'], Answers[string]> = {
  text: sentence.repeat(3),
  'rich-text': {
    blocks: [{ type: 'paragraph', runs: [{ text: sentence }, { text: sentence, bold: true }] }],
  },
  date: '2026-05-20',
  choice: { value: 'a' },
  choices: { values: ['a', 'b'] },
  'yes-no': 'ja',
  insatser: [
    {
      id: 'r1',
      what: 'Fysioterapi',
      performer: { actor: 'halso-och-sjukvarden', name: 'Vårdcentralen' },
      from: '2026-06-08',
    },
    {
      id: 'r2',
      what: 'Arbetsträning',
      performer: { name: 'Handläggare på Arbetsförmedlingen' },
      from: '2026-06-08',
    },
  ],
  aktiviteter: [{ id: 'r1', what: 'Följa upp', counterpart: 'den-forsakrade', date: '2026-07-06' }],
}

/** Every fifth field is shown by the answer of another. */
const fields = Array.from({ length: FIELDS }, (_, index) => ({
  id: `f${index}`,
  ...(kinds[index % kinds.length] ?? kinds[0]),
  ...(index % 5 === 4 ? { visibleWhen: { field: `f${index - 1}`, op: 'answered' } } : {}),
}))
const template = templateOf(fields)
/** Answers that nobody has read before: other texts in every field of every note. */
function filled(note: number): Answers {
  const json = JSON.stringify(Object.fromEntries(fields.map(({ id, type }) => [id, answers[type]])))
  let text = 0
  return answersSchema.parse(JSON.parse(json.replaceAll('juli', () => `juli ${note}-${text++}`)))
}

/** Checking a note of 500 fields, all filled in: the whole, and after one answer. */
export default async function bench(): Promise<Figure[]> {
  // Answers never seen before, so that nothing is remembered from the run before.
  const fresh = Array.from({ length: 110 }, (_, note) => draft(template, filled(note)))
  let run = 0
  const whole = await median(
    100,
    () => analyse(fresh[run++ % fresh.length] ?? draft(template, {}), context),
    10,
  )

  const subject = draft(template, filled(-1))
  const state = analyse(subject, context)
  const after = (field: string, value: Answers[string]) => {
    const edited = { ...subject.note, answers: { ...subject.note.answers, [field]: value } }
    return median(300, () => update(state, edited, [field]), 30)
  }
  const figures: [string, number, number][] = [
    ['check: a whole note of 500 fields', whole, 5],
    ['check: after one answer, a date', await after('f2', '2026-05-21'), 0.2],
    ['check: after one answer, a text that R2 reads', await after('f0', `${sentence} FK`), 0.2],
    [
      'check: after one answer, a row with a performer',
      await after('f6', [{ id: 'r1', what: 'x', performer: { name: 'FK' } }]),
      0.2,
    ],
  ]
  return figures.map(([name, value, budget]) => ({ name, value, unit: 'ms', budget }))
}
