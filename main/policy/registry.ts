// The policies that Windows keeps in the registry. `reg.exe query` prints a line for each value: its name, type and data.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { policiesSchema, policyIds } from '../../shared/policy/policies.ts'
import type { PolicySource } from '../../shared/policy/read.ts'
import { message } from '../../shared/text/index.ts'

/** Where an administrator (or a group policy) puts the values, for the whole machine. */
const REGISTRY_KEY = 'HKLM\\SOFTWARE\\Policies\\Klarlagt'

/** Stands between the texts of a list; no path of Windows holds it, as it may the usual `\\0`. */
const BETWEEN = '|'

const VALUE_LINE = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/

/** What a value of the registry may say: a number is also a yes or a no, a list of texts may be empty. */
function readings(type: string, data: string): readonly unknown[] {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') {
    const number = Number(data)
    return number === 0 || number === 1 ? [number === 1, number] : [number]
  }
  if (type === 'REG_MULTI_SZ') return [data.split(BETWEEN).filter((text) => text !== '')]
  if (type === 'REG_SZ' || type === 'REG_EXPAND_SZ') return [data]
  return []
}

/** Names of values are the same in capitals and small letters. */
function policyNamed(name: string) {
  return policyIds.find((id) => id.toLowerCase() === name.toLowerCase())
}

/** What `reg.exe query` printed, as values for the policies; one of a type that no policy has is left for the reading to refuse. */
export function parseRegistry(printed: string): Record<string, unknown> {
  const values = printed.split(/\r?\n/).flatMap((line): [string, unknown][] => {
    const [, name, type, data = ''] = VALUE_LINE.exec(line) ?? []
    if (name === undefined || type === undefined || name === '(Default)') return []
    const id = policyNamed(name)
    const possible = readings(type, data)
    const fitting =
      id === undefined
        ? undefined
        : possible.find((value) => policiesSchema.shape[id].safeParse(value).success)
    return [[id ?? name, fitting ?? possible[0] ?? null]]
  })
  return Object.fromEntries(values)
}

/** The key is not there: `reg.exe` says so with this code. */
const NO_KEY = 1

/** The policies of this machine's registry; undefined where it has none. */
export function readRegistry(systemRoot: string): PolicySource | undefined {
  try {
    const program = join(systemRoot, 'System32', 'reg.exe')
    const printed = execFileSync(program, ['query', REGISTRY_KEY, '/se', BETWEEN], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    })
    return { name: REGISTRY_KEY, values: parseRegistry(printed) }
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === NO_KEY) return undefined
    return { name: REGISTRY_KEY, unreadable: message('policies.finding.registry') }
  }
}
