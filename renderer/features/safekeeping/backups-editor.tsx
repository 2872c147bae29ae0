import { useQuery } from '@tanstack/react-query'
import type { Backup } from '../../../shared/api/backups.ts'
import { refusalMessage } from '../../../shared/api/errors.ts'
import { timeText } from '../../../shared/case/dates.ts'
import { messageText } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import './safekeeping.css'

/** The archive's backups: where they are, when the last was made and whether it holds, and the button that makes one. */
export function BackupsEditor() {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  const { data, error } = useQuery(useApi().backups.state.queryOptions())
  const [last] = data?.backups ?? []
  const failure = data?.failure
  const why = failure && refusalMessage(failure.code, { folder: data.folder, detail: failure.code })
  return (
    <article className="page">
      <h1 className="page-title">{t('safekeeping.backups')}</h1>
      <p className="page-lead">{t('safekeeping.backups.lead')}</p>
      {error === null ? null : <p role="alert">{errorText(t, error)}</p>}
      {data === undefined ? null : (
        <>
          <p className="safekeeping-last">
            <Icon name={last?.findings === 0 ? 'pass' : 'info'} />
            <span>{last === undefined ? t('safekeeping.backups.none') : <LastBackup backup={last} />}</span>
          </p>
          <p className="safekeeping-failure" role="status">
            {failure === undefined
              ? null
              : t('safekeeping.backups.failed', {
                  at: timeText(language, failure.at),
                  why: why === undefined ? failure.code : messageText(language, why),
                })}
          </p>
          <p className="form-hint safekeeping-where">
            {t('safekeeping.backups.where')} <code>{data.folder}</code>
          </p>
          <button
            type="button"
            className="button button-primary"
            aria-disabled={data.isRunning}
            onClick={() => data.isRunning || runCommand('safekeeping.backUp')}
          >
            <Icon name="archive" />
            {t(data.isRunning ? 'safekeeping.backups.making' : 'safekeeping.command.backUp')}
          </button>
          {data.backups.length === 0 ? null : <BackupTable backups={data.backups} />}
          <p className="form-hint safekeeping-rule">{t('safekeeping.backups.rule')}</p>
        </>
      )}
    </article>
  )
}

function LastBackup({ backup }: { backup: Backup }) {
  const t = useT()
  const language = useLanguage()
  const at = timeText(language, backup.at)
  return backup.findings === 0
    ? t('safekeeping.backups.last', { at })
    : t('safekeeping.backups.lastBroken', { at, findings: backup.findings ?? 0 })
}

function BackupTable({ backups }: { backups: readonly Backup[] }) {
  const t = useT()
  const language = useLanguage()
  const megabytes = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const columns = ['at', 'reason', 'cases', 'notes', 'size', 'checked'] as const
  return (
    <table className="page-table safekeeping-table">
      <caption className="visually-hidden">{t('safekeeping.backups')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`safekeeping.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.name}>
            <th scope="row">{timeText(language, backup.at)}</th>
            <td>{backup.reason === undefined ? '–' : t(`safekeeping.reason.${backup.reason}`)}</td>
            <td>{backup.cases ?? '–'}</td>
            <td>{backup.notes ?? '–'}</td>
            <td>{t('safekeeping.megabytes', { size: megabytes.format(backup.bytes / 1e6) })}</td>
            <td>
              {backup.findings === undefined
                ? t('safekeeping.checked.no')
                : t(backup.findings === 0 ? 'safekeeping.checked.whole' : 'safekeeping.checked.broken')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
