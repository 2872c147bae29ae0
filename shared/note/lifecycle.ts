/**
 * What a note goes through from draft to record: the states, the verbs, and who may do what. One table decides; the core
 * refuses by it, and the window offers by it.
 */
export const noteStates = ['utkast', 'last', 'inlamnad', 'aterlamnad', 'godkand', 'journalford'] as const
export type NoteState = (typeof noteStates)[number]

/** What is kept as an event of the note. Signing is not: its record says it. */
export const reviewVerbs = ['lamna-in', 'ta-tillbaka', 'aterlamna', 'godkann', 'las', 'las-upp'] as const
export type ReviewVerb = (typeof reviewVerbs)[number]

export const noteVerbs = [...reviewVerbs, 'journalfor'] as const
export type NoteVerb = (typeof noteVerbs)[number]

interface Step {
  readonly from: readonly NoteState[]
  readonly to: NoteState
  /** Somebody who has written in the note, somebody who has not, or either. */
  readonly who: 'writer' | 'other' | 'anyone'
  /** What their role must allow besides. */
  readonly action: 'submit' | 'review' | 'sign'
  /** A reason must be given, in words. */
  readonly reason?: true
}

/**
 * Who may do what, from where. A note that was returned is handed in again or taken back: only a review that nobody
 * demands can be done without. That a reviewer has no part in the writing is what makes it a review (003:136-141).
 */
export const steps: Readonly<Record<NoteVerb, Step>> = {
  'lamna-in': { from: ['utkast', 'last', 'aterlamnad'], to: 'inlamnad', who: 'writer', action: 'submit' },
  'ta-tillbaka': {
    from: ['inlamnad', 'aterlamnad', 'godkand'],
    to: 'utkast',
    who: 'writer',
    action: 'submit',
  },
  aterlamna: {
    from: ['inlamnad', 'godkand'],
    to: 'aterlamnad',
    who: 'other',
    action: 'review',
    reason: true,
  },
  godkann: { from: ['inlamnad'], to: 'godkand', who: 'other', action: 'review' },
  las: { from: ['utkast'], to: 'last', who: 'writer', action: 'submit' },
  'las-upp': { from: ['last'], to: 'utkast', who: 'writer', action: 'submit' },
  journalfor: { from: ['utkast', 'last', 'godkand'], to: 'journalford', who: 'anyone', action: 'sign' },
}

/** States in which nothing can be written in a note. */
type FrozenState = Exclude<NoteState, 'utkast' | 'aterlamnad'>
export const isFrozen = (state: NoteState): state is FrozenState =>
  state !== 'utkast' && state !== 'aterlamnad'

/** Where a note stands, and whoever wants to do something with it. */
export interface Situation {
  readonly state: NoteState
  /** The revision that the note has now, and the one that was handed in or approved. */
  readonly revision: number
  readonly reviewed?: number | undefined
  /** Its template demands a review before it can be signed. */
  readonly demanded: boolean
  /** Whoever wants to do it has written in the note, be it a word. */
  readonly hasWritten: boolean
  readonly allowed: (action: Step['action']) => boolean
  readonly reason?: string | undefined
}

/** Why a step is refused. */
export const stepRefusals = [
  'role',
  'state',
  'own-note',
  'not-yours',
  'reason',
  'other-revision',
  'review-demanded',
  'checklist',
] as const
export type StepRefusal = (typeof stepRefusals)[number]

/** What keeps somebody from a step; undefined where nothing does. */
export function stepRefusal(verb: NoteVerb, situation: Situation): StepRefusal | undefined {
  const step = steps[verb]
  const { state, revision, reviewed, demanded, hasWritten, reason } = situation
  if (!step.from.includes(state)) {
    return verb === 'journalfor' && state === 'aterlamnad' ? 'review-demanded' : 'state'
  }
  if (!situation.allowed(step.action)) return 'role'
  if (step.who === 'other' && hasWritten) return 'own-note'
  if (step.who === 'writer' && !hasWritten) return 'not-yours'
  if (step.reason && (reason ?? '').trim() === '') return 'reason'
  const onReviewed = verb === 'godkann' || (verb === 'journalfor' && state === 'godkand')
  if (onReviewed && reviewed !== revision) return 'other-revision'
  if (verb === 'journalfor' && demanded && state !== 'godkand') return 'review-demanded'
  return undefined
}
