import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTemplate, type TemplateProblem } from '../../shared/template/load.ts'
import type { Template, TemplateRef } from '../../shared/template/template.ts'

/** The templates that the core knows, every version of each. */
export interface Templates {
  all: readonly Template[]
  /** Why files of the folder were left out. */
  problems: readonly TemplateProblem[]
  /** The very version a note pins, or undefined. */
  find(ref: TemplateRef): Template | undefined
  /** The newest version, or undefined where there is none of this id. */
  newest(id: string): Template | undefined
}

const SCHEMA_SUFFIX = '.schema.json'

/** Reads a folder of templates. One that does not parse is left out, and said why; the others still serve. */
export function loadTemplates(folder: string): Templates {
  const parsed = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith(SCHEMA_SUFFIX))
    .toSorted()
    .map((file) => parseTemplate(file, readFileSync(join(folder, file), 'utf8')))
  return templatesOf(
    parsed.flatMap((result) => (result.ok ? [result.template] : [])),
    parsed.flatMap((result) => (result.ok ? [] : result.problems)),
  )
}

export function templatesOf(all: readonly Template[], problems: readonly TemplateProblem[] = []): Templates {
  const newest = new Map<string, Template>()
  for (const template of all) {
    const known = newest.get(template.id)
    if (!known || known.version < template.version) newest.set(template.id, template)
  }
  return {
    all,
    problems,
    find: (ref) => all.find(({ id, version }) => id === ref.id && version === ref.version),
    newest: (id) => newest.get(id),
  }
}

/** What the workbench is given: the newest version of each template, and older ones that notes pin. */
export function templatesInUse(templates: Templates, pinned: readonly TemplateRef[]): Template[] {
  return templates.all.filter(
    (template) =>
      templates.newest(template.id) === template ||
      pinned.some(({ id, version }) => id === template.id && version === template.version),
  )
}
