import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bundle } from '../../shared/note/bundle.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { parseBundle } from '../core/import-bundle.ts'
import { loadTemplates, type Templates } from '../core/templates.ts'
import { namingFile, refusalOf } from './refusals.ts'
import { Misuse, type Terminal } from './terminal.ts'

const root = join(import.meta.dirname, '..', '..')

export const templatesDir = join(root, 'templates')
export const rendererDir = join(root, 'out', 'renderer')

/** The shipped templates. Any that does not parse is skipped, and the reason is printed. */
export function readTemplates({ language, say, t }: Terminal): Templates {
  const templates = loadTemplates(templatesDir, language)
  for (const { message } of templates.problems) say(t('cli.template.problem', { message }))
  return templates
}

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

/** Reads a text file, or standard input for `-`. Throws Misuse if it cannot be read or is not UTF-8. */
export async function readText(path: string, terminal: Terminal): Promise<string> {
  try {
    const bytes = path === '-' ? await terminal.readInput() : await readFile(path)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError && !('errno' in error))
      throw new Misuse(terminal.t('cli.file.notUtf8', { path }))
    throw asMisuse(error, path, terminal, 'cli.file.missing')
  }
}

/** Writes a file, or to standard output for `-`. Throws Misuse if it cannot be written. */
export async function writeOut(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  if (path === '-') {
    terminal.printBytes(bytes)
    return
  }
  try {
    await writeFile(path, bytes)
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
