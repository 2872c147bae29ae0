import { MAX_TEMPLATE_CHARS } from '../../template/load.ts'
import { causesOf } from '../../template/problem.ts'
import type { Template } from '../../template/template.ts'
import type { Conversion } from '../report.ts'
import { refusedFor, templateOfOutline } from '../to-template.ts'
import { changedSince } from './changed-since.ts'
import { outlineOf } from './outline.ts'
import { type Extension, type Item, type Questionnaire, questionnaireSchema } from './questionnaire.ts'
import { OWN_MEMBER } from './urls.ts'

/** The largest Questionnaire that is read, in UTF-16 units. Own choice: FHIR says the same in about three times the letters. */
export const MAX_QUESTIONNAIRE_CHARS = 3 * MAX_TEMPLATE_CHARS

const others = (extension: readonly Extension[] = []) =>
  extension.filter(({ url }) => !url.startsWith(OWN_MEMBER))

function withoutOwn(item: Item): Item {
  return {
    ...item,
    extension: others(item.extension),
    answerOption: item.answerOption?.map((option) => ({ ...option, extension: others(option.extension) })),
    item: item.item?.map(withoutOwn),
  }
}

/** A form that has no extensions of ours, or where they do not hold together, says what FHIR says and no more. */
function fromOthers(form: Questionnaire): Conversion<Template> {
  const stripped = { ...form, extension: others(form.extension), item: form.item.map(withoutOwn) }
  const { value, report } = outlineOf(stripped)
  const read = templateOfOutline(value)
  if (!read.ok) return read
  return { ...read, report: [{ key: 'interchange.in.ownRefused', path: '' }, ...report, ...read.report] }
}

/**
 * A FHIR Questionnaire, of R4 or R5, as a template: the same as it was where we wrote it, and as near as can be where
 * somebody else did, with a report of what is missing.
 */
export function templateOfQuestionnaire(json: unknown): Conversion<Template> {
  const parsed = questionnaireSchema.safeParse(json)
  if (!parsed.success) return refusedFor(parsed.error.issues.flatMap((issue) => causesOf(issue, json)))
  const { value, report } = outlineOf(parsed.data)
  const ours = templateOfOutline(value)
  if (!ours.ok) return fromOthers(parsed.data)
  return { ...ours, report: [...report, ...ours.report, ...changedSince(parsed.data, ours.value)] }
}
