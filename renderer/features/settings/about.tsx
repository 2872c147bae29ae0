import { version } from '../../../package.json'
import type { TextKey } from '../../../shared/text/index.ts'
import { useT } from '../../base/use-t.ts'

const nevers: readonly TextKey[] = [
  'settings.about.never.send',
  'settings.about.never.lose',
  'settings.about.never.change',
  'settings.about.never.decide',
]

/** The version, and what the program never does. */
export function About() {
  const t = useT()
  return (
    <section className="settings-section" aria-labelledby="settings-about">
      <h2 className="page-heading" id="settings-about">
        {t('settings.about')}
      </h2>
      <p>{t('settings.about.version', { version })}</p>
      <p className="settings-nevers-lead">{t('settings.about.never')}</p>
      <ul className="settings-nevers">
        {nevers.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  )
}
