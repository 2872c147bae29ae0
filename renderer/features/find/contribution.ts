import { targetNote } from '../../note-model/active-note.ts'
import type { Command, Contribution, Workbench } from '../../workbench/contribution.ts'
import { FindBar } from './find-bar.tsx'
import { openFind, useFind } from './find-store.ts'

const category = 'notes.category'
const showsNote = ({ activeEditor }: Workbench) => activeEditor?.type === 'note'

/** F3 with the box closed opens it with what was looked for last. */
const stepping =
  (by: 1 | -1): Command['run'] =>
  (workbench) => {
    const { open, at } = useFind.getState()
    if (open) useFind.setState({ at: at + by })
    else openFind(targetNote(workbench)?.noteId)
  }

const commands: readonly Command[] = [
  {
    id: 'find.show',
    title: 'find.command.show',
    category,
    icon: 'search',
    keys: ['Mod+F'],
    menu: 'edit',
    when: showsNote,
    run: (workbench) => openFind(targetNote(workbench)?.noteId, false),
  },
  {
    id: 'find.showAll',
    title: 'find.command.showAll',
    category,
    icon: 'search',
    keys: ['Alt+Shift+F'],
    menu: 'edit',
    when: showsNote,
    run: (workbench) => openFind(targetNote(workbench)?.noteId, true),
  },
  {
    id: 'find.next',
    title: 'find.command.next',
    category,
    icon: 'arrow-down',
    keys: ['F3'],
    menu: 'edit',
    when: showsNote,
    run: stepping(1),
  },
  {
    id: 'find.previous',
    title: 'find.command.previous',
    category,
    icon: 'arrow-up',
    keys: ['Shift+F3'],
    menu: 'edit',
    when: showsNote,
    run: stepping(-1),
  },
]

/** Sök: words in the note that is written, and in all that are open. */
export const findContribution: Contribution = { id: 'find', commands, background: FindBar }
