import { useEffect } from 'react'
import { useStoredDrafts } from './form/stored-drafts.ts'
import { dismissOutcome, ImportReportDialog } from './transfer/import-report.tsx'
import { resetTree } from './tree/tree-store.ts'

/**
 * Stands while an archive is open: keeps what is typed in forms, shows the report of an import, and forgets all of the
 * archive when it closes.
 */
export function CaseBackground() {
  useStoredDrafts()
  useEffect(
    () => () => {
      dismissOutcome()
      resetTree()
    },
    [],
  )
  return <ImportReportDialog />
}
