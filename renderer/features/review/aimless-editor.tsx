import { useQuery } from '@tanstack/react-query'
import type { Aimless } from '../../../shared/review/aimless.ts'
import { useApi } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useGoTo } from '../../note-model/use-run-fix.ts'
import { CaseFilter, useOfCase } from './case-filter.tsx'
import './review.css'

/** The insatser of all cases that are planned or go on and aim at nothing; each leads to the row that says so. */
export function AimlessEditor() {
  const t = useT()
  const { data } = useQuery({ ...useApi().review.aimless.queryOptions(), refetchOnMount: 'always' })
  return (
    <div className="page review-list">
      <h1 className="page-title">{t('review.aimless')}</h1>
      <p className="page-lead">{t('review.aimless.lead')}</p>
      {data === undefined ? (
        <p>{t('notes.loading')}</p>
      ) : data.length === 0 ? (
        <p>{t('review.aimless.none')}</p>
      ) : (
        <>
          <CaseFilter all={data} />
          <AimlessTable all={data} />
        </>
      )}
    </div>
  )
}

function AimlessTable({ all }: { all: readonly Aimless[] }) {
  const t = useT()
  const goTo = useGoTo()
  const shown = useOfCase(all)
  return (
    <table className="page-table review-table" aria-label={t('review.aimless')}>
      <thead>
        <tr>
          {(['case', 'insats', 'owner', 'why'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`review.aimless.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ caseId, caseNumber, insured, note, field, row, what, owner, why }) => (
          <tr key={`${note} ${field} ${row}`}>
            <td>
              {caseNumber} {insured}
            </td>
            <th scope="row">
              <button
                type="button"
                className="link-button"
                onClick={() => goTo({ caseId, note }, { field, row })}
              >
                {what === '' ? t('review.aimless.unnamed') : what}
              </button>
            </th>
            <td>{t(`lists.owner.${owner}`)}</td>
            <td>{why.map((each) => t(`review.aimless.why.${each}`)).join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
