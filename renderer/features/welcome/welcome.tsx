import { type ReactNode, useId, useState } from 'react'
import { themePreferences } from '../../../shared/host/preferences.ts'
import { errorText } from '../../api/error-text.ts'
import { usePolicies } from '../../api/policies.ts'
import { FormAlert, SelectField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { PolicyBanner } from '../../workbench/frame/policy-banner.tsx'
import { TitleBar } from '../../workbench/frame/title-bar.tsx'
import { setPreferences, usePreferences } from '../../workbench/preferences.ts'
import { CreateArchive } from './create-archive.tsx'
import { OpenArchiveForm } from './open-archive-form.tsx'
import { type ClosedStatus, offeredArchives, useWayIn } from './ways-in.ts'
import './welcome.css'

/** Language and theme before an archive is open, kept till one with a choice of its own is. */
function FirstPreferences() {
  const t = useT()
  const { theme } = usePreferences()
  const language = useLanguage()
  const isGoverned = usePolicies().language !== undefined
  // The language is named in its own words: whoever needs it reads no other.
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <div className="welcome-preferences">
      <SelectField
        label={t('settings.theme')}
        value={theme}
        options={themePreferences.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        onChange={(value) => setPreferences({ theme: value })}
      />
      {isGoverned ? (
        <p className="form-hint welcome-governed">{t('policies.language.governed')}</p>
      ) : (
        <button
          type="button"
          className="button"
          lang={other}
          onClick={() => setPreferences({ language: other })}
        >
          {other === 'en' ? 'English' : 'Svenska'}
        </button>
      )}
    </div>
  )
}

/** A store of invented cases, one click away. */
export function TryDemo() {
  return usePolicies().demoAllowed === false ? <NoDemo /> : <OpenDemo />
}

function NoDemo() {
  const t = useT()
  return <p>{t('errors.DEMO_GOVERNED')}</p>
}

function OpenDemo() {
  const t = useT()
  const { client } = useWorkbench()
  const [failure, setFailure] = useState<string>()
  const { busy, enter } = useWayIn((refusal) => setFailure(errorText(t, refusal)))
  const start = () => {
    setFailure(undefined)
    void enter(() => client.archive.demo())
  }
  return (
    <>
      <p>{t('welcome.demo.lead')}</p>
      <button type="button" className="button" aria-disabled={busy} onClick={start}>
        <Icon name="beaker" />
        {t(busy ? 'welcome.demo.busy' : 'welcome.demo.submit')}
      </button>
      <FormAlert text={failure} />
    </>
  )
}

/** No archive is open: the ways in. Where the host names one archive, there is one way alone. */
export function Welcome({ status }: { status: ClosedStatus }) {
  const t = useT()
  return (
    <div className="welcome">
      <TitleBar menu={false} />
      <PolicyBanner />
      <main className="welcome-main" aria-label={t('welcome.label')} data-part="editors">
        <div className="welcome-page">
          <div className="welcome-head">
            <div>
              <h1 className="welcome-title">{t('welcome.title')}</h1>
              <p className="welcome-lead">{t('welcome.lead')}</p>
            </div>
            <FirstPreferences />
          </div>
          <div className="welcome-ways">
            {status.single ? <OneWay status={status} /> : <Ways status={status} />}
          </div>
        </div>
      </main>
    </div>
  )
}

/** The archive that the host names: to be opened, or to be made where it is not there yet. */
function OneWay({ status: { known, keychain } }: { status: ClosedStatus }) {
  const t = useT()
  const [named] = known
  if (named === undefined)
    return (
      <Way title={t('welcome.create.title')} className="welcome-first">
        <CreateArchive keychain={keychain} />
      </Way>
    )
  if (named.demo)
    return (
      <Way title={t('welcome.demo.title')} className="welcome-first">
        <TryDemo />
      </Way>
    )
  return (
    <Way title={t('welcome.open.title')} className="welcome-first">
      <OpenArchiveForm offered={[named]} latest={undefined} />
    </Way>
  )
}

/**
 * Three ways in: open an archive (first, where there is one: the latest is chosen and waits for its passphrase), create
 * one, or try invented cases.
 */
function Ways({ status }: { status: ClosedStatus }) {
  const t = useT()
  const [first, ...others] = offeredArchives(status.known, status.latest)
  const [wantsNew, setWantsNew] = useState(false)
  const creating = wantsNew || first === undefined
  return (
    <>
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
    </>
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
