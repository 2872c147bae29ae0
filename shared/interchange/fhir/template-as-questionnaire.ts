import { isObject, type Json, type JsonObject, storedRows, toJson } from '../../fields/json.ts'
import type { Template } from '../../template/template.ts'
import { isTextKey, type Localized, localized } from '../../text/index.ts'
import { rawTemplate } from '../draft.ts'
import type { Converted, ReportEntry } from '../report.ts'
import { partLink, sectionLink } from './link-ids.ts'
import { outlineOf } from './outline.ts'
import { ownExtensions, unsaid } from './own.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { plainQuestionnaire } from './to-questionnaire.ts'
import { ENABLE_WHEN_EXPRESSION } from './urls.ts'

/** What FHIR could not say of an item and of its options, by its link id. */
interface Unsaid {
  members: JsonObject
  options: JsonObject[]
}

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

/** What a member is called where it is told what others do not understand. */
function memberName(member: string): string | Localized {
  const key = `interchange.member.${member}`
  return isTextKey(key) ? localized(key, {}) : member
}

/** Means nothing to whoever reads a form. */
const silent = ['$schema', 'item']

function entriesOf(members: JsonObject, path: string, item: Item | undefined): ReportEntry[] {
  return Object.keys(members).flatMap((member): ReportEntry[] => {
    if (silent.includes(member)) return []
    if (member !== 'visibleWhen')
      return [{ key: 'interchange.out.own', params: { what: memberName(member) }, path }]
    if (item?.enableWhen !== undefined) return []
    const isExpression = item?.extension?.some(({ url }) => url === ENABLE_WHEN_EXPRESSION) === true
    return [{ key: isExpression ? 'interchange.out.expression' : 'interchange.out.condition', path }]
  })
}

function reportOf(item: Item, unsaidBy: ReadonlyMap<string, Unsaid>): ReportEntry[] {
  const { members = {}, options = [] } = unsaidBy.get(item.linkId) ?? {}
  return [
    ...entriesOf(members, item.linkId, item),
    ...entriesOf(Object.fromEntries(options.flatMap(Object.entries<Json>)), item.linkId, undefined),
    ...(item.item ?? []).flatMap((inner) => reportOf(inner, unsaidBy)),
  ]
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
    extension: ownExtensions(members),
    item: plain.item.map((item) => withOwn(item, unsaidBy)),
  }
  const report = [
    ...entriesOf(members, '', undefined),
    ...plain.item.flatMap((item) => reportOf(item, unsaidBy)),
  ]
  return { value, report }
}
