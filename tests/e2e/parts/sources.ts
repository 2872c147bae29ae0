import type { Page } from '@playwright/test'

/** Källor: every source, what leans on each place in it, and the rules with theirs. */
export function sources(page: Page) {
  const heading = page.getByRole('heading', { level: 1, name: 'Källor' })
  return {
    root: heading,
    document: (title: string) => page.getByRole('heading', { level: 2, name: title }),
    place: (name: string | RegExp) => page.getByRole('rowheader', { name }),
    use: (name: string | RegExp) => page.getByRole('button', { name }),
  }
}
