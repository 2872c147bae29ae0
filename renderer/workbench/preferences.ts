import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { languageSchema } from '../../shared/text/index.ts'
import type { Client } from '../api/use-client.ts'

export const themePreferences = ['system', 'light', 'dark', 'hc-dark', 'hc-light'] as const
export type ThemePreference = (typeof themePreferences)[number]
export const densities = ['normal', 'roomy', 'projector'] as const

export const preferencesSchema = z.object({
  language: languageSchema.default('sv'),
  theme: z.enum(themePreferences).default('system'),
  density: z.enum(densities).default('normal'),
})
export type Preferences = z.infer<typeof preferencesSchema>

const KEY = 'klarlagt.preferences'

/** Preferences from any JSON; what does not parse is left at its default. */
export function readPreferences(stored: unknown): Preferences {
  const parsed = preferencesSchema.safeParse(stored)
  return parsed.success ? parsed.data : preferencesSchema.parse({})
}

// The archive keeps the preferences (setting `preferences`); this copy, which says nothing of any case, serves the
// welcome page, before an archive is open.
function fromBrowser(): Preferences {
  try {
    return readPreferences(JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? {})
  } catch {
    return readPreferences({})
  }
}

export const usePreferences = create<Preferences>(fromBrowser)

/** Takes over preferences from the archive, or a change by the user. */
export function setPreferences(change: Partial<Preferences>): Preferences {
  usePreferences.setState(change)
  const now = usePreferences.getState()
  try {
    localStorage.setItem(KEY, JSON.stringify(now))
  } catch (error) {
    // Storage may be full or refused; the archive has its own copy.
    console.warn(error)
  }
  return now
}

/** Changes the preferences here and in the archive that is open. */
export async function savePreferences(client: Client, change: Partial<Preferences>): Promise<void> {
  await client.settings.set({ key: 'preferences', value: { ...setPreferences(change) } })
}

export type ThemeName = Exclude<ThemePreference, 'system'>

/** The theme that a preference means under what the system asks for. */
export function resolveTheme(
  preference: ThemePreference,
  system: { readonly dark: boolean; readonly contrast: boolean },
): ThemeName {
  if (preference !== 'system') return preference
  if (system.contrast) return system.dark ? 'hc-dark' : 'hc-light'
  return system.dark ? 'dark' : 'light'
}

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
