import type { Cause } from '../fields/define.ts'
import { type FileFault, readJson } from '../file/json-text.ts'
import { causesOf, pathText } from '../template/problem.ts'
import { type Language, translate } from '../text/index.ts'
import { followCauses } from './follow-shapes.ts'
import { semanticCauses } from './semantics.ts'
import { type Template, templateSchema } from './template.ts'

/** Why a template is refused: a sentence that names the file, the place in it, the cause and what to do. */
export interface TemplateProblem {
  file: string
  /** `sections[0].fields[2].id`; empty for the file as a whole. */
  path: string
  message: string
}
export type ParsedTemplate = { ok: true; template: Template } | { ok: false; problems: TemplateProblem[] }

/** Enough to start mending; a file of another format would list every member otherwise. */
const MOST_PROBLEMS = 50

/** The largest template that is read, in UTF-16 units. Own choice: ten times the largest of ours. */
export const MAX_TEMPLATE_CHARS = 2_000_000

/** Why the file of a template is not read at all. */
export function unreadableTemplate(fileName: string, fault: FileFault, language: Language): TemplateProblem {
  const cause = translate(language, `errors.file.${fault.kind}`, fault.params)
  return { file: fileName, path: '', message: `${fileName}: ${cause}` }
}

/** What is wrong in a file, as sentences that name it and the place; the first of them, where there are many. */
export function fileProblems(file: string, causes: readonly Cause[], language: Language): TemplateProblem[] {
  return causes.slice(0, MOST_PROBLEMS).map(({ path, key, params }) => {
    const cause = translate(language, key, params)
    const place = pathText(path)
    const text = place === '' ? 'rules.template.inFile' : 'rules.template.atPlace'
    return { file, path: place, message: translate(language, text, { file, path: place, cause }) }
  })
}

/** What a version says of how answers follow to it, that cannot be since the version before is as it is. */
export function followProblems(
  file: string,
  template: Template,
  before: Template,
  language: Language,
): TemplateProblem[] {
  return fileProblems(file, followCauses(template, before), language)
}

/**
 * Reads a template from the text of its file. Refused with every problem found where it is no JSON, not of
 * the template's form, or says something that cannot be (a condition on a field that is not there).
 */
export function parseTemplate(fileName: string, text: string, language: Language = 'sv'): ParsedTemplate {
  const refused = (causes: readonly Cause[]): ParsedTemplate => ({
    ok: false,
    problems: fileProblems(fileName, causes, language),
  })

  const read = readJson(text, MAX_TEMPLATE_CHARS)
  if (!read.ok) return { ok: false, problems: [unreadableTemplate(fileName, read.fault, language)] }
  const parsed = templateSchema.safeParse(read.value)
  if (!parsed.success) return refused(parsed.error.issues.flatMap((issue) => causesOf(issue, read.value)))
  const causes = semanticCauses(parsed.data)
  return causes.length > 0 ? refused(causes) : { ok: true, template: parsed.data }
}
