import { z } from 'zod'
import { commandKeysSchema, type Preferences, preferencesSchema } from '../../shared/host/preferences.ts'
import { message } from '../../shared/text/index.ts'
import type { Message } from '../../shared/text/message.ts'
import { parseStroke, typesWithAltGr } from './keys/stroke.ts'

/** What stands in place of preferences whose text is no JSON. */
export const broken = Symbol('no JSON')

/** What stored preferences say, and what of them could not be read: never a reason not to start. */
export interface PreferencesReading {
  readonly chosen: Partial<Preferences>
  readonly findings: readonly Message[]
}

const members = preferencesSchema.shape

/** Reads preferences from whatever was stored, each by itself: one that is wrong takes no other with it. */
export function readPreferences(stored: unknown): PreferencesReading {
  const object = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!object.success) {
    const nothing = stored === undefined || stored === null
    return { chosen: {}, findings: nothing ? [] : [message('frame.preferences.unreadable')] }
  }
  const { keys, ...rest } = object.data
  const known = Object.entries(rest).filter(([name]) => name in members)
  const wrong = known.filter(
    ([name, value]) => !preferencesSchema.safeParse({ [name]: value }).success || value === undefined,
  )
  const right = Object.fromEntries(known.filter((entry) => !wrong.includes(entry)))
  const read = readKeys(keys)
  const all = preferencesSchema.partial().parse({ ...right, ...(read.keys && { keys: read.keys }) })
  return {
    chosen: Object.fromEntries(
      Object.entries(all).filter(([name]) => name in right || (name === 'keys' && read.keys !== undefined)),
    ),
    findings: [
      ...wrong.map(([name, value]) =>
        message('frame.preferences.wrong', { name, value: JSON.stringify(value).slice(0, 100) }),
      ),
      ...read.findings,
    ],
  }
}

interface KeysReading {
  readonly keys: Preferences['keys'] | undefined
  readonly findings: readonly Message[]
}

function readKeys(stored: unknown): KeysReading {
  if (stored === undefined) return { keys: undefined, findings: [] }
  const object = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!object.success)
    return {
      keys: undefined,
      findings: [
        message('frame.preferences.wrong', { name: 'keys', value: JSON.stringify(stored).slice(0, 100) }),
      ],
    }
  const entries = Object.entries(object.data).map(([command, keys]) => ({
    command,
    keys,
    fault: faultOf(command, keys),
  }))
  return {
    keys: preferencesSchema.shape.keys.parse(
      Object.fromEntries(
        entries.filter(({ fault }) => fault === undefined).map(({ command, keys }) => [command, keys]),
      ),
    ),
    findings: entries.flatMap(({ fault }) => fault ?? []),
  }
}

/** Why the keys that are stored for a command can't be used. */
function faultOf(command: string, stored: unknown): Message | undefined {
  const keys = commandKeysSchema.safeParse(stored)
  const id = preferencesSchema.shape.keys.safeParse({ [command]: [] })
  const shown = { command: command.slice(0, 100), keys: (JSON.stringify(stored) ?? '').slice(0, 100) }
  if (!keys.success || !id.success) return message('frame.preferences.keys', shown)
  const wrong = keys.data.find((key) => !isStroke(key))
  if (wrong !== undefined) return message('frame.preferences.keys', { ...shown, keys: wrong })
  const typing = keys.data.find((key) => typesWithAltGr(parseStroke(key, false)))
  return typing === undefined ? undefined : message('frame.preferences.altGr', { ...shown, keys: typing })
}

function isStroke(text: string): boolean {
  try {
    parseStroke(text, false)
    return true
  } catch {
    return false
  }
}
