import { describe, expect, test } from 'vitest'
import type { Command } from '../../../renderer/workbench/contribution.ts'
import { isKept, keybindings, resolve, shownKey } from '../../../renderer/workbench/keybindings.ts'
import { recorded } from '../../../renderer/workbench/keys/recorded.ts'
import {
  type KeyEvent,
  matches,
  parseStroke,
  strokeLabel,
  typesWithAltGr,
  writeStroke,
} from '../../../renderer/workbench/keys/stroke.ts'

const event = (key: string, modifiers: Partial<KeyEvent> = {}): KeyEvent => ({
  key,
  code: '',
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

describe('a key by its place', () => {
  const swedish = event("'", { ctrlKey: true, code: 'Backslash' })
  const american = event('\\', { ctrlKey: true, code: 'Backslash' })

  test('is the same key on a Swedish keyboard and on an American one', () => {
    const split = parseStroke('Mod+[Backslash]', false)
    expect([swedish, american].map((pressed) => matches(pressed, split))).toEqual([true, true])
    expect(matches(event('\\', { ctrlKey: true, code: 'Minus' }), split)).toBe(false)
  })

  test.each([
    ['Mod+[Backslash]', "Ctrl+'"],
    ['Alt+Shift+[Digit2]', 'Alt+Skift+2'],
    ['Mod+Plus', 'Ctrl+Plus'],
    ['Mod+Minus', 'Ctrl+Minus'],
  ])('%s is shown as %s is printed', (text, label) => {
    expect(strokeLabel(parseStroke(text, false), false, 'sv')).toBe(label)
  })

  test.each(['Mod+Shift+P', 'F6', 'Mod+[Backslash]', 'Mod+Plus', 'Alt+PageDown', 'Ctrl+Space', 'Alt+Å'])(
    '%s is written as it is read',
    (text) => {
      const stroke = parseStroke(text, false)
      expect(parseStroke(writeStroke(stroke, false), false)).toEqual(stroke)
    },
  )
})

describe('a key that the user presses to choose it', () => {
  const chosen = (pressed: KeyEvent) => {
    const found = recorded(pressed, false)
    return found.kind === 'stroke' ? writeStroke(found.stroke, false) : found
  }
  test.each([
    ['a letter with Ctrl', event('j', { ctrlKey: true, code: 'KeyJ' }), 'Mod+J'],
    ['Ö with Alt', event('ö', { altKey: true, code: 'Semicolon' }), 'Alt+Ö'],
    ['a function key alone', event('F9', { code: 'F9' }), 'F9'],
    [
      'a digit with Shift',
      event('"', { ctrlKey: true, shiftKey: true, code: 'Digit2' }),
      'Mod+Shift+[Digit2]',
    ],
    ['a dead key', event('Dead', { ctrlKey: true, code: 'BracketRight' }), 'Mod+[BracketRight]'],
    ['an arrow with Ctrl and Alt', event('ArrowUp', { ctrlKey: true, altKey: true }), 'Mod+Alt+Up'],
  ])('is taken: %s', (_, pressed, text) => expect(chosen(pressed)).toBe(text))

  test.each([
    ['what types a letter', event('j', { code: 'KeyJ' }), 'types'],
    ['what types a capital', event('J', { shiftKey: true, code: 'KeyJ' }), 'types'],
    [
      'what AltGr types',
      { ...event('@', { ctrlKey: true, altKey: true }), getModifierState: () => true },
      'altGr',
    ],
    ['Ctrl+Alt and a character', event('e', { ctrlKey: true, altKey: true, code: 'KeyE' }), 'altGr'],
    ['Tab alone', event('Tab'), 'moves'],
    ['an arrow alone', event('ArrowDown'), 'moves'],
  ])('is refused: %s', (_, pressed, why) => expect(chosen(pressed)).toEqual({ kind: 'refused', why }))

  test('is waited for while only Ctrl is held', () => {
    expect(chosen(event('Control', { ctrlKey: true }))).toEqual({ kind: 'waiting' })
  })
})

describe('keys that the user has chosen', () => {
  const command = (id: string, keys: string[]): Command => ({
    id,
    title: 'frame.app',
    keys,
    run: () => undefined,
  })
  const sign = command('note.sign', ['Mod+Enter'])
  const panel = command('frame.togglePanel', ['Mod+J'])
  const press = (chosen: Record<string, string[]>, pressed: KeyEvent) =>
    resolve(keybindings([panel, sign], false, chosen), pressed, () => true)?.id
  const ctrlJ = event('j', { ctrlKey: true })

  test('stand in place of the default ones', () => {
    expect(press({ 'note.sign': ['F9'] }, event('F9'))).toBe('note.sign')
    expect(press({ 'note.sign': ['F9'] }, event('Enter', { ctrlKey: true }))).toBeUndefined()
  })
  test('win over a default key of another command', () => {
    expect(press({}, ctrlJ)).toBe('frame.togglePanel')
    expect(press({ 'note.sign': ['Mod+J'] }, ctrlJ)).toBe('note.sign')
  })
  test('can be none', () => {
    expect(press({ 'frame.togglePanel': [] }, ctrlJ)).toBeUndefined()
  })
})

describe('where a browser keeps a key', () => {
  const close = { id: 'frame.closeEditor', keys: ['Mod+W', 'Alt+W'] }
  test('the Alt key that stands in its place is shown; the desktop shows the first', () => {
    expect(shownKey(close, {}, 'web')).toBe('Alt+W')
    expect(shownKey(close, {}, 'electron')).toBe('Mod+W')
  })
  test('a key of the user’s own that it keeps is not promised', () => {
    expect(shownKey(close, { 'frame.closeEditor': ['Mod+T'] }, 'web')).toBeUndefined()
    expect(isKept('Mod+S', 'web')).toBe(false)
  })
})

test('a command leaves its key to what has the focus, where that has a use of its own for it', () => {
  const undo = (leavesKey: boolean): Command => ({
    id: 'note.undo',
    title: 'frame.app',
    keys: ['Mod+Z'],
    leavesKey: () => leavesKey,
    run: () => undefined,
  })
  const pressed = event('z', { ctrlKey: true })
  expect(resolve(keybindings([undo(false)], false), pressed, () => true)?.id).toBe('note.undo')
  expect(resolve(keybindings([undo(true)], false), pressed, () => true)).toBeUndefined()
})
