import { useMemo } from 'react'
import type { CaseSummary } from '../../../shared/projection/case-list.ts'
import { rules } from '../../../shared/rules/index.ts'
import { isTextKey } from '../../../shared/text/index.ts'
import { usePolicies } from '../../api/policies.ts'
import { useAttention, useLatestCases } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import type { Translate } from '../../base/use-t.ts'
import { type ToldRule, toldRules } from './rules-of.ts'

/** Every rule as its page tells of it, counted in the cases changed last. `counted`: whether how often each speaks is known yet. */
export function useRules(): {
  told: readonly ToldRule[]
  counted: boolean
  cases: readonly CaseSummary[]
  /** Whether there are more cases than those that are counted in. */
  more: boolean
} {
  const policies = usePolicies()
  const { data } = useLatestCases()
  const pages = useMemo(() => (data === undefined ? [] : [data.cases.map((each) => each.case.id)]), [data])
  const { byCase, isWhole } = useAttention(pages, useToday())
  const told = useMemo(() => toldRules(rules, policies, [...byCase.values()]), [policies, byCase])
  return {
    told,
    counted: data !== undefined && isWhole,
    cases: data?.cases ?? [],
    more: data?.next !== undefined,
  }
}

/** What a rule reads and says, or why it is there; nothing where no text says so. */
export function ruleText(t: Translate, id: string, part: 'what' | 'why'): string | undefined {
  const key = `rules.${id.toLowerCase()}.about.${part}`
  return isTextKey(key) ? t(key) : undefined
}
