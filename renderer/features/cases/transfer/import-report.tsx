import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { create } from 'zustand'
import type { ImportReport } from '../../../../shared/api/cases.ts'
import type { BundleProblem } from '../../../../shared/api/errors.ts'
import { messageText } from '../../../../shared/text/index.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import '../../../base/dialog.css'
import './report.css'

/** What came of an import, as the dialog tells it: taken in (perhaps with findings), or refused and why. */
export type ImportOutcome =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problems: readonly BundleProblem[] }

export const useImportOutcome = create<{ readonly outcome: ImportOutcome | undefined }>(() => ({
  outcome: undefined,
}))
export const showOutcome = (outcome: ImportOutcome) => useImportOutcome.setState({ outcome })
export const dismissOutcome = () => useImportOutcome.setState({ outcome: undefined })

/** Tells what came of an import that needs more than a line. Rendered once. */
export function ImportReportDialog() {
  const { outcome } = useImportOutcome()
  // The dialog has the focus, rather than its button, so that a long report starts at its top and scrolls by keys.
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={outcome !== undefined} onOpenChange={(open) => open || dismissOutcome()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup ref={popup} initialFocus={popup} className="dialog case-report">
          {outcome === undefined ? null : <Report outcome={outcome} />}
        </Dialog.Popup>
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
          ? t('cases.import.report.body', { notes: outcome.report.notes })
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
