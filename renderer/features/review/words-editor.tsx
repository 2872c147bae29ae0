import { useQuery } from '@tanstack/react-query'
import type { ListedWordUse } from '../../../shared/review/word-use.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { useApi } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { useGoTo } from '../../note-model/use-run-fix.ts'
import { CaseFilter, useOfCase } from './case-filter.tsx'
import './review.css'

const total = (uses: readonly ListedWordUse[], noun: 'plan' | 'planering') =>
  uses.reduce((sum, use) => sum + use[noun], 0)

/** Ordbruk: where a note says plan and may mean planering, or the reverse, each in its sentence. It rewrites nothing. */
export function WordsEditor() {
  const t = useT()
  const { data } = useQuery({ ...useApi().review.words.queryOptions(), refetchOnMount: 'always' })
  return (
    <div className="page review-list">
      <h1 className="page-title">{t('review.words')}</h1>
      <p className="page-lead">{t('review.words.lead')}</p>
      {data === undefined ? <p>{t('notes.loading')}</p> : <Uses all={data} />}
    </div>
  )
}

function Uses({ all }: { all: readonly ListedWordUse[] }) {
  const t = useT()
  const uses = useOfCase(all)
  const places = uses.reduce((sum, use) => sum + use.places.length, 0)
  return (
    <>
      {all.length === 0 ? null : <CaseFilter all={all} />}
      {uses.length === 0 ? null : (
        <p role="status">
          {t('review.words.count', {
            count: places,
            plan: total(uses, 'plan'),
            planering: total(uses, 'planering'),
          })}
        </p>
      )}
      {places === 0 ? (
        <p>{t('review.words.none')}</p>
      ) : (
        <table className="page-table review-table review-words" aria-label={t('review.words')}>
          <thead>
            <tr>
              {(['note', 'sentence', 'why'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`review.words.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => (
              <Places key={use.note} use={use} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** The places of one note, a row each; each leads to its field. */
function Places({ use }: { use: ListedWordUse }) {
  const t = useT()
  const language = useLanguage()
  const goTo = useGoTo()
  const nameOf = useNoteName()
  const { caseId, caseNumber, insured, note, signed } = use
  return use.places.map(
    ({ field, label, row, column, why, marked: [before, words, after], instead }, index) => (
      // A place has no name of its own: it is the so-manyth of its note, and the list is read anew as a whole.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above.
      <tr key={index}>
        <th scope="row">
          <button
            type="button"
            className="link-button"
            onClick={() => goTo({ caseId, note }, { field, row, column })}
          >
            {inLanguage(language, label)}
          </button>
          <span className="review-table-of">
            {nameOf(use)}
            {signed ? ` (${t('lists.status.journalford')})` : ''}
          </span>
          <span className="review-table-of">
            {caseNumber} {insured}
          </span>
        </th>
        <td>
          {before}
          <mark>{words}</mark>
          {after}
        </td>
        <td>
          {t(`review.words.${why}`)}
          {instead === undefined ? null : (
            <span className="review-table-of">{t('review.words.instead', { words: instead })}</span>
          )}
        </td>
      </tr>
    ),
  )
}
