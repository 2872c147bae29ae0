import type { AnswerType } from '../../../shared/fields/index.ts'
import type { Answers } from '../../../shared/note/answers.ts'

/** What every type of field is tried with. */
interface Sample {
  /** Members that a field of the type has beside those of every field. */
  field?: Record<string, unknown>
  /** An answer with nothing wrong in it. */
  answer: Answers[string]
  /** What the journal says of it in Swedish. */
  says: string
}

const words = (text: string) => ({ sv: text, en: text })

/** The note that a reference refers to. */
export const referredId = '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a77'

/** A sample of every type: a new type does not compile without one, and is then tried in all that every type must do. */
export const samples: Record<AnswerType, Sample> = {
  text: { answer: 'Hej', says: 'Hej' },
  'rich-text': {
    answer: { blocks: [{ type: 'paragraph', runs: [{ text: 'Hej', bold: true }] }] },
    says: 'Hej',
  },
  date: { answer: '2026-05-20', says: '2026-05-20' },
  period: { answer: { from: '2026-03-01', to: '2026-05-31' }, says: '2026-03-01 – 2026-05-31' },
  number: { field: { unit: { sv: 'timmar', en: 'hours' } }, answer: '12,5', says: '12,5 timmar' },
  'yes-no': { answer: 'ja', says: 'Ja' },
  choice: {
    field: { options: [{ value: 'annat', label: words('Annat'), other: true }] },
    answer: { value: 'annat', other: 'Så här' },
    says: 'Annat: Så här',
  },
  choices: {
    field: {
      options: [
        { value: 'a', label: words('Kortare dagar') },
        { value: 'b', label: words('Fler pauser') },
      ],
    },
    answer: { values: ['a', 'b'] },
    says: 'Kortare dagar; Fler pauser',
  },
  actor: { answer: { actor: 'arbetsgivare', name: 'Viken Trä AB' }, says: 'Arbetsgivaren, Viken Trä AB' },
  person: { answer: { name: 'Karin Lind', role: 'arbetsgivare' }, says: 'Karin Lind (Arbetsgivaren)' },
  'note-reference': {
    field: { kinds: ['planering'] },
    answer: { note: referredId },
    says: 'Planering, anteckning 2026-06-03, utkast',
  },
  consents: {
    answer: [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-05-20' }],
    says: 'Arbetsgivaren, Svar: Samtycker, Datum: 2026-05-20',
  },
  insatser: {
    answer: [{ id: 'r', what: 'Fysioterapi', performer: { name: 'Vårdcentralen Norr' } }],
    says: 'Fysioterapi, Utförare: Vårdcentralen Norr',
  },
  aktiviteter: { answer: [{ id: 'r', what: 'Ringa', date: '2026-05-20' }], says: 'Ringa, Datum: 2026-05-20' },
  group: {
    field: {
      item: words('punkt'),
      fields: [
        {
          id: 'vad',
          type: 'text',
          label: words('Vad'),
          obligation: 'frivillig',
          demand: { basis: 'eget-val' },
        },
      ],
    },
    answer: [{ id: 'r', answers: { vad: 'Scheman' } }],
    says: 'Scheman',
  },
}

export const types = Object.entries(samples)
