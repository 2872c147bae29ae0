import { describe, expect, test } from 'vitest'
import type { Command } from '../../../renderer/workbench/contribution.ts'
import {
  type KeyEvent,
  keybindings,
  matches,
  parseStroke,
  resolve,
  strokeLabel,
  typesWithAltGr,
} from '../../../renderer/workbench/keybindings.ts'

const event = (key: string, modifiers: Partial<KeyEvent> = {}): KeyEvent => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('a key stroke is read from its text', () => {
  test.each([
    ['Mod+S', false, { ctrl: true, meta: false, alt: false, shift: false, key: 's' }],
    ['Mod+S', true, { ctrl: false, meta: true, alt: false, shift: false, key: 's' }],
    ['Mod+Shift+P', false, { ctrl: true, meta: false, alt: false, shift: true, key: 'p' }],
    ['F6', false, { ctrl: false, meta: false, alt: false, shift: false, key: 'F6' }],
    ['Alt+PageDown', false, { ctrl: false, meta: false, alt: true, shift: false, key: 'PageDown' }],
    ['Ctrl+,', false, { ctrl: true, meta: false, alt: false, shift: false, key: ',' }],
    ['Space', false, { ctrl: false, meta: false, alt: false, shift: false, key: ' ' }],
  ])('%s (mac: %s)', (text, mac, stroke) => {
    expect(parseStroke(text, mac)).toEqual(stroke)
  })

  test.each(['Hyper+S', 'Mod+Nosuchkey', 'Mod+', 'F13'])('%s is refused', (text) => {
    expect(() => parseStroke(text, false)).toThrow(/called/)
  })
})

describe('a key event is the stroke', () => {
  test('whatever case the key comes in', () => {
    expect(matches(event('P', { ctrlKey: true, shiftKey: true }), parseStroke('Mod+Shift+P', false))).toBe(
      true,
    )
    expect(matches(event('p', { ctrlKey: true }), parseStroke('Mod+P', false))).toBe(true)
  })

  test.each([
    ['a modifier too many', event('p', { ctrlKey: true, altKey: true })],
    ['a modifier too few', event('p')],
    ['another key', event('o', { ctrlKey: true })],
    ['what AltGr writes', { ...event('p', { ctrlKey: true }), getModifierState: () => true }],
  ])('but not with %s', (_what, other) => {
    expect(matches(other, parseStroke('Mod+P', false))).toBe(false)
  })
})

test.each([
  ['Ctrl+Alt+E', true],
  ['Mod+Alt+2', true],
  ['Ctrl+Alt+F6', false],
  ['Alt+E', false],
  ['Mod+Shift+E', false],
])('%s could be a character of AltGr: %s', (text, expected) => {
  expect(typesWithAltGr(parseStroke(text, false))).toBe(expected)
})

test.each([
  ['Mod+Shift+P', false, 'sv', 'Ctrl+Skift+P'],
  ['Mod+Shift+P', false, 'en', 'Ctrl+Shift+P'],
  ['Mod+Shift+P', true, 'sv', '⇧⌘P'],
  ['Shift+F6', false, 'sv', 'Skift+F6'],
  ['Mod+,', false, 'sv', 'Ctrl+,'],
  ['Alt+Right', false, 'sv', 'Alt+→'],
] as const)('%s is shown (mac: %s, %s) as %s', (text, mac, language, label) => {
  expect(strokeLabel(parseStroke(text, mac), mac, language)).toBe(label)
})

describe('the command of a key', () => {
  const command = (id: string): Command => ({
    id,
    title: 'frame.app',
    keys: ['Mod+B', 'F2'],
    run: () => undefined,
  })
  const bindings = keybindings([command('one'), command('two')], false)

  test('is the first that can run now', () => {
    expect(resolve(bindings, event('b', { ctrlKey: true }), () => true)?.id).toBe('one')
    expect(resolve(bindings, event('b', { ctrlKey: true }), ({ id }) => id === 'two')?.id).toBe('two')
    expect(resolve(bindings, event('F2'), () => true)?.id).toBe('one')
  })

  test('is none where none can, or the key means nothing', () => {
    expect(resolve(bindings, event('b', { ctrlKey: true }), () => false)).toBeUndefined()
    expect(resolve(bindings, event('b'), () => true)).toBeUndefined()
  })
})
