import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  fitToDisplays,
  keepPreferences,
  keptPreferences,
  readWindowState,
  writeWindowState,
} from '../../../main/electron/window-state.ts'
import { preferencesSchema } from '../../../shared/host/preferences.ts'

const folder = mkdtempSync(join(tmpdir(), 'klarlagt-window-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const left = { x: -1920, y: 0, width: 1920, height: 1080 }
const state = { width: 1200, height: 700, maximized: false }
const size = { width: 1200, height: 700 }

test.each([
  ['stays where it was', { ...state, x: 100, y: 50 }, [laptop], { ...state, place: { x: 100, y: 50 } }],
  [
    'stays on the second display',
    { ...state, x: -1500, y: 10 },
    [laptop, left],
    { ...state, place: { x: -1500, y: 10 } },
  ],
  ['is centred when its display is gone', { ...state, x: -1500, y: 10 }, [laptop], state],
  ['is centred when its title bar is above the display', { ...state, x: 10, y: -400 }, [laptop], state],
  ['is centred when only an edge shows', { ...state, x: 1430, y: 10 }, [laptop], state],
  ['is centred the first time', state, [laptop], state],
  [
    'fits a smaller display',
    { ...state, width: 5000, height: 5000 },
    [laptop],
    { width: 1440, height: 900, maximized: false },
  ],
  [
    'keeps its least size',
    { ...state, width: 10, height: 10 },
    [laptop],
    { width: 800, height: 500, maximized: false },
  ],
  ['opens without any display', { ...state, x: 1, y: 1 }, [], state],
  ['comes back maximized', { ...state, maximized: true }, [laptop], { ...size, maximized: true }],
])('a window %s', (_, kept, displays, opened) => expect(fitToDisplays(kept, displays)).toEqual(opened))

test('what is written is read again', () => {
  writeWindowState(folder, { ...state, x: 5, y: 6 })
  const preferences = preferencesSchema.parse({ language: 'en', theme: 'hc-dark', zoom: 125 })
  keepPreferences(folder, preferences)
  expect(readWindowState(folder)).toEqual({ ...state, x: 5, y: 6 })
  expect(JSON.parse(keptPreferences(folder))).toEqual(preferences)
})

test('where no preferences are kept, the page is told so', () => {
  expect(keptPreferences(join(folder, 'nowhere'))).toBe('null')
})

test.each([
  ['', ''],
  ['{', ''],
  ['{"a":"\u0000"', ''],
  ['null', 'null'],
  ['{"width":"wide", "theme":"pink"}', '{"width":"wide","theme":"pink"}'],
  [
    '{"width":-1,"height":1000000000,"maximized":true,"keys":"\\u0000"}',
    '{"width":-1,"height":1000000000,"maximized":true,"keys":"\\u0000"}',
  ],
  [`{"keys":"${'a'.repeat(20_000)}"}`, ''],
])(
  'a broken file (%s) gives the first size, and goes to the page as it reads, or as nothing',
  (text, told) => {
    writeFileSync(join(folder, 'window-state.json'), text)
    writeFileSync(join(folder, 'preferences.json'), text)
    expect(readWindowState(folder)).toEqual({ width: 1280, height: 800, maximized: false })
    expect(keptPreferences(folder)).toBe(told)
  },
)
