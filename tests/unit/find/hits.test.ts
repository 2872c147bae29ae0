import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, findHits, placesIn, type SearchedNote } from '../../../renderer/features/find/hits.ts'
import { whereSchema } from '../../../shared/note/marker.ts'
import { caseId, noteId } from '../notes/support.ts'

const note = (...texts: [field: string, text: string][]): SearchedNote => ({
  note: noteId,
  caseId,
  title: 'Planering 26-1187',
  texts: texts.map(([field, text]) => ({ where: whereSchema.parse({ field }), label: field, text })),
})

describe('words are found', () => {
  test.each([
    ['whatever their case', 'Planen och PLANEN', 'planen', [0, 11]],
    ['inside other words', 'Återgångsplan', 'plan', [9]],
    ['each once', 'aaaa', 'aa', [0, 2]],
    ['with å as a letter of its own', 'å och a', 'a', [6]],
    ['nowhere where nothing is looked for', 'Planen', '', []],
  ])('%s', (_, text, query, places) => expect(placesIn(text, query)).toEqual(places))

  test('in document order, each with which of its text’s it is', () => {
    const hits = findHits([note(['mal', 'plan, plan'], ['syn', 'inget'], ['insatser', 'en plan'])], 'plan')
    expect(hits.map(({ where, nth, start }) => [where.field, nth, start])).toEqual([
      ['mal', 0, 0],
      ['mal', 1, 6],
      ['insatser', 0, 3],
    ])
  })

  test('and every place holds them, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), (text, query) => {
        for (const start of placesIn(text, query)) {
          expect(text.slice(start, start + query.length).toLocaleLowerCase('sv')).toBe(
            query.toLocaleLowerCase('sv'),
          )
        }
      }),
    )
  })
})

test('a hit is told among the words around it', () => {
  const text = 'Den försäkrade vill komma tillbaka till sitt arbete som snickare i början av maj.'
  const start = text.indexOf('arbete')
  expect(excerptOf({ text, start, end: start + 6 }, 12)).toEqual({
    before: '…a till sitt ',
    hit: 'arbete',
    after: ' som snickar…',
  })
})
