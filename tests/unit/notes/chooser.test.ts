import { describe, expect, test } from 'vitest'
import {
  type Next,
  type Question,
  type QuestionId,
  questions,
} from '../../../renderer/features/notes/chooser/questions.ts'
import { isTextKey, translate } from '../../../shared/text/index.ts'

/** Follows answers from the first question on. */
function follow(...answers: string[]): Next {
  let next: Next = { question: 'start' }
  for (const id of answers) {
    if (!('question' in next)) throw new Error(`There is no question after "${id}".`)
    const question: Question = questions[next.question]
    const answer = question.answers.find((each) => each.id === id)
    if (!answer) throw new Error(`No answer is called "${id}".`)
    next = answer.next
  }
  return next
}

describe('what happened leads to the right kind of document', () => {
  test.each([
    [['plan', 'berattat'], 'arbetsgivarens-plan'],
    [['plan', 'skickat'], 'arbetsgivarens-plan'],
    [['plan', 'begart'], 'arbetsgivarens-plan'],
    [['plan', 'saknas'], 'arbetsgivarens-plan'],
    [['plan', 'egen'], 'planering'],
    [['behov'], 'behovsklarlaggande'],
    [['planering'], 'planering'],
    [['mote', 'kallar'], 'mote'],
    [['mote', 'haft'], 'mote'],
  ])('%j: %s', (answers, kind) => {
    expect(follow(...answers)).toMatchObject({ kind })
  })

  test("an employer's oral plan says why it is not planering", () => {
    const end = follow('plan', 'berattat')
    const why = 'why' in end ? translate('sv', end.why) : ''
    expect(why).toContain('30 kap. 6 §')
    expect(why).toContain('Planering')
  })
})

test('every answer has its words and leads somewhere; every question is asked', () => {
  const asked = new Set<QuestionId>(['start'])
  for (const question of Object.values(questions)) {
    expect(isTextKey(question.text)).toBe(true)
    expect(question.answers.length).toBeLessThanOrEqual(9)
    for (const answer of question.answers) {
      expect(isTextKey(answer.text), answer.text).toBe(true)
      if ('question' in answer.next) asked.add(answer.next.question)
      else expect(isTextKey(answer.next.why), answer.next.why).toBe(true)
    }
  }
  expect([...asked].sort()).toEqual(Object.keys(questions).sort())
})
