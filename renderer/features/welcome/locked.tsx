import type { ArchiveInfo } from '../../../shared/api/archive.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { TitleBar } from '../../workbench/frame/title-bar.tsx'
import { OpenArchiveForm } from './open-archive-form.tsx'
import { useWayIn } from './ways-in.ts'
import './welcome.css'

/** The archive is locked: which one, and the one thing that opens it again. The way to the others stands below. */
export function Locked({ archive }: { archive: ArchiveInfo }) {
  const t = useT()
  const { client } = useWorkbench()
  // A refusal leaves the page as it is: it can be asked again.
  const { busy, enter } = useWayIn(() => undefined)
  return (
    <div className="welcome">
      <TitleBar menu={false} />
      <main className="welcome-main" aria-label={t('lock.label')} data-part="editors">
        <div className="lock-page">
          <Icon name="lock" className="lock-sign" />
          <h1 className="welcome-title">{t('lock.title')}</h1>
          <p className="welcome-lead">{t('lock.lead')}</p>
          <OpenArchiveForm offered={[archive]} latest={undefined} />
          <button
            type="button"
            className="button lock-other"
            aria-disabled={busy}
            onClick={() => void enter(() => client.archive.close())}
          >
            {t('lock.other')}
          </button>
        </div>
      </main>
    </div>
  )
}
