import { isTextKey } from '../../shared/text/index.ts'
import type { Translate } from '../base/use-t.ts'

/** What a rule asks, in a line. */
export function ruleTitle(t: Translate, id: string): string {
  const key = `sources.rule.${id}`
  return isTextKey(key) ? t(key) : id
}
