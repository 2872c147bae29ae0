import { type ReactNode, useId, useState } from 'react'
import { useT } from '../../base/use-t.ts'
import { TitleBar } from '../../workbench/frame/title-bar.tsx'
import type { ClosedStatus } from './closed-status.ts'
import { CreateArchive } from './create-archive.tsx'
import { offeredArchives } from './known-archives.ts'
import { LanguageChoice } from './language-choice.tsx'
import { OpenArchiveForm } from './open-archive-form.tsx'
import { TryDemo } from './try-demo.tsx'
import './welcome.css'

/**
 * No archive is open. Three ways in: open one (first, where there is one: the latest is chosen and waits for its
 * passphrase), create one, or try invented cases.
 */
export function Welcome({ status }: { status: ClosedStatus }) {
  const t = useT()
  const [first, ...others] = offeredArchives(status.known, status.latest)
  const [wantsNew, setWantsNew] = useState(false)
  const creating = wantsNew || first === undefined
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
            {creating ? (
              <Way title={t('welcome.create.title')} className="welcome-first">
                <CreateArchive keychain={status.keychain} />
              </Way>
            ) : (
              <Way title={t('welcome.open.title')} className="welcome-first">
                <OpenArchiveForm offered={[first, ...others]} latest={status.latest} />
              </Way>
            )}
            <div className="welcome-others">
              {creating ? (
                <Way title={t('welcome.open.title')}>
                  {first === undefined ? (
                    <p>{t('welcome.open.none')}</p>
                  ) : (
                    <>
                      <p>{t('welcome.open.lead')}</p>
                      <button type="button" className="button" onClick={() => setWantsNew(false)}>
                        {t('welcome.open.choose')}
                      </button>
                    </>
                  )}
                </Way>
              ) : (
                <Way title={t('welcome.create.title')}>
                  <p>{t('welcome.create.lead')}</p>
                  <button type="button" className="button" onClick={() => setWantsNew(true)}>
                    {t('welcome.create.choose')}
                  </button>
                </Way>
              )}
              <Way title={t('welcome.demo.title')}>
                <TryDemo />
              </Way>
            </div>
          </div>
        </div>
      </main>
    </div>
  )
}

function Way({
  title,
  className = '',
  children,
}: {
  title: string
  className?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={`welcome-way ${className}`} aria-labelledby={id}>
      <h2 className="welcome-heading" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
