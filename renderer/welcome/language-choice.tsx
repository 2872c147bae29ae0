import { useT } from '../text/use-t.ts'
import { setPreferences, usePreferences } from '../workbench/services/preferences.ts'

/** Swedish or English, before an archive is open. Each is named in its own language. */
export function LanguageChoice() {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <button
      type="button"
      className="button"
      lang={other}
      aria-label={t('welcome.language')}
      onClick={() => setPreferences({ language: other })}
    >
      {other === 'en' ? 'English' : 'Svenska'}
    </button>
  )
}
