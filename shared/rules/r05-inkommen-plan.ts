import type { Concept } from '../fields/concepts.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { type Marker, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import type { TextKey } from '../text/index.ts'

function lacking(read: ReadNote, concept: Concept, key: TextKey): Marker[] {
  if (read.answered(concept)) return []
  const label = read.field(concept)?.label
  return label ? [marker('R5', 'error', [key, { label }], read.whereOf(concept))] : []
}

/** Who told: a role alone ("arbetsgivare") does not say who. */
function lacksInformant(read: ReadNote): boolean {
  const informant = read.answer('plan-uppgiftslamnare', 'person')
  return `${informant?.name ?? ''}${informant?.title ?? ''}`.trim() === ''
}

/**
 * R5: a plan has come in without its date or channel, or by word of mouth without an informant. An oral plan is
 * a plan; without these it cannot be found or counted.
 */
export const r05: NoteRule = {
  id: 'R5',
  scope: 'note',
  protects: true,
  sources: ['000:274-277', '003:579-582'],
  kinds: ['arbetsgivarens-plan'],
  reads: { concepts: ['plan-status', 'plan-datum', 'plan-kanal', 'plan-uppgiftslamnare'] },
  check: (read) => {
    if (read.answer('plan-status', 'choice')?.value !== 'inkommen') return []
    const channel = read.answer('plan-kanal', 'choice')?.value
    const oral = channel === 'telefon' || channel === 'muntligt-mote'
    const informant = read.field('plan-uppgiftslamnare')
    return [
      ...lacking(read, 'plan-datum', 'rules.r5.date'),
      ...lacking(read, 'plan-kanal', 'rules.r5.channel'),
      ...(oral && informant && lacksInformant(read)
        ? [
            marker(
              'R5',
              'error',
              ['rules.r5.informant', { label: informant.label }],
              read.whereOf('plan-uppgiftslamnare'),
            ),
          ]
        : []),
    ]
  },
}
