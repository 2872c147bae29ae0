import { isObject, type JsonObject, storedRows, toJson } from '../../fields/json.ts'
import type { Template } from '../../template/template.ts'
import { rawTemplate } from '../draft.ts'
import type { Converted } from '../report.ts'
import { partLink, sectionLink } from './link-ids.ts'
import { outReport, type Unsaid } from './out-report.ts'
import { outlineOf } from './outline.ts'
import { ownExtensions, unsaid } from './own.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { plainQuestionnaire } from './to-questionnaire.ts'

const idOf = ({ id }: JsonObject) => (typeof id === 'string' ? id : '')
const rows = (value: JsonObject | undefined, member: string) => storedRows(value?.[member])

/** What of a field, its options and its columns is not read back as it is. */
function ofField(field: JsonObject, read: JsonObject | undefined, linkId: string): [string, Unsaid][] {
  const options = rows(field, 'options').map((option, index) =>
    unsaid(option, rows(read, 'options')[index] ?? {}, []),
  )
  const columns = rows(field, 'fields').flatMap((column, index) =>
    ofField(column, rows(read, 'fields')[index], partLink(linkId, [idOf(column)])),
  )
  const members = unsaid(field, read ?? {}, ['options', 'fields'])
  return [[linkId, { members, options }], ...columns]
}

/** The same of each section and field of a template. */
function ofSections(template: JsonObject, read: JsonObject): Map<string, Unsaid> {
  return new Map(
    rows(template, 'sections').flatMap((section, s): [string, Unsaid][] => {
      const readSection = rows(read, 'sections')[s]
      const members = unsaid(section, readSection ?? {}, ['fields'])
      const fields = rows(section, 'fields').flatMap((field, f) =>
        ofField(field, rows(readSection, 'fields')[f], idOf(field)),
      )
      return [[sectionLink(idOf(section)), { members, options: [] }], ...fields]
    }),
  )
}

function withOwn(item: Item, unsaidBy: ReadonlyMap<string, Unsaid>): Item {
  const { members = {}, options = [] } = unsaidBy.get(item.linkId) ?? {}
  const extension = [...ownExtensions(members), ...(item.extension ?? [])]
  const answerOption = item.answerOption?.map((option, index) => {
    const own = [...ownExtensions(options[index] ?? {}), ...(option.extension ?? [])]
    return own.length > 0 ? { ...option, extension: own } : option
  })
  return {
    ...item,
    ...(extension.length > 0 ? { extension } : {}),
    ...(answerOption === undefined ? {} : { answerOption }),
    ...(item.item === undefined ? {} : { item: item.item.map((inner) => withOwn(inner, unsaidBy)) }),
  }
}

/**
 * A template as a FHIR R5 Questionnaire. What FHIR has no equal for is found by reading back what FHIR itself says: whatever
 * does not come back the same goes into extensions of ours, so that the whole always does.
 */
export function questionnaireOf(template: Template): Converted<Questionnaire> {
  const plain = plainQuestionnaire(template)
  const read = rawTemplate(outlineOf(plain).value).value
  const whole = toJson(template)
  if (!isObject(whole)) return { value: plain, report: [] }
  const unsaidBy = ofSections(whole, read)
  const members = unsaid(whole, read, ['sections'])
  const value = {
    ...plain,
    extension: [...ownExtensions(members), ...(plain.extension ?? [])],
    item: plain.item.map((item) => withOwn(item, unsaidBy)),
  }
  return { value, report: outReport(plain, members, unsaidBy) }
}
