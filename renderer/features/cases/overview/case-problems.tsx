import { useSyncExternalStore } from 'react'
import type { CaseId } from '../../../../shared/case/ids.ts'
import type { Severity } from '../../../../shared/fields/place.ts'
import { messageText } from '../../../../shared/text/index.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { noteServices } from '../../../note-model/services.ts'
import { useRunFix } from '../../../note-model/use-run-fix.ts'
import { useWorkbench } from '../../../workbench/context.ts'

const icons: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' }

/** What the rules say about the case as a whole, and what mends it; nothing where they say nothing. */
export function CaseProblems({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const language = useLanguage()
  const { client } = useWorkbench()
  const { markers } = noteServices(client)
  const runFix = useRunFix()
  const found = useSyncExternalStore(markers.onChange, () => markers.markers(caseId))
  if (found.length === 0) return null
  return (
    <section aria-labelledby="case-problems">
      <h2 className="page-heading" id="case-problems">
        {t('cases.problems')}
      </h2>
      <ul className="case-problems">
        {found.map(({ rule, severity, message, fixes }) => (
          <li key={`${rule} ${JSON.stringify(message)}`} className="case-problem" data-severity={severity}>
            <Icon name={icons[severity]} />
            <span>
              <span className="visually-hidden">{t(`lists.severity.${severity}`)}: </span>
              {messageText(language, message)}
              {fixes.map((fix) => (
                <button
                  key={JSON.stringify(fix.title)}
                  type="button"
                  className="button-fix"
                  onClick={() => void runFix({ caseId, note: undefined }, fix)}
                >
                  <Icon name="lightbulb" />
                  {messageText(language, fix.title)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
