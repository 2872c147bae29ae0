import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson } from '../../shared/file/json-text.ts'
import { MAX_PREFERENCES, type Preferences } from '../../shared/host/preferences.ts'
import { type Language, languageSchema } from '../../shared/text/index.ts'
import { readKept, writeKept } from '../files/kept-json.ts'
import { readTextFile } from '../files/text-file.ts'

const length = z.int().min(1).max(100_000)
const position = z.int().min(-100_000).max(100_000)

/** The window's last position and size. No case data, so it need not be encrypted. */
const windowStateSchema = z.object({
  width: length,
  height: length,
  x: position.optional(),
  y: position.optional(),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowStateSchema>

/** How to open the window; without a place, the system centres it. */
export interface Opening {
  readonly width: number
  readonly height: number
  readonly maximized: boolean
  readonly place?: { readonly x: number; readonly y: number }
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const MIN_WIDTH = 800
export const MIN_HEIGHT = 500
const initial: WindowState = { width: 1280, height: 800, maximized: false }

/** How much of the window must be on a display for the user to be able to grab it. */
const GRIP = 80

function overlap(start: number, length: number, areaStart: number, areaLength: number): number {
  return Math.min(start + length, areaStart + areaLength) - Math.max(start, areaStart)
}

/** The state to open with: a window that would be off every display is centred, and one that is too large is shrunk. */
export function fitToDisplays(state: WindowState, displays: readonly Area[]): Opening {
  const { x, y } = state
  const home =
    x === undefined || y === undefined
      ? undefined
      : displays.find(
          (area) =>
            overlap(x, state.width, area.x, area.width) >= GRIP &&
            y >= area.y &&
            overlap(y, state.height, area.y, area.height) >= GRIP,
        )
  const area = home ?? displays[0]
  const size = {
    width: Math.max(MIN_WIDTH, Math.min(state.width, area?.width ?? state.width)),
    height: Math.max(MIN_HEIGHT, Math.min(state.height, area?.height ?? state.height)),
    maximized: state.maximized,
  }
  return home === undefined || x === undefined || y === undefined ? size : { ...size, place: { x, y } }
}

function keep(path: string, value: unknown): void {
  try {
    writeKept(path, value)
  } catch (error) {
    console.warn(`${path} could not be written.`, error)
  }
}

const placeFile = (folder: string) => join(folder, 'window-state.json')
const preferencesFile = (folder: string) => join(folder, 'preferences.json')

export const readWindowState = (folder: string): WindowState =>
  readKept(placeFile(folder), windowStateSchema) ?? initial

export const writeWindowState = (folder: string, state: WindowState): void => keep(placeFile(folder), state)

/**
 * The preferences' file as it stands, for the page to read and to say what of it is wrong; the archive that is opened may have its
 * own. Where there is none, JSON's null; a file that cannot be read, or is larger than any of ours, is no text at all.
 */
export function keptPreferences(folder: string): string {
  const path = preferencesFile(folder)
  if (!existsSync(path)) return 'null'
  try {
    const text = readTextFile(path, MAX_PREFERENCES)
    const read = text.ok ? readJson(text.value, MAX_PREFERENCES) : text
    // Written anew, so that no character is in it which an argument can't carry.
    return read.ok ? JSON.stringify(read.value) : ''
  } catch {
    return ''
  }
}

/** The language that the preferences' file names, or Swedish. */
export const keptLanguage = (folder: string): Language =>
  readKept(preferencesFile(folder), z.object({ language: languageSchema }))?.language ?? 'sv'

export const keepPreferences = (folder: string, preferences: Preferences): void =>
  keep(preferencesFile(folder), preferences)
