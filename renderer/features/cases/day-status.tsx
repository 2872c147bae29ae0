import { dayOfCase, nextTimePoint } from '../../../shared/case/chain.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { useCase } from '../../api/queries.ts'
import { useT } from '../../base/use-t.ts'
import { useToday } from '../../base/use-today.ts'
import { useActiveCase } from '../../note-model/active-note.ts'
import { StatusText } from '../../workbench/status-item.tsx'

/** Which day of the sick leave the active case is on. */
export function DayStatus() {
  const activeCase = useActiveCase()
  return activeCase === undefined ? null : <Day caseId={activeCase} />
}

function Day({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const today = useToday()
  const { data } = useCase(caseId)
  if (data === undefined) return null
  const day = dayOfCase(data.case.firstSickDay, today)
  const next = nextTimePoint(day)
  return (
    <StatusText icon="calendar">
      <span title={next === undefined || day < 1 ? undefined : t('frame.status.nextPoint', { day: next })}>
        {day < 1 ? t('frame.status.beforeFirstDay') : t('frame.status.day', { day })}
      </span>
    </StatusText>
  )
}
