import { z } from 'zod'
import type { Cause } from '../fields/define.ts'
import { followCauses } from '../template/follow-shapes.ts'
import { type Template, templateSchema } from '../template/template.ts'
import { localized } from '../text/index.ts'

/** Why a template cannot stand beside those that are known, and where in it that is said. */
export interface BesideCause extends Cause {
  readonly fault: 'version' | 'kind' | 'follows'
}

/** What tells a version, as far as it is written. */
export const versionHeadSchema = z.object({
  id: templateSchema.shape.id,
  version: templateSchema.shape.version,
  follows: z.object({ from: z.int() }).optional(),
})

/** The version that answers come from to another: the one it says, or else the last before it. */
export function versionBefore(
  { id, version, follows }: z.infer<typeof versionHeadSchema>,
  known: readonly Template[],
): Template | undefined {
  const earlier = known.filter((other) => other.id === id && other.version < version)
  if (follows !== undefined) return earlier.find((other) => other.version === follows.from)
  return earlier.toSorted((a, b) => b.version - a.version)[0]
}

/**
 * What keeps a template from standing beside those that are known: a number that is not above all of its own, or another kind or
 * owner than it had, which rules, lists and colours go by; or steps by which answers cannot follow to it.
 */
export function besideCauses(template: Template, known: readonly Template[]): BesideCause[] {
  const { id, version, kind, owner } = template
  const own = known.filter((other) => other.id === id)
  const newest = Math.max(0, ...own.map((other) => other.version))
  const otherKind = own.find((other) => other.kind !== kind)
  const otherOwner = own.find((other) => other.owner !== owner)
  const causes: BesideCause[] = []
  if (newest >= version)
    causes.push({
      fault: 'version',
      path: ['version'],
      key: 'studio.problem.version',
      params: { id, version: newest, next: newest + 1 },
    })
  if (otherKind)
    causes.push({
      fault: 'kind',
      path: ['kind'],
      key: 'studio.problem.otherKind',
      params: { kind: otherKind.kind, name: localized(`lists.kind.${otherKind.kind}`) },
    })
  if (otherOwner)
    causes.push({
      fault: 'kind',
      path: ['owner'],
      key: 'studio.problem.otherOwner',
      params: { owner: otherOwner.owner, name: localized(`lists.owner.${otherOwner.owner}`) },
    })
  const before = template.follows === undefined ? undefined : versionBefore(template, known)
  const follows = before === undefined ? [] : followCauses(template, before)
  return [...causes, ...follows.map((cause): BesideCause => ({ fault: 'follows', ...cause }))]
}
