import type { Cause } from '../fields/define.ts'
import type { Severity } from '../fields/place.ts'

/** Something about a template that is being written: where, and how grave. An error keeps it from being published. */
export interface StudioProblem extends Cause {
  readonly severity: Severity
  /** The whole text at the path as it would be, where it is clear how it is said better. */
  readonly replacement?: string
}
