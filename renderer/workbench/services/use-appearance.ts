import { useEffect } from 'react'
import { resolveTheme, usePreferences } from './preferences.ts'

/** Puts theme, density and language on the document, and follows the system while the preference says so. */
export function useAppearance(): void {
  const { theme, density, language } = usePreferences()
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const more = matchMedia('(prefers-contrast: more)')
    const apply = () => {
      document.documentElement.dataset.theme = resolveTheme(theme, {
        dark: dark.matches,
        contrast: more.matches,
      })
    }
    apply()
    dark.addEventListener('change', apply)
    more.addEventListener('change', apply)
    return () => {
      dark.removeEventListener('change', apply)
      more.removeEventListener('change', apply)
    }
  }, [theme])
  useEffect(() => {
    document.documentElement.dataset.density = density
    document.documentElement.lang = language
  }, [density, language])
}
