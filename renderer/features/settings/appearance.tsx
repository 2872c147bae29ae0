import { languageSchema } from '../../../shared/text/index.ts'
import { ChoiceField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { densities, themePreferences } from '../../workbench/services/preferences.ts'
import { usePreference } from './use-preference.ts'

/** Language, theme and density. A choice takes effect as it is made. */
export function Appearance() {
  const t = useT()
  const { preferences, change } = usePreference()
  return (
    <section className="settings-section" aria-labelledby="settings-appearance">
      <h2 className="page-heading" id="settings-appearance">
        {t('settings.appearance')}
      </h2>
      <div className="form">
        <ChoiceField
          label={t('settings.language')}
          name="language"
          value={preferences.language}
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
