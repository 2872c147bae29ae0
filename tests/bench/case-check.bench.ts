import { readAs } from '../../shared/fields/index.ts'
import { answersSchema } from '../../shared/note/answers.ts'
import { caseInsatser } from '../../shared/note/case-insatser.ts'
import type { NoteWithTemplate } from '../../shared/note/context.ts'
import { readWholeCase } from '../../shared/projection/read-case.ts'
import { analyse, update } from '../../shared/rules/index.ts'
import { type Figure, median, percentile } from './figure.ts'
import { largeCase } from './large/case.ts'

const RUNS = 12

function lastOf(notes: readonly NoteWithTemplate[], template: string): NoteWithTemplate {
  const found = notes.findLast(({ note }) => note.template.id === template)
  if (!found) throw new Error(`There is no ${template} in the case.`)
  return found
}

/** A case of 60 notes and 300 insatser: its whole check, and after one answer in the planering that is being written. */
export default async function bench(): Promise<Figure[]> {
  // Cases never read before, so that nothing is remembered from the run before.
  const cases = Array.from({ length: RUNS + 3 }, (_, index) => largeCase(`fall ${index}`))
  const [one] = cases
  if (!one) throw new Error('There is no case.')
  const notes = readWholeCase(one).notes
  const insatser = caseInsatser(notes).length
  let run = 0
  const whole = await median(RUNS, () => readWholeCase(cases[run++ % cases.length] ?? one))
  const again = await median(RUNS, () => readWholeCase(one))

  const subject = lastOf(one.others, 'planering')
  const context = { ...one, others: one.others.filter((other) => other !== subject) }
  const state = analyse(subject, context)
  const rows = readAs('insatser', subject.note.answers.insatser) ?? []
  const times: number[] = []
  for (let key = 0; key < 330; key += 1) {
    const changed = rows.map((row, index) => (index === 0 ? { ...row, what: `Insats ${key}` } : row))
    const answers = answersSchema.parse({ ...subject.note.answers, insatser: changed })
    const edited = { ...subject.note, answers }
    const began = performance.now()
    update(state, edited, ['insatser'])
    times.push(performance.now() - began)
  }
  const after = times.slice(30)
  const size = `${one.others.length} notes and ${insatser} insatser`
  return [
    { name: `case: the whole of ${size}, never read before`, value: whole, unit: 'ms', budget: 40 },
    { name: 'case: the same, read before', value: again, unit: 'ms', budget: 40 },
    {
      name: 'case: after one answer, a row of insatser',
      value: percentile(after, 0.5),
      unit: 'ms',
      budget: 2,
    },
    { name: 'case: the same, 95 % under', value: percentile(after, 0.95), unit: 'ms', budget: 2 },
  ]
}
