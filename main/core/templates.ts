import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Read } from '../../shared/file/json-text.ts'
import {
  followProblems,
  MAX_TEMPLATE_CHARS,
  type ParsedTemplate,
  parseTemplate,
  type TemplateProblem,
  unreadableTemplate,
} from '../../shared/template/load.ts'
import type { KnownTemplate, Template, TemplateRef } from '../../shared/template/template.ts'
import { newestVersions, templateOf } from '../../shared/template/template.ts'
import type { Language } from '../../shared/text/index.ts'
import { readTextFile } from '../files/text-file.ts'
import { refusal } from '../store/refusal.ts'

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

/** Whether a file is one of templates, by its name. */
export const isTemplateFile = (name: string) =>
  name.endsWith('.json') && !name.endsWith(SCHEMA_SUFFIX) && !name.endsWith('.fraser.json')

/** A template from what was read of a file. */
export function parsedFile(file: string, text: Read<string>, language: Language): ParsedTemplate {
  if (text.ok) return parseTemplate(file, text.value, language)
  return { ok: false, problems: [unreadableTemplate(file, text.fault, language)] }
}

/** A template among those it is used with: refused where answers cannot follow to it as it says from the version that is there. */
export function amongOthers(
  file: string,
  parsed: ParsedTemplate,
  known: readonly Template[],
  language: Language,
): ParsedTemplate {
  if (!parsed.ok || parsed.template.follows === undefined) return parsed
  const { id, follows } = parsed.template
  const before = templateOf(known, { id, version: follows.from })
  const problems = before ? followProblems(file, parsed.template, before, language) : []
  return problems.length === 0 ? parsed : { ok: false, problems }
}

/** Reads a folder of templates. One that does not parse is left out, with the reason in the given language. */
export function loadTemplates(folder: string, language: Language = 'sv'): Templates {
  const files = readdirSync(folder)
    .filter(isTemplateFile)
    .toSorted()
    .map((name) => ({ name, text: readTextFile(join(folder, name), 3 * MAX_TEMPLATE_CHARS) }))
  const alone = files.map(({ name, text }) => parsedFile(name, text, language))
  const known = alone.flatMap((result) => (result.ok ? [result.template] : []))
  const parsed = alone.map((result, index) => amongOthers(files[index]?.name ?? '', result, known, language))
  return templatesOf(
    parsed.flatMap((result) => (result.ok ? [result.template] : [])),
    parsed.flatMap((result) => (result.ok ? [] : result.problems)),
  )
}

export function templatesOf(
  all: readonly KnownTemplate[],
  problems: readonly TemplateProblem[] = [],
): Templates {
  const newest = newestVersions(all)
  return {
    all,
    problems,
    find: (ref) => templateOf(all, ref),
    newest: (id) => newest.find((template) => template.id === id),
  }
}

/** The template that a note pins. NOT_FOUND where it is not here. */
export function pinnedTemplate(templates: Templates, ref: TemplateRef): Template {
  const template = templates.find(ref)
  if (!template) throw refusal('NOT_FOUND', { what: 'template', id: `${ref.id} ${ref.version}` })
  return template
}

/** What the workbench gets: the newest version of each template, the oldest that notes pin, and all between, which they follow through. */
export function templatesInUse(templates: Templates, pinned: readonly TemplateRef[]): Template[] {
  return templates.all.filter(
    (template) =>
      templates.newest(template.id) === template ||
      pinned.some(({ id, version }) => id === template.id && version <= template.version),
  )
}
