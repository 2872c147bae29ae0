import { useEffect } from 'react'
import { create } from 'zustand'
import { type Preferences, preferencesSchema, type ThemePreference } from '../../shared/host/preferences.ts'
import type { Language } from '../../shared/text/index.ts'
import { bridge } from '../api/host.ts'
import type { Client } from '../api/use-client.ts'

const KEY = 'klarlagt.preferences'

/** Reads preferences from any JSON, falling back to the defaults. */
export function readPreferences(stored: unknown): Preferences {
  const parsed = preferencesSchema.safeParse(stored)
  return parsed.success ? parsed.data : preferencesSchema.parse({})
}

function parsed(read: () => string | null | undefined): unknown {
  try {
    return JSON.parse(read() ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

// The archive stores the preferences (setting `preferences`). A copy outside it, which says nothing about any case, applies until an
// archive with its own is open. It is in the browser's storage, which the desktop empties on exit, and in a file of the desktop's.
function fromHere(): Preferences {
  return readPreferences(parsed(() => localStorage.getItem(KEY)) ?? parsed(() => bridge?.preferences) ?? {})
}

export const usePreferences = create<Preferences>(fromHere)

/** Takes over preferences from the archive, or a change by the user. */
export function setPreferences(change: Partial<Preferences>): Preferences {
  usePreferences.setState(change)
  const now = usePreferences.getState()
  bridge?.keepPreferences(now)
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

/** The theme to show, given the preference and the system's settings. */
export function resolveTheme(
  preference: ThemePreference,
  system: { readonly dark: boolean; readonly contrast: boolean },
): ThemeName {
  if (preference !== 'system') return preference
  if (system.contrast) return system.dark ? 'hc-dark' : 'hc-light'
  return system.dark ? 'dark' : 'light'
}

/** Applies theme, density and language to the document, following the system's theme if so preferred. */
export function useAppearance(language: Language): void {
  const { theme, density } = usePreferences()
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
