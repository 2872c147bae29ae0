import { useKeptDrafts } from './drafts.ts'
import { SubmitDialog } from './submit-dialog.tsx'

/** What runs beside the views: the dialog that asks to whom, and the keeping of what reviewers write. */
export function ReviewBackground() {
  useKeptDrafts()
  return <SubmitDialog />
}
