import type { ArchiveInfo } from '../../../shared/api/archive.ts'
import { lockChoices, mayWait } from '../../../shared/host/lock.ts'
import { errorText } from '../../api/error-text.ts'
import { GovernedHint, SelectField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useLockMinutes } from '../../workbench/lock-minutes.ts'

/** After how long without anything done the archive locks. Only what the organisation allows is offered. */
function IdleLock() {
  const t = useT()
  const { notify } = useWorkbench()
  const { minutes, most, choose } = useLockMinutes()
  const offered = [...lockChoices, ...(most === undefined ? [] : [most])].filter((each) =>
    mayWait(each, most),
  )
  // Never comes last, as the longest of all.
  const sorted = [...new Set([minutes, ...offered])].toSorted(
    (a, b) => (a || Number.POSITIVE_INFINITY) - (b || Number.POSITIVE_INFINITY),
  )
  return (
    <div className="form settings-lock">
      <SelectField
        label={t('settings.lock')}
        value={String(minutes)}
        options={sorted.map((each) => ({
          value: String(each),
          label: each === 0 ? t('settings.lock.never') : t('settings.lock.after', { count: each }),
        }))}
        onChange={(value) => {
          choose(Number(value)).catch((error: unknown) => notify(errorText(t, error), 'error'))
        }}
      />
      <p className="form-hint">{t('settings.lock.hint')}</p>
      {most === undefined ? null : (
        <GovernedHint text={t('policies.lockAfterMinutes.governed', { count: most })} />
      )}
    </div>
  )
}

const keeping = ['safekeeping.passphrase', 'safekeeping.recovery', 'safekeeping.backups'] as const

/** Where the archive is and how it is locked, and the button that locks it. */
export function ArchiveFacts({ archive }: { archive: ArchiveInfo }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  return (
    <section className="settings-section" aria-labelledby="settings-archive">
      <h2 className="page-heading" id="settings-archive">
        {t('settings.archive')}
      </h2>
      <dl className="settings-facts">
        <div>
          <dt>{t('settings.archive.name')}</dt>
          <dd>{archive.name}</dd>
        </div>
        <div>
          <dt>{t('settings.archive.path')}</dt>
          <dd>
            <code>{archive.path}</code>
          </dd>
        </div>
        <div>
          <dt>{t('settings.archive.key')}</dt>
          <dd>{t(archive.demo ? 'settings.archive.key.demo' : `settings.archive.key.${archive.key}`)}</dd>
        </div>
      </dl>
      <IdleLock />
      <div className="settings-ways">
        <button type="button" className="button" onClick={() => runCommand('frame.lockArchive')}>
          <Icon name="lock" />
          {t('settings.archive.lock')}
        </button>
        {archive.demo
          ? null
          : keeping.map((command) => (
              <button key={command} type="button" className="button" onClick={() => runCommand(command)}>
                {t(`settings.archive.${command}`)}
              </button>
            ))}
      </div>
    </section>
  )
}
