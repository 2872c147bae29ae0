import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { PeopleDialogs } from './people-dialogs.tsx'
import { usePeopleDialog } from './state.ts'
import { UsersEditor } from './users-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    users: object
  }
}

function useUsersTitle(): EditorTitle {
  return { title: useT()('people.title'), icon: 'organization' }
}

/** Användare: who works in the archive, in which role, and who may do what. */
export const peopleContribution: Contribution = {
  id: 'people',
  commands: [
    {
      id: 'people.switch',
      title: 'people.switch',
      category: 'frame.category.archive',
      icon: 'account',
      menu: 'archive',
      when: ({ archive }) => archive.state === 'open',
      run: () => usePeopleDialog.setState({ kind: 'switch' }),
    },
    {
      id: 'people.open',
      title: 'people.title',
      category: 'frame.category.archive',
      icon: 'organization',
      menu: 'archive',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }) => editors.open({ type: 'users' }),
    },
  ],
  editors: [
    defineEditor({
      type: 'users',
      input: z.strictObject({ type: z.literal('users') }),
      component: UsersEditor,
      useTitle: useUsersTitle,
    }),
  ],
  background: PeopleDialogs,
}
