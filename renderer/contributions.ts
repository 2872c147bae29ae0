import { aboutContribution } from './features/about/contribution.ts'
import { amendContribution } from './features/amend/contribution.ts'
import { casesContribution } from './features/cases/contribution.tsx'
import { commentsContribution } from './features/comments/contribution.tsx'
import { disposalContribution } from './features/disposal/contribution.ts'
import { exerciseContribution } from './features/exercise/contribution.ts'
import { extractContribution } from './features/extract/contribution.ts'
import { findContribution } from './features/find/contribution.ts'
import { handoutContribution } from './features/handout/contribution.ts'
import { helpContribution } from './features/help/contribution.ts'
import { historyContribution } from './features/history/contribution.tsx'
import { indicatorsContribution } from './features/indicators/contribution.tsx'
import { journalContribution } from './features/journal/contribution.tsx'
import { keysContribution } from './features/keys/contribution.ts'
import { lockContribution } from './features/lock/contribution.ts'
import { logContribution } from './features/log/contribution.ts'
import { notesContribution } from './features/notes/contribution.tsx'
import { outlineContribution } from './features/outline/contribution.tsx'
import { packagesContribution } from './features/packages/contribution.ts'
import { peopleContribution } from './features/people/contribution.ts'
import { phrasesContribution } from './features/phrases/contribution.tsx'
import { problemsContribution } from './features/problems/contribution.tsx'
import { proofContribution } from './features/proof/contribution.ts'
import { publishingContribution } from './features/publishing/contribution.ts'
import { reviewContribution } from './features/review/contribution.ts'
import { rulesContribution } from './features/rules/contribution.ts'
import { safekeepingContribution } from './features/safekeeping/contribution.ts'
import { searchContribution } from './features/search/contribution.tsx'
import { settingsContribution } from './features/settings/contribution.ts'
import { sourcesContribution } from './features/sources/contribution.ts'
import { studioContribution } from './features/studio/contribution.tsx'
import { supportContribution } from './features/support/contribution.tsx'
import { templatesContribution } from './features/templates/contribution.ts'
import { trainingContribution } from './features/training/contribution.tsx'
import { watchContribution } from './features/watch/contribution.tsx'
import { welcomeContribution } from './features/welcome/contribution.tsx'
import type { Contribution } from './workbench/contribution.ts'
import { frameContribution } from './workbench/frame/contribution.ts'

/** Every feature of the workbench. A feature is added by naming its contribution here, and nowhere else. */
export const contributions: readonly Contribution[] = [
  frameContribution,
  casesContribution,
  disposalContribution,
  notesContribution,
  amendContribution,
  reviewContribution,
  searchContribution,
  watchContribution,
  indicatorsContribution,
  problemsContribution,
  commentsContribution,
  historyContribution,
  findContribution,
  outlineContribution,
  supportContribution,
  journalContribution,
  phrasesContribution,
  studioContribution,
  templatesContribution,
  publishingContribution,
  exerciseContribution,
  handoutContribution,
  rulesContribution,
  sourcesContribution,
  peopleContribution,
  logContribution,
  extractContribution,
  proofContribution,
  packagesContribution,
  trainingContribution,
  settingsContribution,
  safekeepingContribution,
  keysContribution,
  helpContribution,
  aboutContribution,
  welcomeContribution,
  lockContribution,
]
