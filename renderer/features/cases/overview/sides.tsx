import { type ReactNode, useState } from 'react'
import type { Owner } from '../../../../shared/case/kinds.ts'
import type { SideRow } from '../../../../shared/overview/match.ts'
import type { Goal, Overview } from '../../../../shared/overview/overview.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useFewFirst } from './few-first.tsx'
import { InsatsCard, ownerLook } from './insats-card.tsx'
import { useOpenAt } from './use-overview.ts'
import './sides.css'

/** So many rows are drawn at first: a case that has more is read by its list of åtgärder. */
const FIRST_ROWS = 12

/** Plan and planering side by side: what each aims at, and each insats beside what in the other concerns it. */
export function Sides({ page }: { page: Overview }) {
  const t = useT()
  const { goals, sides, past } = page
  return (
    <section aria-labelledby="overview-sides">
      <h2 className="page-heading" id="overview-sides">
        {t('overview.sides')}
      </h2>
      {goals.differ ? (
        <p className="overview-note" data-severity={goals.isEmployerInformed ? 'info' : 'warning'}>
          <Icon name={goals.isEmployerInformed ? 'info' : 'warning'} />
          <span>
            {t(goals.isEmployerInformed ? 'overview.goal.differ.informed' : 'overview.goal.differ')}
          </span>
        </p>
      ) : null}
      <div className="sides">
        <div className="sides-heads">
          <SideHead page={page} owner="arbetsgivare" goal={goals.plan} />
          <SideHead page={page} owner="forsakringskassan" goal={goals.planering} />
        </div>
        <Rows page={page} rows={sides} />
      </div>
      {past.length === 0 ? null : <Past page={page} rows={past} />}
    </section>
  )
}

function SideHead({ page, owner, goal }: { page: Overview; owner: Owner; goal: Goal | undefined }) {
  const t = useT()
  const openAt = useOpenAt(page)
  const { tone, icon } = ownerLook[owner]
  const isPlan = owner === 'arbetsgivare'
  const has = page.insatser.some((one) => one.owner === owner)
  return (
    <div className="plan-head" data-tone={tone}>
      <h3>
        <Icon name={icon} /> {t(isPlan ? 'overview.sides.plan' : 'overview.sides.planering')}
      </h3>
      <p className="side-by">{t(`overview.sides.by.${owner}`)}</p>
      <p>
        {t(isPlan ? 'overview.goal.plan' : 'overview.goal.planering')}{' '}
        {goal === undefined ? (
          <span className="side-none">{t('overview.goal.none').toLocaleLowerCase('sv')}</span>
        ) : (
          <button type="button" className="insats-name" onClick={() => openAt(goal.where)}>
            {goal.text}
          </button>
        )}
      </p>
      {has ? null : (
        <p className="side-none">{t(isPlan ? 'overview.sides.noPlan' : 'overview.sides.noPlanering')}</p>
      )}
    </div>
  )
}

function Rows({ page, rows }: { page: Overview; rows: readonly SideRow[] }) {
  const t = useT()
  const { shown, more } = useFewFirst(rows, FIRST_ROWS)
  return (
    <>
      <ul className="side-rows">
        {shown.map(({ plan, planering }) => (
          <li key={`${plan?.key ?? ''} ${planering?.key ?? ''}`} className="side-row">
            {plan === undefined ? (
              <None text={t('overview.sides.only.planering')} />
            ) : (
              <InsatsCard insats={plan} page={page} />
            )}
            {planering === undefined ? (
              <None text={t('overview.sides.only.plan')} />
            ) : (
              <InsatsCard insats={planering} page={page} />
            )}
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

const None = ({ text }: { text: string }): ReactNode => <p className="side-none">{text}</p>

/** What is over or left out of a newer document; drawn when it is asked for. */
function Past({ page, rows }: { page: Overview; rows: readonly SideRow[] }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const count = rows.flatMap(({ plan, planering }) => [plan, planering]).filter(Boolean).length
  return (
    <details className="sides-past" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('overview.sides.past', { count })}</summary>
      {open ? <Rows page={page} rows={rows} /> : null}
    </details>
  )
}
