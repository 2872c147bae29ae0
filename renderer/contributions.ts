import type { Contribution } from './workbench/contribution.ts'

/** Every feature of the workbench. A feature is added by naming its contribution here, and nowhere else. */
export const contributions: readonly Contribution[] = []
