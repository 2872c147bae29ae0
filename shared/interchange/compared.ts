import type { AnswerType } from '../fields/index.ts'

/** As what a condition compares an answer; undefined where no condition compares answers of the type. */
type Compared = 'code' | 'role' | 'number' | 'day' | 'yes-no' | 'text'

const compared = {
  text: 'text',
  number: 'number',
  date: 'day',
  period: 'day',
  'yes-no': 'yes-no',
  choice: 'code',
  choices: 'code',
  actor: 'role',
  'rich-text': undefined,
  person: undefined,
  'note-reference': undefined,
  consents: undefined,
  insatser: undefined,
  aktiviteter: undefined,
  group: undefined,
} as const satisfies Record<AnswerType, Compared | undefined>

/** The same for every format that conditions are read from or written in. */
export const comparedAs = (type: AnswerType): Compared | undefined => compared[type]
