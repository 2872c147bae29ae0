import type { Case } from '../../../../shared/case/case.ts'
import { type ChainState, chainState, pointsOf } from '../../../../shared/case/chain.ts'
import { useToday } from '../../../base/clock.ts'
import { Icon } from '../../../base/icon.tsx'
import { type Translate, useT } from '../../../base/use-t.ts'

/** Where the case stands in the chain, in a line: `Dag 94 · nästa tidsgräns dag 180 (2026-05-30)`. */
export function chainText(t: Translate, state: ChainState): string {
  if (state.kind === 'before') return t('cases.chain.before', { date: state.begins })
  const day = t('cases.chain.day', { day: state.day })
  if (state.next === undefined) return day
  const { point, date } = state.next
  return `${day} · ${t('cases.chain.nextWithDate', { day: point, date })}`
}

/** The line, and the time points with what each of them means. */
export function Chain({ of }: { of: Case }) {
  const t = useT()
  const today = useToday()
  const state = chainState(of, today)
  const points = pointsOf(of, today)
  const next = state.kind === 'running' ? state.next?.point : points[0]?.point
  return (
    <section aria-labelledby="case-chain">
      <h2 className="page-heading" id="case-chain">
        {t('cases.chain.title')}
      </h2>
      <p className="case-chain-now">{chainText(t, state)}</p>
      {points.length === 0 ? (
        <p className="form-hint">{t('cases.chain.notEmployed')}</p>
      ) : (
        <ol className="case-chain">
          {points.map(({ point, date, passed }) => (
            <li
              key={point}
              className="case-point"
              data-state={passed ? 'passed' : point === next ? 'next' : 'ahead'}
            >
              <span className="case-point-day">
                <Icon name={passed ? 'check' : point === next ? 'arrow-right' : 'circle-large-outline'} />
                {t('cases.chain.day', { day: point })}
              </span>
              <span className="case-point-date">{date}</span>
              <span className="case-point-text">{t(`cases.chain.point.${point}`)}</span>
              <span className="visually-hidden">
                {t(
                  passed ? 'cases.chain.passed' : point === next ? 'cases.chain.isNext' : 'cases.chain.ahead',
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
