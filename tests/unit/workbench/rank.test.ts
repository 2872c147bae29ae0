import { describe, expect, test } from 'vitest'
import { rank } from '../../../renderer/workbench/palette/rank.ts'

const items = [
  { id: 'berg', texts: ['24-1187 Lena Berg', 'Norrlands Tråvaror AB'] },
  { id: 'oberg', texts: ['24-1090 Åke Öberg', 'Bergs Plåt AB'] },
  { id: 'holm', texts: ['24-1091 Nils Holm', ''] },
  { id: 'plan', texts: ['Arbetsgivarens plan', '24-1187 Lena Berg'] },
  { id: 'planering', texts: ['Planering', '24-1187 Lena Berg'] },
]
const found = (query: string) => rank(query, items).map(({ id }) => id)

describe('quick open finds', () => {
  test.each([
    ['everything, in order, before anything is typed', '', items.map(({ id }) => id)],
    ['by the last digits of a case number', '1090', ['oberg']],
    ['by a name, the title before the employer', 'berg', ['berg', 'oberg', 'plan', 'planering']],
    ['by two words in any order', '1187 planer', ['planering']],
    ['a text that begins so before one with a later word so', 'plan', ['planering', 'plan']],
    ['å, ä and ö as letters of their own', 'oberg', []],
    ['whatever case is typed', 'ÖBERG', ['oberg']],
    ['decomposed letters as composed', 'o\u0308berg', ['oberg']],
    ['signs of regular expressions as signs', '24-1187 (', []],
    ['nothing where a word is missing', 'lena holm', []],
  ])('%s', (_what, query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test('the shorter of two that say the word', () => {
    const themes = [{ texts: ['Tema: hög kontrast, mörkt'] }, { texts: ['Tema: mörkt'] }]
    expect(rank('mörkt', themes)[0]).toBe(themes[1])
  })
})
