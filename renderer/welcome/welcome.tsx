import { useState } from 'react'
import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { useT } from '../text/use-t.ts'
import { TitleBar } from '../workbench/frame/title-bar.tsx'
import { CreateArchive } from './create-archive.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { OpenArchiveForm } from './open-archive-form.tsx'
import { TryDemo } from './try-demo.tsx'
import './welcome.css'

export type ClosedStatus = Extract<ArchiveStatus, { state: 'closed' }>

/**
 * No archive is open. Three ways in: open one (first, where there is one: the latest is chosen and waits for its
 * passphrase), create one, or try invented cases.
 */
export function Welcome({ status }: { status: ClosedStatus }) {
  const t = useT()
  const known = status.known.filter(({ demo }) => !demo)
  const [creating, setCreating] = useState(known.length === 0)
  return (
    <div className="welcome">
      <TitleBar menu={false} />
      <main className="welcome-main" aria-label={t('welcome.label')} data-part="editors">
        <div className="welcome-page">
          <div className="welcome-head">
            <div>
              <h1 className="welcome-title">{t('welcome.title')}</h1>
              <p className="welcome-lead">{t('welcome.lead')}</p>
            </div>
            <LanguageChoice />
          </div>
          <div className="welcome-ways">
            <section className="welcome-way welcome-first" aria-labelledby="welcome-first">
              {creating ? (
                <>
                  <h2 className="welcome-heading" id="welcome-first">
                    {t('welcome.create.title')}
                  </h2>
                  <CreateArchive keychain={status.keychain} />
                </>
              ) : (
                <>
                  <h2 className="welcome-heading" id="welcome-first">
                    {t('welcome.open.title')}
                  </h2>
                  <OpenArchiveForm known={known} latest={status.latest} />
                </>
              )}
            </section>
            <div className="welcome-others">
              <section className="welcome-way" aria-labelledby="welcome-second">
                <h2 className="welcome-heading" id="welcome-second">
                  {t(creating ? 'welcome.open.title' : 'welcome.create.title')}
                </h2>
                {known.length === 0 ? (
                  <p>{t('welcome.open.none')}</p>
                ) : (
                  <>
                    <p>{t(creating ? 'welcome.open.lead' : 'welcome.create.lead')}</p>
                    <button type="button" className="button" onClick={() => setCreating(!creating)}>
                      {t(creating ? 'welcome.open.choose' : 'welcome.create.choose')}
                    </button>
                  </>
                )}
              </section>
              <section className="welcome-way" aria-labelledby="welcome-demo">
                <h2 className="welcome-heading" id="welcome-demo">
                  {t('welcome.demo.title')}
                </h2>
                <TryDemo />
              </section>
            </div>
          </div>
        </div>
      </main>
    </div>
  )
}
