import type { Cause } from '../fields/define.ts'
import { causesOf, pathText } from '../template/problem.ts'
import { semanticCauses } from '../template/semantics.ts'
import { type Template, templateSchema } from '../template/template.ts'
import { rawTemplate } from './draft.ts'
import { mended } from './mend.ts'
import { itemCount, MOST_ITEMS, type Outline } from './outline.ts'
import type { Conversion } from './report.ts'

/** Enough to start mending; a file of another format would list every member otherwise. */
const MOST_PROBLEMS = 50

/** Causes as a report has them: the sentence after the place it is about. */
export function refusedFor(causes: readonly Cause[]): Extract<Conversion<never>, { ok: false }> {
  const problems = causes
    .slice(0, MOST_PROBLEMS)
    .map(({ path, ...cause }) => ({ ...cause, path: pathText(path) }))
  return { ok: false, problems }
}

/** A template of ours that is in no other form, as it is; or why the loader would not take it. */
export function templateAsItIs(value: unknown): Conversion<Template> {
  const parsed = templateSchema.safeParse(value)
  if (!parsed.success) return refusedFor(parsed.error.issues.flatMap((issue) => causesOf(issue, value)))
  const causes = semanticCauses(parsed.data)
  return causes.length > 0 ? refusedFor(causes) : { ok: true, value: parsed.data, report: [] }
}

/** An outline as a template that the loader takes, with what did not carry over; or why there is none. */
export function templateOfOutline(outline: Outline): Conversion<Template> {
  if (itemCount(outline.items) > MOST_ITEMS)
    return {
      ok: false,
      problems: [{ key: 'interchange.in.tooMany', params: { most: MOST_ITEMS }, path: '' }],
    }
  const { value: draft, report } = rawTemplate(outline)
  const parsed = templateSchema.safeParse(draft)
  if (!parsed.success) return refusedFor(parsed.error.issues.flatMap((issue) => causesOf(issue, draft)))
  const { value, report: changes } = mended(parsed.data)
  const causes = semanticCauses(value)
  return causes.length > 0 ? refusedFor(causes) : { ok: true, value, report: [...report, ...changes] }
}
