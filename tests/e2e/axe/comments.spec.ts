import { expect, test } from '../fixtures.ts'
import { commentsPanel, selectWords } from '../parts/comments.ts'
import { field } from '../parts/field.ts'
import { everyView, openNote, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

const comments: readonly View[] = [
  {
    name: 'kommentarer, med märkta ord och förslag',
    open: async (page) => {
      await openNote(page, 'Planering')
      const panel = commentsPanel(page)
      const text = page.locator('[data-field="forutsattningar"] [contenteditable="true"]')
      await text.click()
      await page.keyboard.type('Hon kan sitta i tio minuter.')
      await selectWords(text, 'tio minuter')
      await panel.comment('Står det i utlåtandet?', 'en kvart')
      await expect(text).toBeFocused()
      await field(page, 'den-forsakrades-syn').text.focus()
      await panel.comment('Vad säger hon själv?')
      await expect(text.locator('mark')).toHaveText(['tio minuter'])
    },
  },
  {
    name: 'en kommentar som skrivs, med förslag',
    open: async (page) => {
      await openNote(page, 'Planering')
      const text = page.locator('[data-field="forutsattningar"] [contenteditable="true"]')
      await text.click()
      await page.keyboard.type('Hon kan sitta i tio minuter.')
      await selectWords(text, 'tio minuter')
      await page.keyboard.press('Alt+Shift+M')
      await page.getByText('Föreslå andra ord').click()
    },
  },
]

everyView('archive', comments)
