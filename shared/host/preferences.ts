import { z } from 'zod'
import { languageSchema } from '../text/localized.ts'

export const themePreferences = ['system', 'light', 'dark', 'hc-dark', 'hc-light'] as const
export type ThemePreference = (typeof themePreferences)[number]
export const densities = ['normal', 'roomy', 'projector'] as const

/** How the window looks and speaks. Says nothing of any case, so it may lie in the open. */
export const preferencesSchema = z.object({
  language: languageSchema.default('sv'),
  theme: z.enum(themePreferences).default('system'),
  density: z.enum(densities).default('normal'),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** The argument that carries the desktop's kept preferences, as JSON, to the page's preload. */
export const preferencesArgument = '--klarlagt-preferences='
