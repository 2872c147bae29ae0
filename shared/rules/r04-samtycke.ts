import { type DocumentKind, documentKinds } from '../case/kinds.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { type Cooperation, consentsKnownTo, cooperationIn } from '../note/cooperation.ts'
import { goTo, type Marker, marker } from '../note/marker.ts'
import { localized, type TextKey } from '../text/index.ts'

const keys = {
  aktivitet: 'rules.r4.aktivitet',
  participant: 'rules.r4.participant',
  called: 'rules.r4.called',
  contact: 'rules.r4.contact',
} as const satisfies Record<Cooperation['as'], TextKey>

/** Every kind of document the agency makes; the employer's plan is no cooperation. */
const kinds = documentKinds.filter((kind: DocumentKind) => kind !== 'arbetsgivarens-plan')

/**
 * R4: cooperation with an actor of 30 kap. 10 § SFB without the insured's consent. Only "ja" is consent, until it is
 * taken back. Requesting the employer's plan is another provision and is not stopped.
 */
export const r04: NoteRule = {
  id: 'R4',
  scope: 'note',
  protects: true,
  sources: ['30 kap. 10 § SFB', '001:1025-1031', '001:14147-14163', '002:32-44', '000:184-185'],
  kinds,
  reads: { types: ['aktiviteter', 'consents'], concepts: ['deltagare', 'kallade'] },
  check: (read): Marker[] => {
    const answers = new Map(consentsKnownTo(read).map(({ actor, consent }) => [actor, consent]))
    const registers = read.ofType('consents').map(({ field }) => field)
    return cooperationIn(read).flatMap(({ as, actor, where, field: { label }, row }) => {
      const answer = answers.get(actor)
      if (answer === 'ja') return []
      const params = { row, label, actor: localized(`lists.actor.${actor}`) }
      const register = registers.find(({ actors }) => actors?.includes(actor) !== false)
      const fix = register
        ? goTo('rules.r4.goToField', { note: read.note.id, field: register.id }, { label: register.label })
        : goTo('rules.r4.goToCase', { case: read.context.case.id })
      return [marker('R4', 'error', [keys[as], params], where, { fixes: [fix] })]
    })
  },
}
