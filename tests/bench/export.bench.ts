import { exportNote } from '../../main/export/index.ts'
import { renderText } from '../../shared/journal/text.ts'
import { entryOf, example } from '../unit/journal/examples.ts'
import { type Figure, median } from './figure.ts'

/** From a note in memory to the bytes of a file. The behovsklarläggande fills one page, the employer's plan two. */
export default async (): Promise<Figure[]> => {
  const onePage = example('behovsklarlaggande')
  const twoPages = example('arbetsgivarens-plan')
  return [
    {
      name: 'Journal text of a note, to the clipboard',
      value: await median(200, () => renderText(entryOf(twoPages)), 50),
      unit: 'ms',
      budget: 1,
    },
    {
      name: 'PDF/A of one page',
      value: await median(20, () => exportNote(onePage, onePage, 'pdf'), 5),
      unit: 'ms',
      budget: 50,
    },
    {
      name: 'PDF/A of two pages with tables',
      value: await median(10, () => exportNote(twoPages, twoPages, 'pdf')),
      unit: 'ms',
    },
    { name: 'Word', value: await median(20, () => exportNote(twoPages, twoPages, 'docx'), 5), unit: 'ms' },
    { name: 'HTML', value: await median(50, () => exportNote(twoPages, twoPages, 'html'), 10), unit: 'ms' },
  ]
}
