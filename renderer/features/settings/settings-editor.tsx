import { densities, type Preferences, themePreferences } from '../../../shared/host/preferences.ts'
import { languageSchema } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { speller } from '../../api/host.ts'
import { usePolicies } from '../../api/policies.ts'
import { ChoiceField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { setPreferences, usePreferences } from '../../workbench/preferences.ts'
import { ArchiveFacts } from './archive-facts.tsx'
import { CurrentUser } from './current-user.tsx'
import { Governed } from './governed.tsx'
import { ReadingLog } from './reading-log.tsx'
import './settings.css'

/** The preferences, and how one is changed: at once in the window, and in the archive. A refused save is told. */
export function usePreference() {
  const t = useT()
  const { client, notify } = useWorkbench()
  const preferences = usePreferences()
  const change = (patch: Partial<Preferences>) => {
    const value = setPreferences(patch)
    client.settings.set({ key: 'preferences', value: { ...value } }).catch((error: unknown) => {
      notify(errorText(t, error), 'error')
    })
  }
  return { preferences, change }
}

/** Language, theme and density. A choice takes effect as it is made. */
export function Appearance() {
  const t = useT()
  const { preferences, change } = usePreference()
  const governed = usePolicies().language
  return (
    <section className="settings-section" aria-labelledby="settings-appearance">
      <h2 className="page-heading" id="settings-appearance">
        {t('settings.appearance')}
      </h2>
      <div className="form">
        <ChoiceField
          label={t('settings.language')}
          name="language"
          value={governed ?? preferences.language}
          governed={governed === undefined ? undefined : t('policies.language.governed')}
          options={languageSchema.options.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
          onChange={(language) => change({ language })}
        />
        <ChoiceField
          label={t('settings.theme')}
          name="theme"
          value={preferences.theme}
          options={themePreferences.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
        <ChoiceField
          label={t('settings.density')}
          name="density"
          value={preferences.density}
          options={densities.map((value) => ({ value, label: t(`settings.density.${value}`) }))}
          onChange={(density) => change({ density })}
          hint={t('settings.density.hint')}
        />
      </div>
    </section>
  )
}

/** Whose speller looks at what is written, said plainly: nothing of it can be chosen here. */
function Spelling() {
  const t = useT()
  return (
    <section className="settings-section" aria-labelledby="settings-spelling">
      <h2 className="page-heading" id="settings-spelling">
        {t('settings.spelling')}
      </h2>
      <p className="settings-spelling">{t(`settings.spelling.${speller}`)}</p>
    </section>
  )
}

/** Everything that can be chosen, on one page. */
export function SettingsEditor() {
  const t = useT()
  const archive = useArchive()
  return (
    <article className="page">
      <h1 className="page-title">{t('settings.title')}</h1>
      <Appearance />
      <Spelling />
      {archive.state === 'open' ? (
        <>
          <CurrentUser user={archive.user} />
          <ReadingLog />
          <ArchiveFacts archive={archive.archive} />
        </>
      ) : null}
      <Governed />
    </article>
  )
}
