import type { ArchiveInfo } from '../../../shared/api/archive.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

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
      <button type="button" className="button" onClick={() => runCommand('frame.closeArchive')}>
        <Icon name="lock" />
        {t('settings.archive.lock')}
      </button>
    </section>
  )
}
