import { casesContribution } from './cases/contribution.ts'
import { notesContribution } from './notes/contribution.ts'
import { settingsContribution } from './settings/contribution.ts'
import type { Contribution } from './workbench/contribution.ts'
import { frameContribution } from './workbench/frame/contribution.ts'
import { helpContribution } from './workbench/help/contribution.ts'
import { templatesContribution } from './workbench/templates/contribution.ts'

/** Every feature of the workbench. A feature is added by naming its contribution here, and nowhere else. */
export const contributions: readonly Contribution[] = [
  frameContribution,
  casesContribution,
  notesContribution,
  templatesContribution,
  settingsContribution,
  helpContribution,
]
