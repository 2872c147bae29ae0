import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { ProgramFacts } from '../../../shared/api/program.ts'
import type { TextKey } from '../../../shared/text/index.ts'
import { desktopFacts, host } from '../../api/host.ts'
import { useApi } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import './about.css'

// The texts of all licences are a quarter of a megabyte, which a start should not wait for.
const Licences = lazy(() => import('./licences.tsx'))

/** Copies a text, and says whether it went. */
function useCopy(): (text: string) => void {
  const t = useT()
  const { notify } = useWorkbench()
  return (text) => {
    navigator.clipboard.writeText(text).then(
      () => notify(t('about.copied'), 'success'),
      (error: unknown) => {
        const detail = error instanceof Error ? error.message : String(error)
        notify(t('about.copyFailed', { detail }), 'error')
      },
    )
  }
}

const desktop = desktopFacts()
const platforms = { linux: 'Linux', mac: 'macOS', windows: 'Windows' } as const

/** What the program is made of, for whoever is asked for help. */
function Versions({ facts }: { facts: ProgramFacts }) {
  const t = useT()
  const copy = useCopy()
  const versions: readonly (readonly [name: string, version: string])[] = [
    ['Klarlagt', facts.version],
    ...(desktop === undefined
      ? []
      : ([
          ['Electron', desktop.electron],
          ['Chromium', desktop.chromium],
        ] as const)),
    ['Node.js', facts.node],
    ['SQLite', facts.sqlite],
    [t('about.versions.ciphers'), facts.ciphers],
    [t('about.versions.system'), t(`about.host.${host.kind}`, { platform: platforms[host.platform] })],
  ]
  return (
    <section className="about-section" aria-labelledby="about-versions">
      <h2 className="page-heading" id="about-versions">
        {t('about.versions')}
      </h2>
      <dl className="about-versions">
        {versions.map(([name, version]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        className="button"
        onClick={() => copy(versions.map(([name, version]) => `${name} ${version}`).join('\n'))}
      >
        <Icon name="copy" />
        {t('about.versions.copy')}
      </button>
    </section>
  )
}

/** A file or folder, with a button that copies its path. */
function Place({ name, path }: { name: string; path: string }) {
  const t = useT()
  const copy = useCopy()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{path}</code>
        <button
          type="button"
          className="icon-button"
          title={t('about.copyPath')}
          aria-label={t('about.copyPathOf', { name })}
          onClick={() => copy(path)}
        >
          <Icon name="copy" />
        </button>
      </dd>
    </div>
  )
}

/** Where what the user writes is kept, and what a copy of it needs. */
function Places({ facts }: { facts: ProgramFacts }) {
  const t = useT()
  return (
    <section className="about-section" aria-labelledby="about-data">
      <h2 className="page-heading" id="about-data">
        {t('about.data')}
      </h2>
      <p className="about-text">{t('about.data.lead')}</p>
      <dl className="about-places">
        {facts.archivesFolder === undefined ? null : (
          <Place name={t('about.data.folder')} path={facts.archivesFolder} />
        )}
        <Place name={t('about.data.archive')} path={facts.archive} />
        <Place name={t('about.data.key')} path={facts.key} />
        {desktop === undefined ? (
          <div>
            <dt>{t('about.data.preferences')}</dt>
            <dd>{t('about.data.preferences.browser')}</dd>
          </div>
        ) : (
          <Place name={t('about.data.preferences')} path={desktop.preferencesFolder} />
        )}
      </dl>
      <p className="about-text">{t('about.data.backup')}</p>
    </section>
  )
}

const nevers: readonly TextKey[] = [
  'about.never.send',
  'about.never.lose',
  'about.never.change',
  'about.never.decide',
]

function Nevers() {
  const t = useT()
  return (
    <section className="about-section" aria-labelledby="about-never">
      <h2 className="page-heading" id="about-never">
        {t('about.never')}
      </h2>
      <ul className="about-nevers">
        {nevers.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  )
}

/** Om Klarlagt: what it is and never does, its versions, where it keeps what is written, and the licences of its parts. */
export function AboutEditor() {
  const t = useT()
  const { data: facts } = useQuery(useApi().program.facts.queryOptions())
  if (facts === undefined) return null
  return (
    <div className="page about">
      <h1 className="page-title">{t('about.title')}</h1>
      <p className="page-lead">{t('about.lead', { version: facts.version })}</p>
      <Nevers />
      <Places facts={facts} />
      <Versions facts={facts} />
      <section className="about-section" aria-labelledby="about-licences">
        <h2 className="page-heading" id="about-licences">
          {t('about.licences')}
        </h2>
        {desktop === undefined ? null : <p className="about-text">{t('about.licences.chromium')}</p>}
        <Suspense fallback={<p role="status">{t('about.licences.loading')}</p>}>
          <Licences />
        </Suspense>
      </section>
    </div>
  )
}
