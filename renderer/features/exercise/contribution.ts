import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { ExercisesEditor } from './exercises-editor.tsx'
import { chooseExercise } from './state.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    exercises: object
  }
}

function useExercisesTitle(): EditorTitle {
  return { title: useT()('exercise.title'), icon: 'mortar-board' }
}

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
      when: ({ archive }) => archive.state === 'open' && archive.archive.demo,
      run: ({ editors }, { pack, exercise }) => {
        if (pack !== undefined) chooseExercise(pack, exercise)
        editors.open({ type: 'exercises' })
      },
    },
  ],
  editors: [
    defineEditor({
      type: 'exercises',
      input: z.strictObject({ type: z.literal('exercises') }),
      component: ExercisesEditor,
      useTitle: useExercisesTitle,
    }),
  ],
}
