import { existsSync, lstatSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, win32 } from 'node:path'
import type { Policies } from '../../shared/policy/policies.ts'
import {
  faultMessage,
  MAX_POLICIES_CHARS,
  type PolicyReading,
  type PolicySource,
  readPolicies,
} from '../../shared/policy/read.ts'
import { message } from '../../shared/text/index.ts'
import { readTextFile } from '../files/text-file.ts'
import { readRegistry } from './registry.ts'

type Environment = Readonly<Record<string, string | undefined>>

const usual = { ProgramData: 'C:\\ProgramData', SystemRoot: 'C:\\Windows' } as const

/**
 * A folder of Windows. The usual one goes before what the environment says, since any user can start a program with an
 * environment of their own.
 */
function windowsFolder(env: Environment, name: keyof typeof usual): string {
  return existsSync(usual.SystemRoot) ? usual[name] : (env[name] ?? usual[name])
}

/** The file that the system's administrator puts the policies in. */
export function systemPlace(platform: NodeJS.Platform, env: Environment): string {
  if (platform === 'win32') return win32.join(windowsFolder(env, 'ProgramData'), 'Klarlagt', 'policies.json')
  if (platform === 'darwin') return '/Library/Application Support/Klarlagt/policies.json'
  return '/etc/klarlagt/policies.json'
}

/** Whether we run from the finished program's archive. */
const isPacked = import.meta.dirname.includes('app.asar')

/** Whether there is nothing at a path, not even a link that leads nowhere. */
function isMissing(path: string): boolean {
  try {
    lstatSync(path)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  }
}

/** A file of policies as it is found; undefined where there is none. */
export function policyFile(path: string): PolicySource | undefined {
  if (isMissing(path)) return undefined
  try {
    const text = readTextFile(path, 4 * MAX_POLICIES_CHARS)
    return text.ok ? { name: path, text: text.value } : { name: path, unreadable: faultMessage(text.fault) }
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { name: path, unreadable: message('policies.finding.system', { detail }) }
  }
}

/** Folders in the user's own (`~/…`), as whole paths. */
function inHome(policies: Policies): Policies {
  // Not what HOME says, which any user can set for a program.
  const home = userInfo().homedir
  const whole = (path: string) => (path.startsWith('~') ? join(home, path.slice(1)) : path)
  const { exportFolders, templatesFolder, archiveFolder, backupFolder } = policies
  return {
    ...policies,
    ...(exportFolders && { exportFolders: exportFolders.map(whole) }),
    ...(templatesFolder && { templatesFolder: whole(templatesFolder) }),
    ...(archiveFolder && { archiveFolder: whole(archiveFolder) }),
    ...(backupFolder && { backupFolder: whole(backupFolder) }),
  }
}

interface PolicyPlaces {
  /** Whether this is the finished program: it reads the system's place alone. */
  readonly packaged?: boolean
  readonly platform?: NodeJS.Platform
  readonly env?: Environment
}

/**
 * The policies of this machine: what an administrator of the system has put in its place for them, which no user of it
 * can change. A checkout may be given another file by KLARLAGT_POLICIES, so that policies can be tried.
 */
export function readSystemPolicies({
  packaged = isPacked,
  platform = process.platform,
  env = process.env,
}: PolicyPlaces = {}): PolicyReading {
  const given = packaged ? undefined : env.KLARLAGT_POLICIES
  const sources =
    given === undefined
      ? [
          ...(platform === 'win32' ? [readRegistry(windowsFolder(env, 'SystemRoot'))] : []),
          policyFile(systemPlace(platform, env)),
        ]
      : [policyFile(given)]
  const reading = readPolicies(sources.filter((source) => source !== undefined))
  return { ...reading, policies: inHome(reading.policies) }
}
