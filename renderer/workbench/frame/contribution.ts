import { densities, type Preferences, themePreferences } from '../../../shared/host/preferences.ts'
import { policiesOf } from '../../api/policies.ts'
import type { Command, Contribution, Workbench } from '../contribution.ts'
import { unsavedLayout } from '../editors/editor-service.ts'
import { focusNextPart } from '../layout/focus-parts.ts'
import { isShownEmpty } from '../layout/layout-store.ts'
import { openPalette } from '../palette/palette.tsx'
import { savePreferences } from '../preferences.ts'
import { ConnectionItem } from '../status-bar.tsx'
import { editorCommands } from './editor-commands.ts'
import { zoomCommands } from './zoom.ts'

const isOpen = ({ archive }: Workbench) => archive.state === 'open'
const hasEditor = ({ activeEditor }: Workbench) => activeEditor !== undefined
const category = 'frame.category.view'

const palette: Command[] = [
  {
    id: 'frame.palette',
    title: 'frame.command.palette',
    category,
    keys: ['Mod+Shift+P', 'F1'],
    menu: 'view',
    when: isOpen,
    run: () => openPalette('>'),
  },
  {
    id: 'frame.quickOpen',
    title: 'frame.command.quickOpen',
    category,
    keys: ['Mod+P'],
    menu: 'go',
    when: isOpen,
    run: () => openPalette(''),
  },
]

const parts: Command[] = [
  {
    id: 'frame.toggleSideBar',
    title: 'frame.command.toggleSideBar',
    category,
    keys: ['Mod+B'],
    menu: 'view',
    when: isOpen,
    run: ({ layout }) => layout.toggle('sideBar'),
  },
  {
    id: 'frame.togglePanel',
    title: 'frame.command.togglePanel',
    category,
    keys: ['Mod+J'],
    menu: 'view',
    when: isOpen,
    run: ({ layout }) => layout.toggle('panel'),
  },
  {
    id: 'frame.toggleAuxiliaryBar',
    title: 'frame.command.toggleAuxiliaryBar',
    category,
    keys: ['Mod+Shift+B'],
    menu: 'view',
    when: isOpen,
    run: ({ layout, notify, t }) => {
      layout.toggle('auxiliaryBar')
      if (isShownEmpty('auxiliaryBar')) notify(t('frame.auxiliaryBar.empty'), 'info')
    },
  },
  {
    id: 'frame.nextPart',
    title: 'frame.command.nextPart',
    category,
    keys: ['F6'],
    menu: 'go',
    run: () => focusNextPart(1),
  },
  {
    id: 'frame.previousPart',
    title: 'frame.command.previousPart',
    category,
    keys: ['Shift+F6'],
    menu: 'go',
    run: () => focusNextPart(-1),
  },
  {
    id: 'frame.focusEditor',
    title: 'frame.command.focusEditor',
    category,
    keys: ['Mod+1'],
    menu: 'go',
    when: hasEditor,
    run: ({ editors }) => editors.focusActive(),
  },
]

const appearance = 'frame.category.appearance'

const change = (preferences: Partial<Preferences>): Pick<Command, 'run' | 'when'> => ({
  run: (workbench) => savePreferences(workbench, preferences),
})

/** Theme, density and language, each choice a command. */
const appearanceCommands: readonly Command[] = [
  ...themePreferences.map(
    (theme): Command => ({
      id: `frame.theme.${theme}`,
      title: `frame.command.theme.${theme}`,
      category: appearance,
      icon: 'color-mode',
      ...change({ theme }),
    }),
  ),
  ...densities.map(
    (density): Command => ({
      id: `frame.density.${density}`,
      title: `frame.command.density.${density}`,
      category: appearance,
      icon: 'text-size',
      ...change({ density }),
    }),
  ),
  ...(['sv', 'en'] as const).map(
    (language): Command => ({
      id: `frame.language.${language}`,
      title: `frame.command.language.${language}`,
      category: appearance,
      icon: 'globe',
      when: ({ client, queryClient, language: now }) =>
        now !== language && policiesOf(queryClient, client).language === undefined,
      run: (workbench) => savePreferences(workbench, { language }),
    }),
  ),
]

/** What the frame itself contributes: its commands and its status bar item. */
export const frameContribution: Contribution = {
  id: 'frame',
  commands: [...palette, ...parts, ...editorCommands, ...zoomCommands, ...appearanceCommands],
  statusItems: [{ id: 'connection', side: 'left', component: ConnectionItem, order: 5 }],
  unsaved: unsavedLayout,
}
