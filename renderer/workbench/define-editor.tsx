import type { ComponentType } from 'react'
import type { z } from 'zod'
import type { EditorContribution, EditorTitle } from './contribution.ts'
import type { EditorInput, EditorInputOf, EditorType } from './editor-input.ts'

/**
 * Registers one kind of editor: its input's schema, by which a stored layout is read, its component, and the hook that
 * gives its tab's title. Throws if given an input of another kind, which the registry never does.
 */
export function defineEditor<T extends EditorType>(editor: {
  readonly type: T
  readonly input: z.ZodType<EditorInputOf<T>> & z.ZodType<EditorInput>
  readonly component: ComponentType<{ input: EditorInputOf<T> }>
  readonly useTitle: (input: EditorInputOf<T>) => EditorTitle
}): EditorContribution {
  const isMine = (input: EditorInput): input is EditorInputOf<T> => input.type === editor.type
  const mine = (input: EditorInput): EditorInputOf<T> => {
    if (isMine(input)) return input
    throw new Error(`The editor of ${editor.type} was given ${input.type}.`)
  }
  const Component = editor.component
  return {
    type: editor.type,
    read: (raw) => {
      const parsed = editor.input.safeParse(raw)
      return parsed.success ? parsed.data : undefined
    },
    Editor: ({ input }) => <Component input={mine(input)} />,
    useTitle: (input) => editor.useTitle(mine(input)),
  }
}
