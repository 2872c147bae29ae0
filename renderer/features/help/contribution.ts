import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { HelpEditor, type HelpTopic, helpTopics, topicFor } from './help-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    help: { topic: HelpTopic }
  }
}

const commands: Command[] = [
  {
    id: 'help.start',
    title: 'frame.command.help',
    category: 'frame.category.help',
    icon: 'question',
    keys: ['Shift+F1'],
    menu: 'help',
    when: ({ archive }) => archive.state === 'open',
    run: ({ editors }) => editors.open({ type: 'help', topic: 'start' }),
  },
  {
    id: 'help.here',
    title: 'frame.command.helpHere',
    category: 'frame.category.help',
    icon: 'question',
    keys: ['Alt+F1'],
    menu: 'help',
    when: ({ archive }) => archive.state === 'open',
    run: ({ editors, activeEditor }) => {
      const part = document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset.part
      editors.open({ type: 'help', topic: topicFor(part, activeEditor) })
    },
  },
]

function useHelpTitle({ topic }: EditorInputOf<'help'>): EditorTitle {
  const t = useT()
  return { title: t(`frame.help.${topic}`), icon: 'question' }
}

/** Help, and accessibility help per view. */
export const helpContribution: Contribution = {
  id: 'help',
  commands,
  editors: [
    defineEditor({
      type: 'help',
      input: z.strictObject({ type: z.literal('help'), topic: z.enum(helpTopics) }),
      component: HelpEditor,
      useTitle: useHelpTitle,
    }),
  ],
}
