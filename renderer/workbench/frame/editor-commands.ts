import type { Command, Workbench } from '../contribution.ts'
import { type EditorInput, editorId } from '../editor-input.ts'
import { useEditorStore } from '../editors/editor-service.ts'
import { openTabMenu } from '../editors/tab-menu-store.ts'

const category = 'frame.category.view'
const hasEditor = ({ activeEditor }: Workbench) => activeEditor !== undefined

/** The editor `step` places after the active one, in the order the tabs were opened, wrapping around. */
function stepEditor({ editors, activeEditor }: Workbench, step: 1 | -1): void {
  if (activeEditor === undefined) return
  const { open } = useEditorStore.getState()
  const here = open.findIndex((input) => editorId(input) === editorId(activeEditor))
  const next = open.at((here + step) % open.length)
  if (next !== undefined) editors.open(next)
}

/** What runs with the active editor. */
const withEditor =
  (run: (workbench: Workbench, editor: EditorInput) => void): Command['run'] =>
  (workbench) => {
    if (workbench.activeEditor !== undefined) run(workbench, workbench.activeEditor)
  }

/** Closes the editors of the active one's group that are chosen by their place beside it. */
const closing = (chosen: (index: number, active: number) => boolean): Command['run'] =>
  withEditor(({ editors }, editor) => {
    const group = editors.inGroup(editor)
    const active = group.findIndex((each) => editorId(each) === editorId(editor))
    for (const [index, each] of group.entries()) if (chosen(index, active)) editors.close(each)
    editors.focusActive()
  })

const splitting = (split: 'right' | 'down'): Command['run'] =>
  withEditor(({ editors, notify, t }, editor) => {
    if (editors.inGroup(editor).length < 2) notify(t('frame.split.alone'), 'info')
    else editors.move(editor, split)
  })

const closingCommands: readonly Command[] = [
  {
    id: 'frame.closeEditor',
    title: 'frame.command.closeEditor',
    category,
    keys: ['Mod+W', 'Alt+W'],
    menu: 'archive',
    tabMenu: 10,
    when: hasEditor,
    run: closing((index, active) => index === active),
  },
  {
    id: 'frame.closeOthers',
    title: 'frame.command.closeOthers',
    category,
    tabMenu: 20,
    when: hasEditor,
    run: closing((index, active) => index !== active),
  },
  {
    id: 'frame.closeToRight',
    title: 'frame.command.closeToRight',
    category,
    tabMenu: 30,
    when: hasEditor,
    run: closing((index, active) => index > active),
  },
  {
    id: 'frame.closeAll',
    title: 'frame.command.closeAll',
    category,
    tabMenu: 40,
    when: hasEditor,
    run: closing(() => true),
  },
  {
    id: 'frame.reopenEditor',
    title: 'frame.command.reopenEditor',
    category,
    keys: ['Mod+Shift+T', 'Alt+Shift+T'],
    menu: 'archive',
    when: ({ archive }) => archive.state === 'open',
    run: ({ editors }) => editors.reopen(),
  },
]

/** Tabs: from one to the next, closing and opening again, side by side, and the menu of each. */
export const editorCommands: readonly Command[] = [
  ...closingCommands,
  {
    id: 'frame.nextEditor',
    title: 'frame.command.nextEditor',
    category,
    keys: ['Ctrl+Tab', 'Mod+PageDown', 'Alt+PageDown'],
    menu: 'go',
    when: hasEditor,
    run: (workbench) => stepEditor(workbench, 1),
  },
  {
    id: 'frame.previousEditor',
    title: 'frame.command.previousEditor',
    category,
    keys: ['Ctrl+Shift+Tab', 'Mod+PageUp', 'Alt+PageUp'],
    menu: 'go',
    when: hasEditor,
    run: (workbench) => stepEditor(workbench, -1),
  },
  {
    id: 'frame.splitRight',
    title: 'frame.command.splitRight',
    category,
    // By its place: a Swedish keyboard has \' where an American one has \\, which Swedes write with AltGr.
    keys: ['Mod+[Backslash]', 'Mod+\\', 'Alt+Shift+[Digit2]'],
    menu: 'view',
    tabMenu: 50,
    when: hasEditor,
    run: splitting('right'),
  },
  {
    id: 'frame.splitDown',
    title: 'frame.command.splitDown',
    category,
    menu: 'view',
    tabMenu: 60,
    when: hasEditor,
    run: splitting('down'),
  },
  {
    id: 'frame.tabMenu',
    title: 'frame.command.tabMenu',
    category,
    keys: ['Alt+Shift+F10'],
    menu: 'view',
    when: hasEditor,
    run: withEditor((_workbench, editor) => openTabMenu(editorId(editor))),
  },
]
