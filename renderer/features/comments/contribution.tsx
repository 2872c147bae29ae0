import { useEffect } from 'react'
import { isResolved } from '../../../shared/comments/thread.ts'
import { hasNote, targetNote } from '../../note-model/active-note.ts'
import { useThreads } from '../../note-model/comments.tsx'
import { refusedWithout, refusedWriting } from '../../note-model/may.ts'
import { noteServices } from '../../note-model/services.ts'
import { useActiveNote } from '../../note-model/use-note.ts'
import type { Command, Contribution } from '../../workbench/contribution.ts'
import { accept, settle } from './actions.ts'
import { anchorAt } from './anchor.ts'
import { CommentsPanel } from './comments-panel.tsx'
import { followSelection, selectedNow } from './selection.ts'
import { SelectionMenu } from './selection-menu.tsx'
import { stepThread } from './step.ts'
import { noteOf, threadFor, threadsOf } from './target.ts'

const category = 'comments.category'

/** Begins a comment on what is selected or has the focus, and opens the panel to write it in. */
const add: Command = {
  id: 'comments.add',
  title: 'comments.command.add',
  category,
  icon: 'comment',
  keys: ['Alt+Shift+M'],
  menu: 'note',
  when: hasNote,
  refused: refusedWithout('comment'),
  run: (workbench, args) => {
    const note = noteOf(workbench, args)
    const { readings, commenting } = noteServices(workbench.client)
    const read = note && readings.of(note)
    if (note === undefined || read === undefined) return
    const selected = selectedNow()
    const focus = document.activeElement?.closest(`[data-note="${CSS.escape(note)}"]`)
      ? document.activeElement
      : null
    commenting.set({ note, anchor: anchorAt(read, focus, selected?.note === note ? selected : undefined) })
    workbench.layout.showPanelView('comments')
  },
}

const addToNote: Command = {
  id: 'comments.addToNote',
  title: 'comments.command.addToNote',
  category,
  icon: 'comment',
  menu: 'note',
  when: hasNote,
  refused: refusedWithout('comment'),
  run: (workbench, args) => {
    const note = noteOf(workbench, args)
    if (note === undefined) return
    noteServices(workbench.client).commenting.set({ note, anchor: { kind: 'note' } })
    workbench.layout.showPanelView('comments')
  },
}

/** Shows the panel, with the thread that is meant where there is one: at the caret, or named. */
const show: Command = {
  id: 'comments.show',
  title: 'comments.command.show',
  category,
  icon: 'comment-discussion',
  keys: ['Alt+Shift+K'],
  menu: 'view',
  run: async (workbench, args) => {
    const target = (await threadFor(workbench, args)) ?? (await firstOpen(workbench))
    workbench.layout.showPanelView('comments')
    noteServices(workbench.client).thread.set(target?.id)
  },
}

async function firstOpen(workbench: Parameters<Command['run']>[0]) {
  const note = targetNote(workbench)?.noteId
  return note && (await threadsOf(workbench, note)).find((thread) => !isResolved(thread))
}

const acceptSuggestion: Command = {
  id: 'comments.accept',
  title: 'comments.command.accept',
  category,
  icon: 'check',
  keys: ['Alt+Shift+G'],
  menu: 'note',
  when: hasNote,
  refused: refusedWriting(),
  run: async (workbench, args) => {
    const thread = await threadFor(workbench, args)
    if (thread === undefined || !(await accept(workbench, thread)))
      workbench.notify(workbench.t('comments.noSuggestion'), 'info')
  },
}

const settleThread: Command = {
  id: 'comments.settle',
  title: 'comments.command.settle',
  category,
  icon: 'pass',
  keys: ['Alt+Shift+A'],
  menu: 'note',
  when: hasNote,
  refused: refusedWithout('comment'),
  run: async (workbench, args) => {
    const thread = await threadFor(workbench, args)
    if (thread === undefined) workbench.notify(workbench.t('comments.noThread'), 'info')
    else await settle(workbench, thread, isResolved(thread) ? 'reopen' : 'resolve')
  },
}

const next: Command = {
  id: 'comments.next',
  title: 'comments.command.next',
  category,
  icon: 'arrow-down',
  keys: ['F9'],
  menu: 'go',
  when: hasNote,
  run: (workbench) => stepThread(workbench, 1),
}

const previous: Command = {
  id: 'comments.previous',
  title: 'comments.command.previous',
  category,
  icon: 'arrow-up',
  keys: ['Shift+F9'],
  menu: 'go',
  when: hasNote,
  run: (workbench) => stepThread(workbench, -1),
}

/** How many threads of the note that is worked with are open. */
function useOpenCount(): number {
  return useThreads(useActiveNote()).filter((thread) => !isResolved(thread)).length
}

function Background() {
  useEffect(followSelection, [])
  return <SelectionMenu />
}

/** Kommentarer: on a note, its fields, rows and words, in the panel; and the way from one to the next. */
export const commentsContribution: Contribution = {
  id: 'comments',
  commands: [add, addToNote, show, acceptSuggestion, settleThread, next, previous],
  background: Background,
  panelViews: [
    {
      id: 'comments',
      title: 'comments.title',
      component: CommentsPanel,
      order: 20,
      useBadge: useOpenCount,
    },
  ],
}
