import type { Page } from '@playwright/test'

/** Review: the queue in the side bar, the checklist beside a note, and what stands above it. */
export function review(page: Page) {
  return {
    queue: page.getByRole('navigation', { name: 'Granskning' }),
    /** Beside the active note: the checklist, or what was found. */
    beside: page.getByRole('region', { name: 'Checklista och återkoppling', exact: true }),
    /** Above the note: how it stands. */
    band: page.getByRole('note', { name: 'Granskning av anteckningen' }),
  }
}
