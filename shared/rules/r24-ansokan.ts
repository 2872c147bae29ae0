import { caseAnswer } from '../note/case-answers.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import { message } from '../text/index.ts'

/**
 * R24: rehabilitation is coordinated for somebody without sjukpenning who has not applied for it. Of who has sjukpenning
 * no application is asked.
 */
export const r24: NoteRule = {
  id: 'R24',
  scope: 'note',
  protects: true,
  sources: ['001:3967-3973'],
  kinds: ['planering', 'mote', 'uppfoljning'],
  reads: { concepts: ['sjukpenning', 'rehabilitering-ansokt'] },
  check: (read) => {
    const benefit = caseAnswer(read, 'sjukpenning', 'choice')
    if (benefit?.answer.value !== 'nej') return []
    const applied = caseAnswer(read, 'rehabilitering-ansokt', 'yes-no')
    if (applied?.answer === 'ja') return []
    const where = read.whereOf(read.field('rehabilitering-ansokt') ? 'rehabilitering-ansokt' : 'sjukpenning')
    const related = [{ message: message('rules.r24.benefit'), where: benefit.where }]
    const fixes = [goTo('rules.r24.goTo', applied?.where ?? benefit.where)]
    return [marker('R24', 'error', ['rules.r24.application', {}], where, { related, fixes })]
  },
}
