// Regler: a page for every rule, by keyboard alone, and what the agency has turned off.
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'

test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa }] },
  policies: { file: { rulesOff: ['R7', 'R1'] } },
})

test('the list leads to what a rule asks, why, its sources and where it speaks', async ({
  app: { page },
}) => {
  await caseTree(page).open(/Lisa Berg/)
  await palette(page).run('Regler')
  await expect(page.getByRole('heading', { level: 1, name: 'Regler' })).toBeVisible()
  const row = (id: string) => page.getByRole('row', { name: new RegExp(`^${id} `) })
  await expect(row('R6')).toContainText('1')
  await expect(row('R7')).toContainText('Avstängd av din organisation')
  await expect(row('R1')).toContainText('Bara felen')
  await row('R6').getByRole('button').press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^R6 / })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Vad regeln frågar' })).toBeVisible()
  await expect(page.getByText('En gång, i utkast och ärenden i arkivet:')).toBeVisible()
  await page
    .getByRole('article')
    .getByRole('button', { name: /Lisa Berg/ })
    .press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' })).toBeVisible()
})
