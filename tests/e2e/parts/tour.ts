import type { Page } from '@playwright/test'

/** The step of a tour, across the window, and the ring around what it points at. */
export function tourBar(page: Page) {
  const root = page.getByRole('region', { name: /^Rundtur: / })
  return {
    root,
    ring: page.locator('.tour-ring'),
    next: root.getByRole('button', { name: /^(Nästa|Avsluta rundturen)$/ }),
    skip: root.getByRole('button', { name: 'Hoppa över' }),
    back: root.getByRole('button', { name: 'Tillbaka' }),
    goThere: root.getByRole('button', { name: 'Gå dit' }),
    pause: root.getByRole('button', { name: 'Pausa rundturen' }),
  }
}

/** Utbildning in the side bar. */
export function training(page: Page) {
  const root = page.getByRole('region', { name: 'Utbildning', exact: true })
  return {
    root,
    show: () =>
      page
        .getByRole('navigation', { name: 'Aktiviteter' })
        .getByRole('button', { name: 'Utbildning' })
        .click(),
    begin: (tour: string) =>
      root.getByRole('list', { name: 'Rundturer' }).getByRole('button', { name: tour }).click(),
    pack: (name: string) => root.getByRole('list', { name: 'Demopaket' }).getByRole('button', { name }),
  }
}
