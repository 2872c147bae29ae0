import { type WorkingState, workingStateSchema } from './working-copy.ts'

/**
 * What a template goes through from working copy to withdrawn: the states, the verbs, and who may do what. One table decides; the
 * core refuses by it, and the window offers by it.
 */
export const templateStates = [
  ...workingStateSchema.options,
  'kommande',
  'publicerad',
  'tillbakadragen',
] as const
export type TemplateState = (typeof templateStates)[number]

/** What is done with a working copy without publishing it. */
export const copyVerbs = ['lamna-in', 'ta-tillbaka', 'aterlamna', 'godkann'] as const
export type CopyVerb = (typeof copyVerbs)[number]

export const templateVerbs = [...copyVerbs, 'publicera', 'dra-tillbaka'] as const
export type TemplateVerb = (typeof templateVerbs)[number]

interface Step<To> {
  readonly from: readonly TemplateState[]
  readonly to: To
  /** Somebody who has written in it, somebody who has not, or either. */
  readonly who: 'writer' | 'other' | 'anyone'
  /** What is done is done to a template that holds together, never to half of one. */
  readonly whole?: true
  /** A reason must be given, in words. */
  readonly reason?: true
}

/**
 * Who may do what, from where. What was returned is a draft again. That whoever reviews has no part in the writing is what makes
 * it a review; publishing what was reviewed is done by either.
 */
export const templateSteps: Readonly<Record<CopyVerb, Step<WorkingState>>> &
  Readonly<Record<TemplateVerb, Step<TemplateState>>> = {
  'lamna-in': { from: ['utkast'], to: 'inlamnad', who: 'writer', whole: true },
  'ta-tillbaka': { from: ['inlamnad', 'granskad'], to: 'utkast', who: 'writer' },
  aterlamna: { from: ['inlamnad', 'granskad'], to: 'utkast', who: 'other', reason: true },
  godkann: { from: ['inlamnad'], to: 'granskad', who: 'other', whole: true },
  publicera: { from: ['granskad'], to: 'publicerad', who: 'anyone', whole: true },
  'dra-tillbaka': { from: ['kommande', 'publicerad'], to: 'tillbakadragen', who: 'anyone', reason: true },
}

/** Where a template stands, and whoever wants to do something with it. */
export interface TemplateSituation {
  readonly state: TemplateState
  /** Whoever wants to do it has written in it. */
  readonly hasWritten: boolean
  /** It holds together, as a template that is loaded must. */
  readonly isWhole: boolean
  readonly reason?: string | undefined
}

/** Why a step is refused. */
export const templateStepRefusals = ['state', 'own', 'not-yours', 'reason', 'unfinished'] as const
export type TemplateStepRefusal = (typeof templateStepRefusals)[number]

/** What keeps somebody who looks after templates from a step; undefined where nothing does. */
export function templateStepRefusal(
  verb: TemplateVerb,
  { state, hasWritten, isWhole, reason }: TemplateSituation,
): TemplateStepRefusal | undefined {
  const step = templateSteps[verb]
  if (!step.from.includes(state)) return 'state'
  if (step.who === 'other' && hasWritten) return 'own'
  if (step.who === 'writer' && !hasWritten) return 'not-yours'
  if (step.reason && (reason ?? '').trim() === '') return 'reason'
  if (step.whole && !isWhole) return 'unfinished'
  return undefined
}

/** Where a published version stands on a day. */
export function publishedState(
  { from, withdrawn }: { readonly from: string; readonly withdrawn?: unknown },
  today: string,
): Exclude<TemplateState, WorkingState> {
  if (withdrawn !== undefined) return 'tillbakadragen'
  return from > today ? 'kommande' : 'publicerad'
}
