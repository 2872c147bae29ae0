import type { ComponentType } from 'react'
import type { EditorContribution, EditorTitle } from './contribution.ts'
import type { EditorInput, EditorInputOf, EditorType } from './editor-input.ts'

/**
 * Registers the component and the tab title for one kind of input. `useTitle` is a hook. Throws where it is
 * asked about an input of another kind, which the registry never does.
 */
export function defineEditor<T extends EditorType>(editor: {
  readonly type: T
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
    Editor: ({ input }) => <Component input={mine(input)} />,
    useTitle: (input) => editor.useTitle(mine(input)),
  }
}
