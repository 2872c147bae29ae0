import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import envPaths from 'env-paths'
import { MAX_BUNDLE_BYTES } from '../../shared/case/limits.ts'
import { type Read, sizeFault } from '../../shared/file/json-text.ts'
import type { Bundle } from '../../shared/note/bundle.ts'
import { messageText, type TextKey } from '../../shared/text/index.ts'
import { withAgencyTemplates } from '../core/agency-templates.ts'
import { parseBundle } from '../core/import-bundle.ts'
import { loadTemplates, type Templates } from '../core/templates.ts'
import { PRIVATE_FILE } from '../files/private.ts'
import { textOf } from '../files/text-file.ts'
import { namingFile, refusalOf } from './refusals.ts'
import { Misuse, type Terminal } from './terminal.ts'

const root = join(import.meta.dirname, '..', '..')

export const templatesDir = join(root, 'templates')
export const rendererDir = join(root, 'out', 'renderer')

/** The shipped templates and the agency's. Any that cannot be used is skipped, and the reason is printed. */
export function readTemplates({ language, policies, say, t }: Terminal): Templates {
  const shipped = loadTemplates(templatesDir, language)
  const { templates, findings } = withAgencyTemplates(shipped, policies.policies)
  for (const finding of findings) say(`klarlagt: ${messageText(language, finding)}`)
  for (const { message } of templates.problems) say(t('cli.template.problem', { message }))
  return templates
}

/** The folder of the user's archives, where neither the agency nor the command names another. */
export const ownFolder = (env: Terminal['env']): string =>
  env.KLARLAGT_DATA_DIR ?? envPaths('Klarlagt', { suffix: '' }).data

const reasons: Readonly<Record<string, TextKey>> = {
  ENOENT: 'cli.file.missing',
  EISDIR: 'cli.file.isFolder',
  ENOTDIR: 'cli.file.noFolder',
  EACCES: 'cli.file.notAllowed',
  EPERM: 'cli.file.notAllowed',
  EROFS: 'cli.file.notAllowed',
  ENOSPC: 'cli.file.diskFull',
}

function asMisuse(error: unknown, path: string, { t }: Terminal, missing: TextKey): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const key = error.code === 'ENOENT' ? missing : reasons[String(error.code)]
  return key === undefined ? error : new Misuse(t(key, { path }))
}

async function readBytes(path: string, terminal: Terminal): Promise<Read<Uint8Array>> {
  if (path === '-') return { ok: true, value: await terminal.readInput() }
  return sizeFault((await stat(path)).size, MAX_BUNDLE_BYTES) ?? { ok: true, value: await readFile(path) }
}

function readOrMisuse<T>(read: Read<T>, path: string, { t }: Terminal): T {
  if (read.ok) return read.value
  const { kind, params } = read.fault
  throw new Misuse(t('cli.file.unreadable', { path, cause: t(`errors.file.${kind}`, params) }))
}

/** Reads a file, or standard input for `-`. Throws Misuse if it cannot be read or is too large. */
export async function readBytesOf(path: string, terminal: Terminal): Promise<Uint8Array> {
  try {
    return readOrMisuse(await readBytes(path, terminal), path, terminal)
  } catch (error) {
    throw asMisuse(error, path, terminal, 'cli.file.missing')
  }
}

/** Reads a text file, or standard input for `-`. Throws Misuse if it cannot be read, is too large, or is not UTF-8. */
export async function readText(path: string, terminal: Terminal): Promise<string> {
  return readOrMisuse(textOf(await readBytesOf(path, terminal)), path, terminal)
}

/** Writes a file, or to standard output for `-`. Throws Misuse if it cannot be written. */
export async function writeOut(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  if (path === '-') {
    terminal.printBytes(bytes)
    return
  }
  try {
    await writeFile(path, bytes, { mode: PRIVATE_FILE })
  } catch (error) {
    throw asMisuse(error, path, terminal, 'cli.file.folderMissing')
  }
}

/**
 * Runs `work`, which creates a file at a path. Throws Misuse if the file cannot be written or its folder does not exist;
 * the folder is not created, since the path may be mistyped.
 */
export async function makingFile<T>(path: string, terminal: Terminal, work: () => Promise<T>): Promise<T> {
  if (!existsSync(dirname(path))) throw new Misuse(terminal.t('cli.file.folderMissing', { path }))
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error) === undefined ? asMisuse(error, path, terminal, 'cli.file.folderMissing') : error
  }
}

/** Reads a case bundle from a file, or standard input for `-`. Throws Misuse if it cannot be read or is not a bundle. */
export async function readBundle(path: string, terminal: Terminal): Promise<Bundle> {
  const text = await readText(path, terminal)
  return namingFile(path, terminal, () => parseBundle(text))
}
