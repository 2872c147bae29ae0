import { useMemo } from 'react'
import { rules } from '../../../shared/rules/index.ts'
import { isTextKey } from '../../../shared/text/index.ts'
import { usePolicies } from '../../api/policies.ts'
import { useAttention } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import type { Translate } from '../../base/use-t.ts'
import { type ToldRule, toldRules } from './rules-of.ts'

/** Every rule as its page tells of it. `counted`: whether how often each speaks is known yet. */
export function useRules(): { told: readonly ToldRule[]; counted: boolean } {
  const policies = usePolicies()
  const { data } = useAttention(useToday())
  const told = useMemo(() => toldRules(rules, policies, data ?? []), [policies, data])
  return { told, counted: data !== undefined }
}

/** What a rule asks, in a line. */
export function ruleTitle(t: Translate, id: string): string {
  const key = `sources.rule.${id}`
  return isTextKey(key) ? t(key) : id
}

/** What a rule reads and says, or why it is there; nothing where no text says so. */
export function ruleText(t: Translate, id: string, part: 'what' | 'why'): string | undefined {
  const key = `rules.${id.toLowerCase()}.about.${part}`
  return isTextKey(key) ? t(key) : undefined
}
