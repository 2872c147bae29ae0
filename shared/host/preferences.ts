import { z } from 'zod'
import { languageSchema } from '../text/localized.ts'

export const themePreferences = ['system', 'light', 'dark', 'hc-dark', 'hc-light'] as const
export type ThemePreference = (typeof themePreferences)[number]
export const densities = ['normal', 'roomy', 'projector'] as const

/** How much the desktop's window is enlarged, in per cent: the steps, and the ends. A browser enlarges by itself. */
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const

/** The id of a command, and a key as the workbench writes it: `Mod+Shift+P`, `F6`, `Mod+[Backslash]`. */
export const commandIdSchema = z.string().regex(/^[a-z][\w.-]{0,99}$/i)
const keyTextSchema = z
  .string()
  .regex(/^((Mod|Ctrl|Alt|Shift|Meta)\+){0,4}(\[\w{1,20}\]|\S|[A-Z][A-Za-z0-9]{1,11})$/)

/** The keys of one command: at most as many as anybody could remember; none takes the default ones away. */
export const commandKeysSchema = z.array(keyTextSchema).max(4)

/** How the window looks, speaks and is steered. Says nothing of any case, so it may lie in the open. */
export const preferencesSchema = z.object({
  language: languageSchema.default('sv'),
  theme: z.enum(themePreferences).default('system'),
  density: z.enum(densities).default('normal'),
  zoom: z.int().min(zoomSteps[0]).max(300).default(100),
  /** The keys that the user has chosen, by command, instead of the default ones. */
  keys: z.record(commandIdSchema, commandKeysSchema).default({}),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** The argument that carries the desktop's kept preferences, as JSON, to the page's preload. */
export const preferencesArgument = '--klarlagt-preferences='

/** The most characters of the desktop's file of preferences: they go in an argument, of which a system takes only so much. */
export const MAX_PREFERENCES = 16_000
