import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { StatusButton } from '../../workbench/status-bar.tsx'
import { useProblemTotal } from './use-problem-sources.ts'

/** Errors and warnings in all open notes; a press shows them. */
export function ProblemStatus() {
  const t = useT()
  const { error, warning } = useProblemTotal()
  return (
    <StatusButton command="problems.show" icon="error">
      {error}
      <span className="visually-hidden"> {t('notes.status.errors', { count: error })}</span>
      <Icon name="warning" />
      {warning}
      <span className="visually-hidden"> {t('notes.status.warnings', { count: warning })}</span>
    </StatusButton>
  )
}
