import { existsSync } from 'node:fs'
import { compareTemplates } from '../../../shared/studio/compare.ts'
import { differenceWords } from '../../../shared/studio/compare-words.ts'
import { templateFileSchema } from '../../../shared/studio/publication.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import type { Template } from '../../../shared/template/template.ts'
import type { Templates } from '../../core/templates.ts'
import type { RunCommand } from '../command.ts'
import { readTemplates, readText } from '../files.ts'
import { Misuse, type Terminal } from '../terminal.ts'

const REFERENCE = /^(?<id>[a-z][a-z0-9-]*)@(?<version>[1-9]\d{0,8})$/

/** A template in a file, by itself or as it was published. */
async function templateInFile(path: string, terminal: Terminal): Promise<Template> {
  const text = await readText(path, terminal)
  const parsed = parseTemplate(path, text, terminal.language)
  if (parsed.ok) return parsed.template
  const published = publishedIn(text)
  if (published !== undefined) return published
  throw new Misuse(parsed.problems[0]?.message ?? path)
}

function publishedIn(text: string): Template | undefined {
  try {
    return templateFileSchema.safeParse(JSON.parse(text)).data?.template
  } catch {
    return undefined
  }
}

/** The template that an argument names: `planering@1`, `planering` for the newest, or a file. */
async function templateNamed(name: string, known: Templates, terminal: Terminal): Promise<Template> {
  const { id, version } = REFERENCE.exec(name)?.groups ?? {}
  const found =
    id === undefined
      ? known.newest(name)
      : known.all.find((template) => template.id === id && template.version === Number(version))
  if (found !== undefined) return found
  if (existsSync(name)) return templateInFile(name, terminal)
  throw new Misuse(terminal.t('cli.templates.compare.unknown', { name }))
}

/** Says what differs between two templates, a line for each difference, or as JSON. */
export async function compareNamed(
  names: readonly string[],
  json: boolean,
  terminal: Terminal,
): ReturnType<RunCommand> {
  const [a, b, extra] = names
  if (a === undefined || b === undefined)
    throw new Misuse(terminal.t('cli.misuse.argumentMissing', { what: 'A B' }))
  if (extra !== undefined) throw new Misuse(terminal.t('cli.misuse.argumentExtra', { argument: extra }))
  const known = readTemplates(terminal)
  const differences = compareTemplates(
    await templateNamed(a, known, terminal),
    await templateNamed(b, known, terminal),
  )
  if (json) terminal.print(JSON.stringify({ differences }, undefined, 2))
  else if (differences.length === 0) terminal.say(terminal.t('publish.compare.none'))
  else
    for (const difference of differences)
      for (const line of differenceWords(terminal.language, difference)) terminal.print(line)
  return 0
}
