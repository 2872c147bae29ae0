import { useEffect } from 'react'
import { forgetDrafts } from './form/form-store.ts'
import { ImportReportDialog } from './transfer/import-report.tsx'
import { dismissOutcome } from './transfer/report-store.ts'
import { resetTree } from './tree/tree-store.ts'

/** Stands while an archive is open: the report of an import, and forgetting all of the archive when it closes. */
export function CaseBackground() {
  useEffect(
    () => () => {
      forgetDrafts()
      dismissOutcome()
      resetTree()
    },
    [],
  )
  return <ImportReportDialog />
}
