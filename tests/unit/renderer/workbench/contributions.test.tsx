import { describe, expect, test } from 'vitest'
import { contributions } from '../../../../renderer/contributions.ts'
import { acceleratorOf, buildMenu } from '../../../../renderer/workbench/commands.ts'
import type { EditorType } from '../../../../renderer/workbench/editor-input.ts'
import { shownKey } from '../../../../renderer/workbench/keybindings.ts'
import { parseStroke, strokeLabel, typesWithAltGr } from '../../../../renderer/workbench/keys/stroke.ts'
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

test('no two commands have the same default key, so that none is ever run for another', () => {
  const owners = Map.groupBy(keys, ([key = '']) => strokeLabel(parseStroke(key, false), false, 'en'))
  const shared = [...owners].flatMap(([key, of]) =>
    of.length > 1 ? [`${key}: ${of.map(([, id]) => id).join(', ')}`] : [],
  )
  expect(shared).toEqual([])
})

test('every command with keys has one that a browser leaves to the page, but zoom, which is the browser’s own there', () => {
  const kept = [...commands.values()].filter(
    (command) => (command.keys ?? []).length > 0 && shownKey(command, {}, 'web') === undefined,
  )
  expect(kept.map(({ id }) => id)).toEqual(['frame.zoomIn', 'frame.zoomOut', 'frame.zoomReset'])
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
    today: {},
    'watch-list': { list: 'late' },
    'new-note': { caseId: CASE },
    'move-note': { noteId: NOTE, caseId: CASE },
    journal: { noteId: NOTE, caseId: CASE },
    compare: { noteId: NOTE, caseId: CASE, from: '3', to: '7' },
    'compare-notes': { noteId: NOTE, caseId: CASE, amended: NOTE },
    template: { templateId: 'planering' },
    publishing: {},
    'compare-templates': {
      before: { id: 'planering', version: 1 },
      after: { id: 'planering', version: 2 },
    },
    studio: { copyId: NOTE },
    settings: {},
    backups: {},
    about: {},
    sources: {},
    phrases: {},
    rules: {},
    exercises: {},
    'pack-author': {},
    rule: { rule: 'R3' },
    keys: {},
    users: {},
    log: {},
    proof: {},
    disposal: {},
    indicators: {},
    interviews: {},
    help: { topic: 'start' },
    pack: { packId: 'plan-eller-planering' },
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
