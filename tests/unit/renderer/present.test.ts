import { afterEach, describe, expect, test } from 'vitest'
import { nextSection } from '../../../renderer/features/training/present/state.ts'
import { strokeShown } from '../../../renderer/features/training/present/stroke-shown.ts'
import {
  defaultBars,
  isVisible,
  layoutService,
  putAway,
  useLayoutStore,
} from '../../../renderer/workbench/layout/layout-store.ts'

describe('the keys that are shown to those who watch', () => {
  /** What is shown of a key that is pressed in an element. */
  function shown(html: string, init: KeyboardEventInit): string | undefined {
    document.body.innerHTML = html
    let label: string | undefined
    const listen = (event: KeyboardEvent) => {
      label = strokeShown(event, 'sv')
    }
    window.addEventListener('keydown', listen, { once: true })
    document.body.firstElementChild?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }))
    return label
  }

  test.each([
    ['<button>Spara</button>', { key: 'p', ctrlKey: true, shiftKey: true }, 'Ctrl+Skift+P'],
    ['<button>Spara</button>', { key: 'PageDown' }, 'PageDown'],
    ['<button>Spara</button>', { key: 'j' }, 'J'],
    ['<textarea></textarea>', { key: 's', ctrlKey: true }, 'Ctrl+S'],
  ])('in %s: %j as %s', (html, init, label) => {
    expect(shown(html, init)).toBe(label)
  })

  test('what is written is shown where it is written, and a modifier alone not at all', () => {
    expect(shown('<textarea></textarea>', { key: 'a' })).toBeUndefined()
    expect(shown('<button>Spara</button>', { key: 'Shift', shiftKey: true })).toBeUndefined()
  })

  test.each([
    '<input type="password">',
    '<input type="text" autocomplete="new-password">',
    '<input type="text" autocomplete="current-password">',
  ])('nothing of a passphrase: %s @security-page', (html) => {
    for (const init of [{ key: 'a' }, { key: 'Enter' }, { key: 'v', ctrlKey: true }])
      expect(shown(html, init)).toBeUndefined()
  })
})

test('a note is stepped through section by section, and back to the whole of it', () => {
  expect(nextSection(undefined, 1, 3)).toBe(0)
  expect(nextSection(0, 1, 3)).toBe(1)
  expect(nextSection(2, 1, 3)).toBe(2)
  expect(nextSection(0, -1, 3)).toBeUndefined()
  expect(nextSection(undefined, -1, 3)).toBeUndefined()
  expect(nextSection(undefined, 1, 0)).toBeUndefined()
})

describe('the bars that are put away for a while', () => {
  const sees = (part: 'sideBar' | 'panel') => isVisible(useLayoutStore.getState(), part)
  afterEach(() => {
    putAway(false)
    useLayoutStore.setState({ bars: defaultBars })
  })

  test('are as they were afterwards, and are stored as they were', () => {
    putAway(true)
    expect([sees('sideBar'), sees('panel')]).toEqual([false, false])
    expect(useLayoutStore.getState().bars).toBe(defaultBars)
    putAway(false)
    expect([sees('sideBar'), sees('panel')]).toEqual([true, false])
  })

  test('can be shown meanwhile', () => {
    putAway(true)
    layoutService.toggle('sideBar')
    expect([sees('sideBar'), sees('panel')]).toEqual([true, false])
    layoutService.toggle('sideBar')
    expect(sees('sideBar')).toBe(false)
  })
})
