import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { create } from 'zustand'
import { type Preferences, preferencesSchema, type ThemePreference } from '../../shared/host/preferences.ts'
import type { Language } from '../../shared/text/index.ts'
import type { Message } from '../../shared/text/message.ts'
import { bridge, speller } from '../api/host.ts'
import { apiOf, type Client } from '../api/use-client.ts'
import { checksSpelling } from '../base/spelling.ts'
import { broken, type PreferencesReading, readPreferences } from './read-preferences.ts'

const KEY = 'klarlagt.preferences'

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined
  } catch {
    return broken
  }
}

// The archive stores the preferences (setting `preferences`). A copy outside it, which says nothing about any case, applies until an
// archive with its own is open. It is in the browser's storage, which the desktop empties on exit, and in a file of the desktop's.
function fromHere(): PreferencesReading {
  const inBrowser = () => {
    try {
      return parsed(localStorage.getItem(KEY))
    } catch {
      return undefined
    }
  }
  return readPreferences(inBrowser() ?? parsed(bridge?.preferences) ?? {})
}

const first = fromHere()

export const usePreferences = create<Preferences>(() => preferencesSchema.parse(first.chosen))

/** What of the stored preferences could not be read, in words. */
export const usePreferenceFindings = create<{ readonly findings: readonly Message[] }>(() => ({
  findings: first.findings,
}))

/** So many changes of the user are on their way to the archive. */
let onTheirWay = 0

/**
 * Takes over what the archive has stored; what it doesn't say stays as it is here. While a change is on its way to the archive, what
 * it has stored is older.
 */
export function takeStoredPreferences(stored: unknown): void {
  if (onTheirWay > 0) return
  const { chosen, findings } = readPreferences(stored)
  usePreferenceFindings.setState({ findings: [...first.findings, ...findings] })
  setPreferences(chosen)
}

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
export async function savePreferences(
  { client, queryClient }: { readonly client: Client; readonly queryClient: QueryClient },
  change: Partial<Preferences>,
): Promise<void> {
  const value = { ...setPreferences(change) }
  const queryKey = apiOf(client).settings.get.queryKey()
  onTheirWay += 1
  try {
    await client.settings.set({ key: 'preferences', value })
    // Settings that were asked for before it was there come without it.
    await queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData(queryKey, (settings) => settings && { ...settings, preferences: value })
  } finally {
    onTheirWay -= 1
  }
  void queryClient.invalidateQueries({ queryKey })
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

/** Applies theme, density, enlargement and language to the document, following the system's theme if so preferred. */
export function useAppearance(language: Language): void {
  const { theme, density, zoom } = usePreferences()
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
  useEffect(() => bridge?.setZoom(zoom), [zoom])
  useEffect(() => {
    document.documentElement.spellcheck = checksSpelling(speller)
  }, [])
  useEffect(() => {
    document.documentElement.dataset.density = density
    document.documentElement.lang = language
  }, [density, language])
}
