import type { Command } from '../contribution.ts'
import {
  densities,
  type Preferences,
  savePreferences,
  themePreferences,
  usePreferences,
} from '../services/preferences.ts'

const category = 'frame.category.appearance'

const change = (preferences: Partial<Preferences>): Pick<Command, 'run' | 'when'> => ({
  run: ({ client }) => savePreferences(client, preferences),
})

/** Theme, density and language, each choice a command. */
export const appearanceCommands: readonly Command[] = [
  ...themePreferences.map(
    (theme): Command => ({
      id: `frame.theme.${theme}`,
      title: `frame.command.theme.${theme}`,
      category,
      icon: 'color-mode',
      ...change({ theme }),
    }),
  ),
  ...densities.map(
    (density): Command => ({
      id: `frame.density.${density}`,
      title: `frame.command.density.${density}`,
      category,
      icon: 'text-size',
      ...change({ density }),
    }),
  ),
  ...(['sv', 'en'] as const).map(
    (language): Command => ({
      id: `frame.language.${language}`,
      title: `frame.command.language.${language}`,
      category,
      icon: 'globe',
      when: () => usePreferences.getState().language !== language,
      run: ({ client }) => savePreferences(client, { language }),
    }),
  ),
]
