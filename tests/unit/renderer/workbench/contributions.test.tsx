import { describe, expect, test } from 'vitest'
import { contributions } from '../../../../renderer/contributions.ts'
import { acceleratorOf, buildMenu } from '../../../../renderer/workbench/commands.ts'
import type { EditorType } from '../../../../renderer/workbench/editor-input.ts'
import { parseStroke, typesWithAltGr } from '../../../../renderer/workbench/keys/stroke.ts'
import { createRegistry } from '../../../../renderer/workbench/registry.ts'
import { menuSchema } from '../../../../shared/host/menu.ts'
import { translate } from '../../../../shared/text/index.ts'

const { commands, readInput } = createRegistry(contributions)
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

const CASE = '00000000-0000-4000-8000-000000000001'
const NOTE = '00000000-0000-4000-8000-000000000002'

describe('a stored layout', () => {
  const inputs: Record<EditorType, object> = {
    case: { caseId: CASE },
    'case-form': {},
    note: { noteId: NOTE, caseId: CASE },
    aimless: {},
    words: {},
    'new-note': { caseId: CASE },
    'move-note': { noteId: NOTE, caseId: CASE },
    journal: { noteId: NOTE, caseId: CASE },
    compare: { noteId: NOTE, caseId: CASE, from: '3', to: '7' },
    'compare-notes': { noteId: NOTE, caseId: CASE, amended: NOTE },
    template: { templateId: 'planering' },
    settings: {},
    backups: {},
    about: {},
    sources: {},
    phrases: {},
    rules: {},
    rule: { rule: 'R3' },
    keys: {},
    users: {},
    log: {},
    proof: {},
    disposal: {},
    help: { topic: 'start' },
  }
  test.each(Object.entries(inputs))('brings back the editor %s', (type, ids) => {
    expect(readInput({ type, ...ids })).toEqual({ type, ...ids })
  })
  test.each(Object.entries(inputs))('brings back no editor %s that carries more than ids', (type, ids) => {
    expect(readInput({ type, ...ids, name: 'Lena Berg' })).toBeUndefined()
  })
})

describe('the menu of the desktop', () => {
  const menu = buildMenu(
    commands.values(),
    (key, ...params) => translate('sv', key, ...params),
    ({ id }) => ({
      enabled: id !== 'frame.palette' && id !== 'case.new',
      refused: id === 'case.new' ? 'Inte i din roll' : undefined,
    }),
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
    expect(items).toContainEqual(
      expect.objectContaining({
        command: 'case.new',
        title: 'Nytt ärende (Inte i din roll)',
        enabled: false,
      }),
    )
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
