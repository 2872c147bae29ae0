import type { Contribution } from '../../workbench/contribution.ts'
import { Support } from './support.tsx'

/** Handläggarstöd: what is asked in the focused field, by whom, and why. */
export const supportContribution: Contribution = {
  id: 'support',
  auxiliarySections: [{ id: 'support', title: 'notes.support', component: Support, order: 10 }],
}
