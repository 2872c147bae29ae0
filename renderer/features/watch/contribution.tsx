import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { watchCommands } from './commands.ts'
import { useList } from './kept.ts'
import { ListEditor } from './list-editor.tsx'
import { TodayEditor } from './today-editor.tsx'
import { WatchBackground } from './watch-background.tsx'
import { WatchView } from './watch-view.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    'watch-list': { list: string }
    today: object
  }
}

function useListTitle({ list }: { list: string }): EditorTitle {
  const t = useT()
  return { title: useList(list)?.name ?? t('watch.title'), icon: 'checklist' }
}

function useTodayTitle(): EditorTitle {
  return { title: useT()('watch.today.title'), icon: 'home' }
}

/** Åtgärder: lists over all cases of what is late, coming, long or unclear, and the start page. */
export const watchContribution: Contribution = {
  id: 'watch',
  commands: watchCommands,
  editors: [
    defineEditor({
      type: 'watch-list',
      input: z.strictObject({ type: z.literal('watch-list'), list: z.string().max(60) }),
      component: ({ input }) => <ListEditor key={input.list} id={input.list} />,
      useTitle: useListTitle,
    }),
    defineEditor({
      type: 'today',
      input: z.strictObject({ type: z.literal('today') }),
      component: TodayEditor,
      useTitle: useTodayTitle,
    }),
  ],
  sideBarViews: [{ id: 'watch', title: 'watch.title', icon: 'checklist', component: WatchView, order: 30 }],
  background: WatchBackground,
}
