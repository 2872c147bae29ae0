import { join } from 'node:path'
import { loadTemplates, type Templates } from '../core/templates.ts'
import type { Terminal } from './terminal.ts'

const root = join(import.meta.dirname, '..', '..')

export const templatesDir = join(root, 'templates')
export const rendererDir = join(root, 'out', 'renderer')

/** The shipped templates. One that does not parse is left out, and said why. */
export function readTemplates({ language, say, t }: Terminal): Templates {
  const templates = loadTemplates(templatesDir, language)
  for (const { message } of templates.problems) say(t('cli.template.problem', { message }))
  return templates
}
