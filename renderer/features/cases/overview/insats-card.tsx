import type { Owner } from '../../../../shared/case/kinds.ts'
import { actorText } from '../../../../shared/fields/actor.ts'
import type { CaseInsats } from '../../../../shared/note/case-insatser.ts'
import { periodText, statusText } from '../../../../shared/overview/entry-insatser.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import type { Remark } from '../../../../shared/overview/remarks.ts'
import { messageText } from '../../../../shared/text/index.ts'
import { Icon, type IconName } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { kindIcon } from '../../../note-model/owner-badge.tsx'
import { useOpenAt } from './use-overview.ts'

/** The colour and the icon of an owner's insatser, which always stand with the word. */
export const ownerLook = {
  arbetsgivare: { tone: 'employer', icon: kindIcon('arbetsgivarens-plan') },
  forsakringskassan: { tone: 'agency', icon: kindIcon('planering') },
} as const satisfies Record<Owner, { tone: string; icon: IconName }>

const remarkIcons: Record<Remark['kind'], IconName> = {
  wait: 'watch',
  overlap: 'layers',
  late: 'clockface',
  dropped: 'circle-slash',
}

const statusIcons: Record<string, IconName> = {
  planerad: 'calendar',
  pagar: 'play-circle',
  genomford: 'pass',
  avbruten: 'stop-circle',
  'behovs-men-saknas': 'question',
}

/** Whose insats it is, by word, icon and colour. */
export function OwnerOfInsats({ owner }: { owner: Owner }) {
  const t = useT()
  const { tone, icon } = ownerLook[owner]
  return (
    <span className="owner-badge" data-tone={tone}>
      <Icon name={icon} />
      {t(`overview.owner.${owner}`)}
    </span>
  )
}

/** What an insats is, as a button that leads to where it is written. */
export function InsatsName({ insats, page }: { insats: CaseInsats; page: Overview }) {
  const t = useT()
  const openAt = useOpenAt(page)
  const what = insats.row.what?.trim() || t('overview.sides.unnamed')
  return (
    <button
      type="button"
      className="insats-name"
      title={t('overview.sides.open', { what })}
      onClick={() => openAt(insats.latest.where)}
    >
      {what}
    </button>
  )
}

/** How an insats stands, by icon and word. */
export function InsatsStatus({ insats, page: { language } }: { insats: CaseInsats; page: Overview }) {
  const { status } = insats.row
  if (status === undefined) return null
  return (
    <span className="insats-status" data-status={status}>
      <Icon name={statusIcons[status] ?? 'circle-outline'} />
      {statusText(language, insats.row)}
    </span>
  )
}

/** An insats in one of the two columns: what, by whom, when, how it stands, and what is to be seen about it. */
export function InsatsCard({ insats, page }: { insats: CaseInsats; page: Overview }) {
  const t = useT()
  const { language, remarks } = page
  const { row, owner } = insats
  const performer = actorText(language, row.performer ?? {})
  const time = periodText(language, row)
  return (
    <div className="insats-card" data-tone={ownerLook[owner].tone}>
      <p className="insats-owner" aria-hidden="true">
        <OwnerOfInsats owner={owner} />
      </p>
      <p className="insats-what">
        <span className="visually-hidden">{t(`overview.owner.${owner}`)}: </span>
        <InsatsName insats={insats} page={page} />
      </p>
      <p>{performer || t('overview.sides.noPerformer')}</p>
      <p className="insats-when">
        {time === '' ? null : <span>{time}</span>}
        <InsatsStatus insats={insats} page={page} />
        {row.followUp === undefined || row.followUp === '' ? null : (
          <span>
            {t('journal.column.followUp')} {row.followUp}
          </span>
        )}
      </p>
      {(remarks.get(insats) ?? []).map(({ kind, severity, message }) => (
        <p key={`${kind} ${JSON.stringify(message)}`} className="insats-remark" data-severity={severity}>
          <Icon name={remarkIcons[kind]} />
          <span>{messageText(language, message)}</span>
        </p>
      ))}
    </div>
  )
}
