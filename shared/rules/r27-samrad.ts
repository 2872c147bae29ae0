import type { NoteRule } from '../note/check/rule.ts'
import { marker } from '../note/marker.ts'

/** R27: a planering that is not made in consultation with the insured (30 kap. 3 and 9 §§ SFB). */
export const r27: NoteRule = {
  id: 'R27',
  scope: 'note',
  sources: ['30 kap. 3 och 9 §§ SFB', '001:1017-1025'],
  kinds: ['planering'],
  reads: { concepts: ['samrad'] },
  check: (read) => {
    const field = read.field('samrad')
    if (!field) return []
    const answer = read.answer('samrad', 'yes-no')
    if (answer === 'ja') return []
    const key = answer === 'nej' ? 'rules.r27.saidNo' : 'rules.r27.unanswered'
    return [marker('R27', 'error', [key, { label: field.label }], read.whereOf('samrad'))]
  },
}
