import { type Answer, type Answers, type AnswerType, readAnswer } from '../answers.ts'

interface Parsed<T extends AnswerType> {
  answer: Answer<T> | undefined
}
type Caches = { [T in AnswerType]: WeakMap<object, Parsed<T>> }

const caches: Caches = {
  text: new WeakMap(),
  'rich-text': new WeakMap(),
  date: new WeakMap(),
  number: new WeakMap(),
  'yes-no': new WeakMap(),
  choice: new WeakMap(),
  choices: new WeakMap(),
  actor: new WeakMap(),
  person: new WeakMap(),
  'note-reference': new WeakMap(),
  consents: new WeakMap(),
  insatser: new WeakMap(),
  aktiviteter: new WeakMap(),
  group: new WeakMap(),
}

/**
 * `readAnswer`, but an answer that is an object is parsed once: answers are replaced, never changed in place,
 * so the same object means the same answer.
 */
export function cachedAnswer<T extends AnswerType>(
  answers: Answers,
  field: string,
  type: T,
): Answer<T> | undefined {
  const value = answers[field]
  if (typeof value !== 'object' || value === null) return readAnswer(answers, field, type)
  const cache = caches[type]
  const known = cache.get(value)
  if (known) return known.answer
  const answer = readAnswer(answers, field, type)
  cache.set(value, { answer })
  return answer
}
