import type { ArchiveStatus } from '../../../shared/api/archive.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { WhoForm } from './who-form.tsx'
import './people.css'

/** An archive of several users has been opened: who is it? Asked before anything of it is shown. */
export function WhoWorks({ archive }: { archive: Extract<ArchiveStatus, { state: 'open' }> }) {
  const t = useT()
  const { client } = useWorkbench()
  return (
    <main className="people-who" aria-label={t('people.who.title')}>
      <div className="people-who-page">
        <Icon name="account" className="people-who-sign" />
        <h1 className="page-title">{t('people.who.title')}</h1>
        <p className="page-lead">{t('people.who.lead', { name: archive.archive.name })}</p>
        <WhoForm archive={archive} submit={t('people.who.submit')} onDone={() => undefined}>
          <button type="button" className="button" onClick={() => void client.archive.close()}>
            {t('people.who.close')}
          </button>
        </WhoForm>
      </div>
    </main>
  )
}
