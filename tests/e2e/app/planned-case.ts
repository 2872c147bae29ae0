import { z } from 'zod'
import { addDays, daysBetween, isoDateSchema } from '../../../shared/case/dates.ts'
import { answersSchema } from '../../../shared/note/answers.ts'
import { story } from '../../unit/overview/story.ts'
import { lisa, type SeedCase, today } from './start-state.ts'

/** The day on which the story is told, day 94 of its case. */
const toldOn = isoDateSchema.parse('2026-06-03')

/** The same with every date as far from today as it is from the day of the story. */
function untilToday(value: unknown): unknown {
  const days = daysBetween(toldOn, today)
  const text = JSON.stringify(value).replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) =>
    addDays(isoDateSchema.parse(date), days),
  )
  return z.json().parse(JSON.parse(text))
}

/** Day 94 of Lisa Berg's sick leave: the employer's plan and the need are signed, planering is a draft. */
export const planned: SeedCase = {
  details: lisa,
  notes: story.map(({ template, answers, signed = false }) => ({
    template,
    answers: answersSchema.parse(untilToday(answers)),
    signed,
  })),
}
