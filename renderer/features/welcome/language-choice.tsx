import { setPreferences, usePreferences } from '../../workbench/services/preferences.ts'

/** Swedish or English, before an archive is open. Each is named in its own language. */
export function LanguageChoice() {
  const language = usePreferences((state) => state.language)
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <button type="button" className="button" lang={other} onClick={() => setPreferences({ language: other })}>
      {other === 'en' ? 'English' : 'Svenska'}
    </button>
  )
}
