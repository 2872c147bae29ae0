import type { CaseId } from '../../../shared/case/ids.ts'
import { type DocumentKind, documentKinds } from '../../../shared/case/kinds.ts'
import type { Rule } from '../../../shared/note/check/rule.ts'
import type { Policies } from '../../../shared/policy/policies.ts'
import type { Attention } from '../../../shared/projection/attention.ts'

/** A rule as its page tells of it: all its parts together. */
export interface ToldRule {
  readonly id: Rule['id']
  readonly sources: string
  /** The kinds of document it reads; empty where it reads the case as a whole. */
  readonly kinds: readonly DocumentKind[]
  /** Run as it is; or turned off by the agency, wholly or all but the errors that protect the record. */
  readonly state: 'on' | 'errors' | 'off'
  /** Whether its errors protect the record, so that no agency can turn them off. */
  readonly protects: boolean
  /** How often it speaks in the drafts of each case, most first; cases where it says nothing are left out. */
  readonly spoken: readonly { readonly caseId: CaseId; readonly count: number }[]
}

/** Every rule once, in number order, with where it speaks now. */
export function toldRules(
  rules: readonly Rule[],
  { rulesOff = [] }: Policies,
  attention: readonly Attention[],
): readonly ToldRule[] {
  return [...Map.groupBy(rules, ({ id }) => id)].map(([id, parts]) => {
    const kinds = new Set(parts.flatMap((part) => (part.scope === 'case' ? [] : part.kinds)))
    const protects = parts.some((part) => part.protects === true)
    return {
      id,
      sources: [...new Set(parts.flatMap(({ sources }) => sources))].join('; '),
      kinds: documentKinds.filter((kind) => kinds.has(kind)),
      state: rulesOff.includes(id) ? (protects ? 'errors' : 'off') : 'on',
      protects,
      spoken: attention
        .map(({ caseId, rules: counts }) => ({ caseId, count: counts[id] ?? 0 }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count),
    }
  })
}

/** How often a rule speaks in all cases together. */
export const timesSpoken = ({ spoken }: ToldRule): number => spoken.reduce((sum, { count }) => sum + count, 0)
