import type { CaseId } from '../../../shared/case/ids.ts'
import { SelectField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useReviewState } from './review-state.ts'

/** What stands in a list over all cases: of which case it is. */
export interface OfCase {
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly insured: string
}

/** What of a list is shown, of the case that is chosen; all of it where the list has nothing of that case. */
export function useOfCase<T extends OfCase>(all: readonly T[]): readonly T[] {
  const chosen = useReviewState(({ listedCase }) => listedCase)
  const shown = all.filter(({ caseId }) => caseId === chosen)
  return shown.length === 0 ? all : shown
}

/** Chooses the case that the lists over all cases are read for, among those that the list has something of. */
export function CaseFilter({ all }: { all: readonly OfCase[] }) {
  const t = useT()
  const chosen = useReviewState(({ listedCase }) => listedCase)
  const cases = [...new Map(all.map((one) => [one.caseId, one])).values()].map((one) => ({
    value: one.caseId,
    label: `${one.caseNumber} ${one.insured}`,
  }))
  return (
    <div className="review-case-filter">
      <SelectField<CaseId | ''>
        label={t('review.list.case')}
        value={cases.some(({ value }) => value === chosen) ? (chosen ?? '') : ''}
        options={[{ value: '', label: t('review.list.all') }, ...cases]}
        onChange={(value) => useReviewState.setState({ listedCase: value === '' ? undefined : value })}
      />
    </div>
  )
}
