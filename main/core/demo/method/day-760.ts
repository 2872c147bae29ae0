import { wholeCase } from '../../../../shared/training/cases.ts'
import { packSchema } from '../../../../shared/training/pack.ts'
import { answersAt } from '../../../../shared/training/relative.ts'
import tvaAr from '../../../../templates/demo/tva-ar-i-ett-arende.json' with { type: 'json' }
import type { MethodCase } from './case.ts'

const long = wholeCase(packSchema.parse(tvaAr), 'sixten')
if (long?.details.employment.kind !== 'anstalld')
  throw new TypeError('The demo pack of two years has no such case.')
const { day, details, notes } = long
const { employer } = long.details.employment

/**
 * Day 760: the plan came late and is not carried out, a needed insats is missing, and the case has gone silent. It is the case of a
 * demo pack, which trainers go through day by day.
 */
export const day760: MethodCase = {
  day,
  insured: details.insured.name,
  employer: employer.name,
  manager: details.persons[0]?.name ?? '',
  extent: details.extent,
  notes: ({ on }) =>
    notes.map(({ template, day: writtenOn, answers, status, role, approved }) => ({
      template,
      day: writtenOn,
      answers: answersAt(answers, { firstSickDay: on(1), today: on(day), noteOf: (key) => key }),
      ...(status === 'utkast' ? { draft: true as const } : {}),
      ...(role === undefined ? {} : { role }),
      ...(approved === undefined ? {} : { approved }),
    })),
}
