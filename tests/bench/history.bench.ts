import { diffNotes } from '../../shared/history/diff.ts'
import type { Answers } from '../../shared/note/answers.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { context, draft, templateOf } from '../unit/check/sample.ts'
import { type Figure, median } from './figure.ts'

const fields = Array.from({ length: 10 }, (_, index) => `f${index}`)
const template = templateOf(fields.map((id) => ({ id, type: 'rich-text' })))

/** 50 kB of words in ten fields of formatted text; `word` stands in each fourth sentence. */
function answersWith(word: string): Answers {
  const sentence = (index: number) =>
    `Mening ${index} om hur ${index % 4 === 0 ? word : 'arbetet'} kan läggas upp under våren. `
  return Object.fromEntries(
    fields.map((id) => [
      id,
      {
        blocks: Array.from({ length: 9 }, (_, block) => ({
          type: 'paragraph',
          runs: [{ text: Array.from({ length: 10 }, (_, index) => sentence(block * 10 + index)).join('') }],
        })),
      },
    ]),
  )
}

/** The differences of two revisions, as the window asks for them. */
export default async (): Promise<Figure[]> => {
  const [before, after] = ['uppgiften', 'bemanningen'].map((word) =>
    readNote(draft(template, answersWith(word)), context),
  )
  if (before === undefined || after === undefined) throw new Error('There are no revisions.')
  return [
    {
      name: 'history: what differs between two revisions of 50 kB',
      value: await median(50, () => diffNotes(before, after), 10),
      unit: 'ms',
      budget: 30,
    },
  ]
}
