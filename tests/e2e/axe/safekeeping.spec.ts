import { passphrase } from '../app/start-state.ts'
import { expect, test } from '../fixtures.ts'
import { palette } from '../parts/frame.ts'
import { safekeeping } from '../parts/safekeeping.ts'
import { welcome } from '../parts/welcome.ts'
import { everyView, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

const newArchive: readonly View[] = [
  {
    name: 'återställningsnyckel, visad',
    open: async (page) => {
      await welcome(page).create({ user: 'Anna Ek', passphrase })
      await safekeeping(page).recovery.getByRole('button', { name: 'Visa nyckeln' }).click()
      await expect(safekeeping(page).groups).toHaveCount(8)
    },
  },
]

const lockedArchive: readonly View[] = [
  {
    name: 'välkommen, ingen säkerhetskopia',
    open: async (page) => {
      await welcome(page).root.getByRole('button', { name: 'Återställ från en säkerhetskopia' }).click()
      await expect(welcome(page).root.getByRole('status')).toContainText('inga säkerhetskopior')
    },
  },
]

const openArchive: readonly View[] = [
  {
    name: 'byt lösenfras, med fel',
    open: async (page) => {
      await palette(page).run('Byt lösenfras')
      await safekeeping(page).change('', 'kort')
      await expect(safekeeping(page).passphrase.getByRole('alert')).toContainText('för kort')
    },
  },
  {
    name: 'ny återställningsnyckel',
    open: async (page) => {
      await palette(page).run('Ny återställningsnyckel')
      await safekeeping(page).recovery.waitFor()
    },
  },
  {
    name: 'säkerhetskopior',
    open: async (page) => {
      await palette(page).run('Säkerhetskopior')
      await safekeeping(page).backUp()
    },
  },
]

everyView('first-start', newArchive)
everyView('locked', lockedArchive)
everyView('archive', openArchive)
