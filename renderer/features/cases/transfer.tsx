import { Dialog } from '@base-ui/react/dialog'
import { isDefinedError, safe } from '@orpc/client'
import { create } from 'zustand'
import type { ImportReport } from '../../../shared/api/cases.ts'
import type { BundleProblem } from '../../../shared/api/errors.ts'
import { fileNameOf } from '../../../shared/case/file-name.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { MAX_BUNDLE_BYTES } from '../../../shared/case/limits.ts'
import { message, messageText } from '../../../shared/text/index.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { pickFile, readPicked } from '../../base/files.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import type { Workbench } from '../../workbench/contribution.ts'
import { giveFile } from '../../workbench/give-file.ts'
import '../../base/dialog.css'
import './cases.css'

/**
 * Takes in a case bundle that the user chooses. What came of it is shown in a dialog: the number of notes and what was
 * found on the way, or every reason why the file was refused. Throws on any other refusal.
 */
export async function importCase({ client, editors, notify, t }: Workbench): Promise<void> {
  const file = await pickFile('.json,application/json')
  if (file === undefined) return
  const text = await readPicked(file, MAX_BUNDLE_BYTES)
  if (!text.ok) {
    const { kind, params } = text.fault
    const problems = [{ path: '', message: message(`errors.file.${kind}`, params) }]
    showOutcome({ kind: 'refused', fileName: file.name, problems })
    return
  }
  const { error, data } = await safe(client.cases.import({ json: text.value }))
  if (isDefinedError(error) && error.code === 'BUNDLE_REFUSED') {
    showOutcome({ kind: 'refused', fileName: file.name, problems: error.data.problems })
    return
  }
  if (isDefinedError(error) && error.code === 'CASE_NUMBER_TAKEN') {
    notify(t('cases.import.taken', { number: error.data.number }), 'error')
    return
  }
  if (error !== null) throw error
  editors.open({ type: 'case', caseId: data.caseId })
  if (data.findings.length > 0) showOutcome({ kind: 'imported', report: data })
  else notify(t('cases.import.done', { number: data.number, count: data.notes }), 'success')
}

/** Gives the user a case with its notes as a file, once they know that the file is not encrypted. */
export async function exportCase(workbench: Workbench, id: CaseId): Promise<void> {
  const { client, confirm, t } = workbench
  const { case: details } = await client.cases.get({ id })
  const goesAhead = await confirm({
    title: t('cases.export.title', { number: details.number }),
    body: t('cases.export.body'),
    confirm: t('cases.export.confirm'),
  })
  if (!goesAhead) return
  const fileName = fileNameOf(details, { before: 'arende', extension: 'json' })
  const content = await client.cases.dump({ id })
  const file = { fileName, mimeType: 'application/json', content }
  await giveFile(workbench, file, t('cases.export.done', { fileName }))
}

/** What came of an import, as the dialog tells it: taken in (perhaps with findings), or refused and why. */
type ImportOutcome =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problems: readonly BundleProblem[] }

const useImportOutcome = create<{ readonly outcome: ImportOutcome | undefined }>(() => ({
  outcome: undefined,
}))
const showOutcome = (outcome: ImportOutcome) => useImportOutcome.setState({ outcome })
export const dismissOutcome = () => useImportOutcome.setState({ outcome: undefined })

/** Tells what came of an import that needs more than a line. Rendered once. */
export function ImportReportDialog() {
  const { outcome } = useImportOutcome()
  return (
    <Dialog.Root open={outcome !== undefined} onOpenChange={(open) => open || dismissOutcome()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        {/* It takes the focus itself, rather than its button, so that a long report starts at its top and scrolls by keys. */}
        <DialogPopup initialFocus={(popup) => popup} className="dialog case-report">
          {outcome === undefined ? null : <Report outcome={outcome} />}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Report({ outcome }: { outcome: ImportOutcome }) {
  const t = useT()
  const imported = outcome.kind === 'imported'
  return (
    <>
      <Dialog.Title className="dialog-title">
        {imported
          ? t('cases.import.report.title', { number: outcome.report.number })
          : t('cases.import.refused.title', { fileName: outcome.fileName })}
      </Dialog.Title>
      <Dialog.Description>
        {imported
          ? t('cases.import.report.body', { count: outcome.report.notes })
          : t('cases.import.refused.body')}
      </Dialog.Description>
      <Findings findings={imported ? outcome.report.findings : outcome.problems} />
      <div className="dialog-actions">
        <Dialog.Close className="button button-primary">{t('cases.import.report.close')}</Dialog.Close>
      </div>
    </>
  )
}

function Findings({ findings }: { findings: readonly BundleProblem[] }) {
  const language = useLanguage()
  const lines = unique(
    findings.map(({ path, message }) => ({ path, message: messageText(language, message) })),
  )
  return (
    <ul className="case-findings">
      {lines.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <code>{path === '' ? '/' : path}</code>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  )
}

interface Line {
  readonly path: string
  readonly message: string
}

/** Each finding once. */
function unique(findings: readonly Line[]): readonly Line[] {
  return findings.filter(
    (finding, index) =>
      index ===
      findings.findIndex(({ path, message }) => path === finding.path && message === finding.message),
  )
}
