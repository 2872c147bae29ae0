import type { ListedRevision } from '../../../shared/api/history.ts'
import { clockTime } from '../../../shared/case/dates.ts'
import { templateIndex, templateOf } from '../../../shared/template/template.ts'
import { useTemplates } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'

interface RowProps {
  readonly revision: ListedRevision
  /** It is what the note says now. */
  readonly current: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
  /** Compares it with the one before; none before the first. */
  readonly onCompare: (() => void) | undefined
  /** Restores it; not where the note can no longer be written. */
  readonly onRestore: (() => void) | undefined
}

/** The names of the fields that a revision changed. */
function useChanged({ changed, template: ref }: ListedRevision): string {
  const language = useLanguage()
  const { data: templates = [] } = useTemplates()
  const template = templateOf(templates, ref)
  const byId = template && templateIndex(template).byId
  return changed.map((id) => byId?.get(id)?.field.label[language] ?? id).join(', ')
}

/** One revision: when, why, what it changed, and what can be done with it. */
export function RevisionRow({ revision: one, current, chosen, onChoose, onCompare, onRestore }: RowProps) {
  const t = useT()
  const fields = useChanged(one)
  const { revision, at, cause } = one
  return (
    <li className="history-row">
      <label className="form-choice history-pick">
        <input
          type="checkbox"
          checked={chosen}
          onChange={onChoose}
          aria-label={t('history.pick', { revision })}
        />
        <span className="history-time">{clockTime(at)}</span>
      </label>
      <span className="history-number">
        {t('history.version', { revision })}
        {current ? ` (${t('history.current')})` : ''}
      </span>
      <span>
        {t(`lists.revisionCause.${cause}`)}
        {fields === '' ? null : <span className="history-changed">{t('history.changed', { fields })}</span>}
      </span>
      <span className="history-actions">
        {onCompare === undefined ? null : (
          <button
            type="button"
            className="button"
            aria-label={t('history.compareBefore.of', { revision })}
            onClick={onCompare}
          >
            {t('history.compareBefore')}
          </button>
        )}
        {onRestore === undefined ? null : (
          <button
            type="button"
            className="button"
            aria-label={t('history.restore.of', { revision })}
            onClick={onRestore}
          >
            {t('history.restore')}
          </button>
        )}
      </span>
    </li>
  )
}
