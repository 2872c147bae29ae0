import { describe, expect, test } from 'vitest'
import { drawnAt } from '../../../renderer/features/find/highlight.ts'
import { findHits } from '../../../renderer/features/find/hits.ts'
import { type Where, whereSchema } from '../../../shared/note/marker.ts'
import { caseId, noteId } from '../notes/support.ts'

function page(html: string): HTMLElement {
  const root = document.createElement('article')
  root.innerHTML = html
  return root
}

const hitsIn = (text: string, query: string, where: Where) =>
  findHits([{ note: noteId, caseId, title: '', texts: [{ where, label: '', text }] }], query)
const drawn = (root: HTMLElement, text: string, query: string, where: object) =>
  hitsIn(text, query, whereSchema.parse(where)).map((hit) => drawnAt(root, hit, query))

describe('a hit is shown where it stands', () => {
  test('in the control of its row and column, as a whole', () => {
    const root = page(`
      <div data-field="insatser">
        <div data-row="a"><div data-column="what"><input value="Samtal"></div></div>
        <div data-row="b"><div data-column="what"><input value="Samtal med chefen"></div></div>
      </div>`)
    const [shown] = drawn(root, 'Samtal med chefen', 'samtal', {
      field: 'insatser',
      row: 'b',
      column: 'what',
    })
    expect(shown?.element).toBe(root.querySelector('[data-row="b"] input'))
    expect(shown?.range).toBeUndefined()
  })

  test('in formatted text, word by word, also where its formats change', () => {
    const root = page(
      '<div data-field="syn"><div contenteditable="true"><p>Halva dagar, <b>hal</b>va veckor.</p></div></div>',
    )
    const shown = drawn(root, 'Halva dagar, halva veckor.', 'halva', { field: 'syn' })
    expect(shown.map((each) => String(each?.range))).toEqual(['Halva', 'halva'])
    expect(shown[1]?.range?.startContainer.parentElement?.tagName).toBe('B')
  })

  test('in a record, among the words that stand around it there', () => {
    const root = page(
      '<div class="journal"><h2>Halva dagar</h2><p>Hon klarar halva dagar.</p><p>Skola på halva dagar.</p></div>',
    )
    const [shown] = drawn(root, 'Skola på halva dagar.', 'halva', { field: 'forutsattningar' })
    expect(shown?.element.textContent).toBe('Skola på halva dagar.')
  })
})
