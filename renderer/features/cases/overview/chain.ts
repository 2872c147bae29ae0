import type { ChainState } from '../../../../shared/case/chain.ts'
import type { Translate } from '../../../base/use-t.ts'

/** Where the case stands in the chain, in a line: `Dag 94 · nästa tidsgräns dag 180 (2026-05-30)`. */
export function chainText(t: Translate, state: ChainState): string {
  if (state.kind === 'before') return t('cases.chain.before', { date: state.begins })
  const day = t('cases.chain.day', { day: state.day })
  if (state.next === undefined) return day
  const { point, date } = state.next
  return `${day} · ${t('cases.chain.nextWithDate', { day: point, date })}`
}
