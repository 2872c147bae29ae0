import type { Contribution } from '../../workbench/contribution.ts'
import { reviewCommands } from './commands.ts'
import { ReviewSection, useIsReviewed } from './review-section.tsx'
import { ReviewStatus } from './review-status.tsx'
import { ReviewView } from './review-view.tsx'
import { SubmitDialog } from './submit-dialog.tsx'

/** Review: the steps of a note from draft to approved, the queue, and the checklist beside a note in review. */
export const reviewContribution: Contribution = {
  id: 'review',
  commands: reviewCommands,
  sideBarViews: [{ id: 'review', title: 'review.title', icon: 'eye', component: ReviewView, order: 40 }],
  auxiliarySections: [
    { id: 'review', title: 'review.title', component: ReviewSection, order: 5, useApplies: useIsReviewed },
  ],
  statusItems: [{ id: 'review', side: 'left', component: ReviewStatus, order: 12 }],
  background: SubmitDialog,
}
