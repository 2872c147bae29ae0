import { createContext, use } from 'react'
import type { Value } from '../../../shared/fields/json.ts'
import { type JsonPath, jsonAt, pathKey, withJsonAt } from '../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../shared/studio/problem.ts'
import type { Working } from '../../../shared/studio/working.ts'
import type { Template } from '../../../shared/template/template.ts'
import { useCopyState } from './session/copies.ts'
import type { CopySession } from './session/copy-session.ts'

/** Why nothing is written: the text in the JSON does not read, so it is mended there; or the copy is in review. */
export type StudioHold = 'text' | 'review'

/**
 * What everything in the studio of one working copy shares. What is written is asked of the session instead: where a context
 * changes, React goes through all that is drawn under it, hundreds of fields, in search of whoever reads it.
 */
interface StudioContextValue {
  readonly session: CopySession
  /** The version that answers come from to this one, where there is one. */
  readonly before: Template | undefined
  /** The numbers of all that come before it. */
  readonly earlier: readonly number[]
  /** By the path that they stand at. */
  readonly problems: ReadonlyMap<string, readonly StudioProblem[]>
  /** What keeps it from being written in here, where something does. */
  readonly held: StudioHold | undefined
  readonly isHeld: boolean
}

export const StudioContext = createContext<StudioContextValue | undefined>(undefined)

/** What everything in the studio shares, and what is shown of the working copy. Only inside the studio. */
export function useStudio(): StudioContextValue & { readonly working: Working } {
  const value = use(StudioContext)
  if (value === undefined) throw new Error('A part of the studio is used outside it.')
  return { ...value, working: useCopyState(value.session).shown }
}

const none: readonly StudioProblem[] = []

/** Something in the working copy, with a way to write it; undefined takes it away. */
export function useMember(path: JsonPath) {
  const { session, working, problems, isHeld } = useStudio()
  return {
    value: jsonAt(working, path),
    problems: problems.get(pathKey(path)) ?? none,
    isHeld,
    set: (value: Value) => session.edit(withJsonAt(working, path, value), undefined, pathKey(path)),
  }
}
