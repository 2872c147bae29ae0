import type { Contribution } from '../../workbench/contribution.ts'
import { Outline } from './outline.tsx'

/** Disposition: the sections and fields of the active note. */
export const outlineContribution: Contribution = {
  id: 'outline',
  auxiliarySections: [{ id: 'outline', title: 'notes.outline', component: Outline, order: 20 }],
}
