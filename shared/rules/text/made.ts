import type { Parsed } from './clauses.ts'
import type { Subject } from './subject.ts'

/** Who made, has or owns the plan that a mention speaks of, and the words that say so. */
export interface Made {
  by: Subject
  /** How it is said: it is made, it is somebody's, or somebody has one. */
  how: 'made' | 'revised' | 'owned' | 'has'
  /** Whether the writer says that it is so, rather than denying or asking. */
  said: boolean
  /** The words that say so, by index. */
  first: number
  last: number
  /** It is called somebody else's all the same: "FK har upprättat arbetsgivarens plan". */
  anothers?: true
}

export function planNounBetween(parsed: Parsed, from: number, to: number): boolean {
  return parsed.words.slice(from, to).some(({ lex }) => lex.noun !== undefined)
}

/** Whether a verb that needs its particle has it: "tog fram". */
export function hasParticle(parsed: Parsed, verb: number): boolean {
  const particles = parsed.making[verb]?.particles
  return !particles || parsed.words.slice(verb + 1, verb + 4).some(({ text }) => particles.includes(text))
}
