import { describe, expect, test } from 'vitest'
import { contributions } from '../../../../renderer/contributions.ts'
import { editorInputSchema } from '../../../../renderer/workbench/editor-input.ts'
import { parseStroke, typesWithAltGr } from '../../../../renderer/workbench/keybindings/stroke.ts'
import { createRegistry } from '../../../../renderer/workbench/registry.ts'
import { acceleratorOf, buildMenu } from '../../../../renderer/workbench/services/desktop-menu.ts'
import { menuSchema } from '../../../../shared/host/menu.ts'
import { translate } from '../../../../shared/text/index.ts'

const { commands, editors } = createRegistry(contributions)
const keys = [...commands.values()].flatMap((command) => (command.keys ?? []).map((key) => [key, command.id]))

test('there are commands with keys', () => {
  expect(keys.length).toBeGreaterThan(10)
})

describe.each([false, true])('every default key (mac: %s)', (mac) => {
  test.each(keys)('%s of %s is a key, and none that AltGr writes with', (key = '') => {
    expect(typesWithAltGr(parseStroke(key, mac))).toBe(false)
  })
})

test('no two commands that can run at once have the same key', () => {
  // Commands of different editors may share one; those of the frame, which run anywhere, may not.
  const frame = keys.filter(([, id = '']) => /^(frame|help)\./.test(id)).map(([key]) => key)
  expect(new Set(frame).size).toBe(frame.length)
})

test('every command has a title in both languages', () => {
  for (const { title } of commands.values()) {
    expect(translate('sv', title)).not.toBe('')
    expect(translate('en', title)).not.toBe(translate('sv', title))
  }
})

test('every registered editor is of a kind that a layout can name', () => {
  const kinds = editorInputSchema.options.map((option) => option.shape.type.value)
  expect([...editors.keys()].filter((type) => !kinds.includes(type))).toEqual([])
})

describe('the menu of the desktop', () => {
  const menu = buildMenu(
    commands.values(),
    (key) => translate('sv', key),
    ({ id }) => id !== 'frame.palette',
  )
  test('is one that the desktop takes', () => {
    expect(menuSchema.parse(menu)).toEqual(menu)
  })
  test('holds the commands with their keys, greyed where they cannot run', () => {
    const items = menu.flatMap(({ items: all }) => all)
    expect(items).toContainEqual({
      type: 'command',
      command: 'frame.palette',
      title: 'Visa alla kommandon',
      accelerator: 'CmdOrCtrl+Shift+P',
      enabled: false,
    })
    expect(items).toContainEqual({ type: 'role', role: 'copy', title: 'Kopiera' })
  })
  test.each([
    ['Mod+Shift+P', 'CmdOrCtrl+Shift+P'],
    ['Shift+F6', 'Shift+F6'],
    ['Alt+Escape', 'Alt+Esc'],
  ])('%s is %s to Electron', (key, accelerator) => {
    expect(acceleratorOf(key)).toBe(accelerator)
  })
})
