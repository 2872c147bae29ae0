import type { Cause } from '../fields/define.ts'
import type { Json } from '../fields/json.ts'
import type { Severity } from '../fields/place.ts'
import type { TextKey } from '../text/index.ts'
import type { MessageParams } from '../text/message.ts'

/** Something about a template that is being written: where, and how grave. An error keeps it from being published. */
export interface StudioProblem extends Cause {
  readonly severity: Severity
  /** The requirement that it rests on, where it is one of accessibility. */
  readonly clause?: string
  /** What would stand at the path instead, where that is clear, and what it does in words. */
  readonly instead?: { readonly key: TextKey; readonly params?: MessageParams; readonly value: Json }
}
