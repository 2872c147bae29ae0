import type { Json, JsonObject } from '../../fields/json.ts'
import { isTextKey, type Localized, localized } from '../../text/index.ts'
import type { ReportEntry } from '../report.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { ENABLE_WHEN_EXPRESSION, MAX_VALUE, MIN_VALUE, TARGET_CONSTRAINT } from './urls.ts'

/** What FHIR could not say of an item and of its options. */
export interface Unsaid {
  members: JsonObject
  options: JsonObject[]
}

/** What a member is called where it is told what others do not understand. */
function memberName(member: string): string | Localized {
  const key = `interchange.member.${member}`
  return isTextKey(key) ? localized(key, {}) : member
}

/** Means nothing to whoever reads a form. */
const silent = ['$schema', 'item']

const onlyOurs = (members: JsonObject, path: string): ReportEntry[] =>
  Object.keys(members)
    .filter((member) => !silent.includes(member))
    .map((member) => ({ key: 'interchange.out.own', params: { what: memberName(member) }, path }))

/** What an expression says, which only programs that follow SDC understand. */
const calculated = (member: string, path: string): ReportEntry => ({
  key: 'interchange.out.calculated',
  params: { what: memberName(member) },
  path,
})

/** When an item is shown: told where FHIR's own conditions do not say it. */
function ofVisibility({ linkId: path, enableWhen, extension }: Item): ReportEntry[] {
  if (enableWhen !== undefined) return []
  const isExpression = extension?.some(({ url }) => url === ENABLE_WHEN_EXPRESSION) === true
  return [{ key: isExpression ? 'interchange.out.expression' : 'interchange.out.condition', path }]
}

/** What others do not understand of a Questionnaire of ours, or only some of them. */
export function outReport(
  { item, extension = [] }: Questionnaire,
  own: JsonObject,
  unsaidBy: ReadonlyMap<string, Unsaid>,
): ReportEntry[] {
  const demanded = new Set(
    extension
      .filter(({ url }) => url === TARGET_CONSTRAINT)
      .map((constraint) => constraint.extension?.find(({ url }) => url === 'key')?.valueId),
  )
  const ofItem = (part: Item): ReportEntry[] => {
    const { linkId: path } = part
    const { members = {}, options = [] } = unsaidBy.get(path) ?? {}
    const { visibleWhen, obligatoryWhen, ...rest } = members
    const isDemanded = obligatoryWhen !== undefined && demanded.has(path)
    const bounds = (part.extension ?? []).filter(({ _valueDate }) => _valueDate !== undefined)
    return [
      ...onlyOurs(obligatoryWhen === undefined || isDemanded ? rest : { ...rest, obligatoryWhen }, path),
      ...(isDemanded ? [calculated('obligatoryWhen', path)] : []),
      ...bounds.flatMap(({ url }) => [
        ...(url === MIN_VALUE ? [calculated('min', path)] : []),
        ...(url === MAX_VALUE ? [calculated('max', path)] : []),
      ]),
      ...(visibleWhen === undefined ? [] : ofVisibility(part)),
      ...onlyOurs(Object.fromEntries(options.flatMap(Object.entries<Json>)), path),
      ...(part.item ?? []).flatMap(ofItem),
    ]
  }
  return [...onlyOurs(own, ''), ...item.flatMap(ofItem)]
}
