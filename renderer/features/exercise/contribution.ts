import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import { refusedWriting } from '../../note-model/may.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { AuthorEditor } from './author/author-editor.tsx'
import { unsavedPack } from './author/kept.ts'
import { ExercisesEditor } from './exercises-editor.tsx'
import { loadFile } from './load-file.ts'
import { RefusedDialog } from './refused-dialog.tsx'
import { chooseExercise } from './state.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    exercises: object
    'pack-author': object
  }
}

function useExercisesTitle(): EditorTitle {
  return { title: useT()('exercise.title'), icon: 'mortar-board' }
}

function useAuthorTitle(): EditorTitle {
  return { title: useT()('exercise.author'), icon: 'edit' }
}

const isDemo: NonNullable<Command['when']> = ({ archive }) => archive.state === 'open' && archive.archive.demo

/** Övningar: a situation with another actor, what the learner writes in it, and what differs from the pack's answer. */
export const exerciseContribution: Contribution = {
  id: 'exercise',
  commands: [
    {
      id: 'exercise.open',
      title: 'exercise.title',
      category: 'exercise.category',
      icon: 'mortar-board',
      menu: 'help',
      when: isDemo,
      run: ({ editors }, { pack, exercise }) => {
        if (pack !== undefined) chooseExercise(pack, exercise)
        editors.open({ type: 'exercises' })
      },
    },
    {
      id: 'pack-author.open',
      title: 'exercise.author',
      category: 'exercise.category',
      icon: 'edit',
      menu: 'help',
      when: isDemo,
      refused: refusedWriting(),
      run: ({ editors }) => editors.open({ type: 'pack-author' }),
    },
    {
      id: 'pack.loadFile',
      title: 'exercise.file',
      category: 'exercise.category',
      icon: 'folder-opened',
      menu: 'help',
      when: isDemo,
      refused: refusedWriting(),
      run: loadFile,
    },
  ],
  editors: [
    defineEditor({
      type: 'exercises',
      input: z.strictObject({ type: z.literal('exercises') }),
      component: ExercisesEditor,
      useTitle: useExercisesTitle,
    }),
    defineEditor({
      type: 'pack-author',
      input: z.strictObject({ type: z.literal('pack-author') }),
      component: AuthorEditor,
      useTitle: useAuthorTitle,
    }),
  ],
  unsaved: unsavedPack,
  background: RefusedDialog,
}
