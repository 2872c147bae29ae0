import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { AimlessEditor } from './aimless-editor.tsx'
import { reviewCommands } from './commands.ts'
import { unkeptDrafts } from './drafts.ts'
import { ReviewBackground } from './review-background.tsx'
import { ReviewSection, useIsReviewed } from './review-section.tsx'
import { ReviewStatus } from './review-status.tsx'
import { ReviewView } from './review-view.tsx'
import { WordsEditor } from './words-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    aimless: object
    words: object
  }
}

function useAimlessTitle(): EditorTitle {
  return { title: useT()('review.aimless'), icon: 'list-unordered' }
}

function useWordsTitle(): EditorTitle {
  return { title: useT()('review.words'), icon: 'list-unordered' }
}

/** Review: the steps of a note from draft to approved, the queue, and the checklist beside a note in review. */
export const reviewContribution: Contribution = {
  id: 'review',
  commands: [
    ...reviewCommands,
    {
      id: 'review.aimless',
      title: 'review.aimless',
      category: 'review.title',
      icon: 'list-unordered',
      menu: 'view',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }) => editors.open({ type: 'aimless' }),
    },
    {
      id: 'review.words',
      title: 'review.words',
      category: 'review.title',
      icon: 'list-unordered',
      menu: 'view',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }) => editors.open({ type: 'words' }),
    },
  ],
  editors: [
    defineEditor({
      type: 'aimless',
      input: z.strictObject({ type: z.literal('aimless') }),
      component: AimlessEditor,
      useTitle: useAimlessTitle,
    }),
    defineEditor({
      type: 'words',
      input: z.strictObject({ type: z.literal('words') }),
      component: WordsEditor,
      useTitle: useWordsTitle,
    }),
  ],
  sideBarViews: [{ id: 'review', title: 'review.title', icon: 'eye', component: ReviewView, order: 40 }],
  auxiliarySections: [
    { id: 'review', title: 'review.beside', component: ReviewSection, order: 5, useApplies: useIsReviewed },
  ],
  statusItems: [{ id: 'review', side: 'left', component: ReviewStatus, order: 12 }],
  background: ReviewBackground,
  unsaved: unkeptDrafts,
}
