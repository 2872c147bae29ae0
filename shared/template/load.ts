import { type ParseError, parse } from 'jsonc-parser'
import type { Cause } from '../fields/define.ts'
import { causesOf, pathText } from '../template/problem.ts'
import { type Language, translate } from '../text/index.ts'
import { semanticCauses } from './semantics.ts'
import { type Template, templateSchema } from './template.ts'

/** Where a JSON text stops being JSON, as an editor counts: lines and columns from 1. */
export interface JsonPlace {
  line: number
  column: number
}

/** The place of the first error in a text that is not JSON; its beginning where that cannot be told. */
export function jsonErrorPlace(text: string): JsonPlace {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch (error) {
    // A list in a list in a list …, deeper than the stack.
    if (!(error instanceof RangeError)) throw error
  }
  const before = text.slice(0, errors[0]?.offset ?? 0).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

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

/**
 * Reads a template from the text of its file. Refused with every problem found where it is no JSON, not of
 * the template's form, or says something that cannot be (a condition on a field that is not there).
 */
export function parseTemplate(fileName: string, text: string, language: Language = 'sv'): ParsedTemplate {
  const problem = ({ path, key, params }: Cause): TemplateProblem => {
    const cause = translate(language, key, params)
    const place = pathText(path)
    const message = translate(language, place === '' ? 'rules.template.inFile' : 'rules.template.atPlace', {
      file: fileName,
      path: place,
      cause,
    })
    return { file: fileName, path: place, message }
  }
  const refused = (causes: readonly Cause[]): ParsedTemplate => ({
    ok: false,
    problems: causes.slice(0, MOST_PROBLEMS).map(problem),
  })

  const json = text.replace(/^\ufeff/, '')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return refused([{ path: [], key: 'rules.template.notJson', params: { ...jsonErrorPlace(json) } }])
  }
  const parsed = templateSchema.safeParse(value)
  if (!parsed.success) return refused(parsed.error.issues.flatMap((issue) => causesOf(issue, value)))
  const causes = semanticCauses(parsed.data)
  return causes.length > 0 ? refused(causes) : { ok: true, template: parsed.data }
}
