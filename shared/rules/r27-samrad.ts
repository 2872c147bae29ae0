import type { NoteRule } from '../note/check/rule.ts'
import { editFix, type Fix, type Marker, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { message } from '../text/index.ts'

/** A planering is under way until somebody says that it is complete; without consultation it cannot be. */
export function isUnderWay(planering: ReadNote): boolean {
  return (
    planering.answer('planering-status', 'choice')?.value === 'under-arbete' ||
    (planering.field('planering-status') !== undefined && planering.answer('samrad', 'yes-no') === 'nej')
  )
}

/** A planering that is called complete though there was no consultation: the fix says what it is, and claims nothing. */
function calledComplete(read: ReadNote): Marker[] {
  const status = read.field('planering-status')
  if (!status || read.answer('planering-status', 'choice')?.value !== 'klar') return []
  const where = { note: read.note.id, field: status.id }
  const title = message('rules.r27.setUnderWay')
  const related = [{ message: message('rules.r27.here'), where: read.whereOf('samrad') }]
  const fixes = [editFix(status.id, { title, value: { value: 'under-arbete' } })]
  return [marker('R27', 'error', ['rules.r27.complete', { label: status.label }], where, { related, fixes })]
}

/**
 * R27: a planering is complete only when it is made in consultation with the insured (30 kap. 3 and 9 §§ SFB). Without, it is
 * under way, which can be signed with a reason; a template that has no room for that is left for its newer version.
 */
export const r27: NoteRule = {
  id: 'R27',
  scope: 'note',
  protects: true,
  sources: ['30 kap. 3 och 9 §§ SFB', '001:1017-1025'],
  kinds: ['planering'],
  reads: { concepts: ['samrad', 'planering-status'] },
  check: (read) => {
    const field = read.field('samrad')
    if (!field) return []
    const where = read.whereOf('samrad')
    switch (read.answer('samrad', 'yes-no')) {
      case 'ja':
        return []
      case undefined:
        return [marker('R27', 'error', ['rules.r27.unanswered', { label: field.label }], where)]
      case 'nej': {
        if (read.field('planering-status')) return calledComplete(read)
        const title = message('rules.r27.writeNew')
        const fixes: Fix[] = [{ kind: 'create-note', title, documentKind: 'planering' }]
        return [marker('R27', 'error', ['rules.r27.saidNo', { label: field.label }], where, { fixes })]
      }
    }
  },
}
