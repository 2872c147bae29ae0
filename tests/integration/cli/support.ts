import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ruleBundleText } from '../../unit/rules/rule-pack.ts'

const root = join(import.meta.dirname, '..', '..', '..')
export const launcher = join(root, 'bin', 'klarlagt.mjs')

export const PASSPHRASE = 'korrekt häst batteri'

export interface Ran {
  code: number | null
  out: string
  err: string
}

interface Given {
  readonly input?: string | Uint8Array
  readonly env?: Record<string, string | undefined>
}

/** A program's own process, its exit code, and what it prints on each stream. */
export async function ran(
  file: string,
  args: readonly string[],
  { input = '', env = {} }: Given = {},
): Promise<Ran> {
  const child = spawn(file, args, { env: { ...process.env, KLARLAGT_PASSPHRASE: PASSPHRASE, ...env } })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

/** The command line as a user of a checkout runs it. */
export const klarlagt = (args: readonly string[], given?: Given): Promise<Ran> =>
  ran(process.execPath, [launcher, ...args], given)

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'klarlagt-cli-test-'))
}

const bundles = temporaryFolder()

/** A case of the pack of rules as a file. */
export function bundle(key: string): string {
  const path = join(bundles, `${key}.json`)
  writeFileSync(path, ruleBundleText(key))
  return path
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
