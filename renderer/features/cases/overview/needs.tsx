import type { CaseInsats } from '../../../../shared/note/case-insatser.ts'
import type { Need } from '../../../../shared/overview/needs.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { kindIcon } from '../../../note-model/owner-badge.tsx'
import { useFewFirst } from './few-first.tsx'
import { InsatsName, InsatsStatus, OwnerOfInsats } from './insats-card.tsx'
import { useOpenAt } from './use-overview.ts'
import './needs.css'

/** Every need with the insatser that meet it, those with none, and what is needed but missing, with the reasons. */
export function NeedSection({ page }: { page: Overview }) {
  const t = useT()
  const { position, description, needs, others, missing } = page.needs
  return (
    <section aria-labelledby="overview-needs">
      <h2 className="page-heading" id="overview-needs">
        {t('overview.needs')}
      </h2>
      <Position page={page} />
      {description === undefined ? null : <p className="needs-description">{description}</p>}
      <dl className="needs">
        {needs.map((need) => (
          <NeedRow key={need.kind} need={need} page={page} />
        ))}
        {others.length === 0 ? null : (
          <div className="need">
            <dt>{t('overview.needs.others')}</dt>
            <dd>
              <Insatser insatser={others} page={page} />
            </dd>
          </div>
        )}
      </dl>
      {position?.value === 'behov-finns' && needs.length === 0 ? (
        <p className="side-none">{t('overview.needs.noKinds')}</p>
      ) : null}
      {missing.length === 0 ? null : <Missing page={page} missing={missing} />}
    </section>
  )
}

function Position({ page }: { page: Overview }) {
  const t = useT()
  const openAt = useOpenAt(page)
  const { position } = page.needs
  if (position === undefined) return <p className="side-none">{t('overview.needs.unknown')}</p>
  return (
    <p className="needs-position" data-tone="need">
      <Icon name={kindIcon('behovsklarlaggande')} />
      <button type="button" className="insats-name" onClick={() => openAt(position.where)}>
        {t('overview.needs.position', { date: position.date })}
      </button>
      <span>{position.result}</span>
    </p>
  )
}

function NeedRow({ need: { label, met, missing }, page }: { need: Need; page: Overview }) {
  const t = useT()
  return (
    <div className="need" data-tone="need">
      <dt>{label}</dt>
      <dd>
        {met.length > 0 ? <Insatser insatser={met} page={page} /> : null}
        {met.length > 0 ? null : (
          <p className="need-none">
            <Icon name="warning" />
            {t(missing.length > 0 ? 'overview.needs.onlyMissing' : 'overview.needs.none')}
          </p>
        )}
      </dd>
    </div>
  )
}

/** So many are named at first; the list of åtgärder has them all. */
const FIRST = 8

function Insatser({ insatser, page }: { insatser: readonly CaseInsats[]; page: Overview }) {
  const { shown, more } = useFewFirst(insatser, FIRST)
  return (
    <>
      <ul className="need-insatser">
        {shown.map((insats) => (
          <li key={insats.key}>
            <InsatsName insats={insats} page={page} /> <OwnerOfInsats owner={insats.owner} />{' '}
            <InsatsStatus insats={insats} page={page} />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

function Missing({ page, missing }: { page: Overview; missing: readonly CaseInsats[] }) {
  const t = useT()
  const { shown, more } = useFewFirst(missing, FIRST)
  return (
    <>
      <h3 className="needs-missing-head">
        <Icon name="question" />
        {t('overview.needs.missing')}
      </h3>
      <ul className="needs-missing">
        {shown.map((insats) => {
          const { missingReason, missingComment, followUp } = insats.row
          const reason =
            missingReason === undefined
              ? t('overview.needs.noReason')
              : t(`lists.missingReason.${missingReason}`)
          return (
            <li key={insats.key}>
              <InsatsName insats={insats} page={page} /> <OwnerOfInsats owner={insats.owner} />
              <span>
                {[reason, missingComment?.trim()].filter(Boolean).join(': ')}
                {followUp ? `, ${t('journal.column.followUp').toLocaleLowerCase('sv')} ${followUp}` : ''}
              </span>
            </li>
          )
        })}
      </ul>
      {more}
    </>
  )
}
