import { dayOfCase } from '../../../../shared/case/chain.ts'
import { daysBetween, type IsoDate } from '../../../../shared/case/dates.ts'
import { severities } from '../../../../shared/fields/place.ts'
import type { Late } from '../../../../shared/note/late.ts'
import type { Attention } from '../../../../shared/projection/attention.ts'
import { Icon, type IconName } from '../../../base/icon.tsx'
import type { Translate } from '../../../base/use-t.ts'

/** What a row of the tree tells of its case, beside number and name. */
export interface Needs {
  readonly firstSickDay: IsoDate
  readonly today: IsoDate
  /** Undefined until it is worked out. */
  readonly attention: Attention | undefined
  readonly drafts: number
}

/** What is late and since when: `uppföljning försenad sedan 3 dagar`. */
export function lateText(t: Translate, { kind, due }: Late, today: IsoDate): string {
  return t(`cases.late.${kind}`, { count: daysBetween(due, today) })
}

const dayText = (t: Translate, { firstSickDay, today }: Needs) => {
  const day = dayOfCase(firstSickDay, today)
  return day < 1 ? t('cases.tree.begins', { date: firstSickDay }) : t('cases.chain.day', { day })
}

/** All that the row tells, in words: `Dag 94, 2 fel, 1 varning, 1 utkast, uppföljning försenad sedan 3 dagar`. */
export function needsText(t: Translate, needs: Needs): string {
  const { attention, drafts, today } = needs
  const [oldest, ...more] = attention?.late ?? []
  return [
    dayText(t, needs),
    ...severities.flatMap((severity) => {
      const count = attention?.problems[severity] ?? 0
      return count === 0 ? [] : [t(`cases.tree.problems.${severity}`, { count })]
    }),
    ...(drafts === 0 ? [] : [t('cases.tree.drafts', { count: drafts })]),
    ...(oldest === undefined ? [] : [lateText(t, oldest, today)]),
    ...(more.length === 0 ? [] : [t('cases.late.more', { count: more.length })]),
  ].join(', ')
}

/** The same by day, signs and numbers; the words are the row's to give. */
export function NeedSigns({ needs, t }: { needs: Needs; t: Translate }) {
  const { attention, drafts } = needs
  return (
    <span className="case-needs">
      <span className="case-needs-day">{dayText(t, needs)}</span>
      <Sign icon="clockface" what="late" count={attention?.late.length ?? 0} />
      {severities.map((severity) => (
        <Sign key={severity} icon={severity} what={severity} count={attention?.problems[severity] ?? 0} />
      ))}
      <Sign icon="edit" what="draft" count={drafts} />
    </span>
  )
}

function Sign({ icon, what, count }: { icon: IconName; what: string; count: number }) {
  if (count === 0) return null
  return (
    <span className="case-need" data-need={what}>
      <Icon name={icon} />
      {count}
    </span>
  )
}
