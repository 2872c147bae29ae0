import type { Command } from '../../workbench/contribution.ts'
import { isPresenting, stopPresenting } from './present/state.ts'
import { isTourShown } from './tours/commands.ts'

/** What has a use of its own for Escape keeps it: a menu, a list of suggestions, a search. */
const closesByEscape = () =>
  document.activeElement?.closest('[role=menu],[role=combobox],[role=search],[type=search]') != null

/** Escape leaves what stands over the window: a tour, and where there is none, the presentation. */
export const leave: Command = {
  id: 'training.leave',
  title: 'tours.command.leave',
  category: 'tours.category',
  keys: ['Escape'],
  hidden: true,
  when: () => isTourShown() || isPresenting(),
  leavesKey: closesByEscape,
  run: ({ runCommand }) => {
    if (isTourShown()) runCommand('tour.pause')
    else stopPresenting()
  },
}
