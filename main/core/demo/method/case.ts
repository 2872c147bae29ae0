import type { IsoDate } from '../../../../shared/case/dates.ts'
import type { Answers } from '../../../../shared/note/answers.ts'
import type { Role } from '../../../../shared/user/user.ts'

/** What the notes of a case are written from. */
export interface MethodScene {
  /** The date of a day of the sick leave. */
  on: (day: number) => IsoDate
}

/** A note of a case that shows the method: written on a day of the sick leave, journalförd unless it says otherwise. */
export interface MethodNote {
  readonly template: string
  readonly day: number
  readonly answers: Answers
  readonly draft?: true
  /** In which role it is written, where the investigator does not write it. */
  readonly role?: Role
  /** What the specialist found who approved it, where it was reviewed: answers to the checklist. */
  readonly approved?: Answers
}

/** An invented case that shows how the whole of the work is documented, seen on one day of its sick leave. */
export interface MethodCase {
  /** The day of the sick leave that it is seen on. */
  readonly day: number
  readonly insured: string
  readonly employer: string
  readonly manager: string
  readonly extent: 25 | 50 | 75 | 100
  readonly notes: (scene: MethodScene) => readonly MethodNote[]
}

/** Text in paragraphs, as a rich-text field has it. */
export const prose = (...paragraphs: string[]): Answers[string] => ({
  blocks: paragraphs.map((words) => ({ type: 'paragraph', runs: [{ text: words }] })),
})

/** One choice. */
export const one = (value: string): Answers[string] => ({ value })

/** Several choices. */
export const some = (...values: string[]): Answers[string] => ({ values })

/** Persons of a meeting, a row each. */
export const people = (...persons: { name: string; role: string; title?: string }[]): Answers[string] =>
  persons.map(({ name, role, title }, index) => ({
    id: `person-${index + 1}`,
    answers: { person: { name, role, ...(title === undefined ? {} : { title }) } },
  }))
