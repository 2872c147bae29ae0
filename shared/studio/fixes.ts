import type { Json } from '../fields/json.ts'
import type { TextKey } from '../text/index.ts'
import type { MessageParams } from '../text/message.ts'
import { blankField, blankOption, blankSection } from './blank.ts'
import { isJsonPath, type JsonPath, jsonAt, listAt, withJsonAt } from './json-path.ts'
import { renamed } from './namings.ts'
import type { StudioProblem } from './problem.ts'
import { freeId, idFromWords } from './slug.ts'
import { partAround, partsOf, takenColumns, takenIds, type Working } from './working.ts'

/** A way out of a problem: what it does, in words, and the edit itself. */
export interface StudioFix {
  readonly key: TextKey
  readonly params?: MessageParams
  readonly edit: (working: Working) => Working
}

const wordOf = (param: MessageParams[string] | undefined) => (typeof param === 'string' ? param : '')

interface Found {
  readonly working: Working
  readonly path: JsonPath
  readonly params: MessageParams
}
type Fixer = (found: Found) => readonly StudioFix[]

const fix = (key: TextKey, edit: StudioFix['edit'], params: MessageParams = {}): StudioFix => ({
  key,
  params,
  edit,
})
const setAt = (path: JsonPath, value: Json) => (working: Working) => withJsonAt(working, path, value)
const removeAt = (path: JsonPath) => (working: Working) => withJsonAt(working, path, undefined)

const remove: Fixer = ({ path }) => [
  fix('studio.fix.remove', removeAt(path), { member: String(path.at(-1)) }),
]

/** The condition that something stands in, as a whole. */
function conditionAround(path: JsonPath): JsonPath | undefined {
  const at = path.findIndex((part) => part === 'visibleWhen' || part === 'obligatoryWhen' || part === 'when')
  return at < 0 ? undefined : path.slice(0, at + 1)
}

const removeCondition: Fixer = ({ path }) => {
  const condition = conditionAround(path)
  return condition === undefined || condition.at(-1) === 'when'
    ? []
    : [fix('studio.fix.removeCondition', removeAt(condition))]
}

/** The ids that the one at a path must differ from. */
function takenAt(working: Working, part: JsonPath): Set<string> {
  if (part.length === 6) return takenColumns(working, part.slice(0, 4))
  return takenIds(working, part.length === 2 ? 'section' : 'field')
}

/** A free id, made of the part's own words where it has some. */
const newId: Fixer = ({ working, path }) => {
  const part = partAround(working, path)
  const words = jsonAt(working, [...part, part.length === 2 || part.length === 0 ? 'title' : 'label', 'sv'])
  const wanted = idFromWords(typeof words === 'string' ? words : '') || fallbackIds[part.length] || 'mall'
  const id = part.length === 0 ? wanted : freeId(wanted, takenAt(working, part))
  return path.at(-1) === 'id'
    ? [fix('studio.fix.id', (copy) => renamed(copy, part, id), { id })]
    : freeName({ working, path, params: {} })
}
const fallbackIds: Readonly<Record<number, string>> = { 2: 'avsnitt', 4: 'falt', 6: 'kolumn' }

/** The name of a step, numbered. */
const freeName: Fixer = ({ working, path }) => {
  if (path[0] !== 'follows' || path.at(-1) !== 'name') return []
  const name = jsonAt(working, path)
  const steps = listAt(working, ['follows', 'steps'])
  const taken = new Set(
    steps.map((step) => jsonAt(step, ['name'])).filter((each) => typeof each === 'string'),
  )
  const id = freeId(typeof name === 'string' ? name : 'steg', taken)
  return [fix('studio.fix.id', setAt(path, id), { id })]
}

const freeValue: Fixer = ({ working, path }) => {
  const options = listAt(working, path.slice(0, -2))
  const value = jsonAt(working, path)
  const taken = new Set(
    options.map((option) => jsonAt(option, ['value'])).filter((each) => typeof each === 'string'),
  )
  const id = freeId(typeof value === 'string' ? value : 'alternativ', taken)
  return [fix('studio.fix.id', setAt(path, id), { id })]
}

/** A text that one language lacks: the other's words, to be translated. */
const otherWords =
  (language: 'sv' | 'en'): Fixer =>
  ({ working, path }) => {
    const other = language === 'sv' ? 'en' : 'sv'
    const words = jsonAt(working, [...path.slice(0, -1), other])
    return typeof words === 'string' && words !== ''
      ? [fix(`studio.fix.words.${other}`, setAt(path, words))]
      : []
  }

/** What a member that must be there is most often. */
const usual: Readonly<Record<string, Json>> = {
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  owner: 'forsakringskassan',
  version: 1,
  format: 'klarlagt/mall',
}

const missing: Fixer = (found) => {
  const { path } = found
  const member = String(path.at(-1))
  const value = usual[member]
  if (value !== undefined) return [fix('studio.fix.usual', setAt(path, value), { member })]
  if (member === 'id') return newId(found)
  return tooSmall(found)
}

const tooSmall: Fixer = ({ working, path }) => {
  switch (String(path.at(-1))) {
    case 'sections': {
      const section = blankSection('avsnitt', freeId('falt', takenIds(working, 'field')))
      return [fix('studio.fix.addSection', setAt(path, [section]))]
    }
    case 'fields': {
      const id = freeId('falt', takenIds(working, 'field'))
      return [fix('studio.fix.addField', setAt(path, [blankField('text', id)]))]
    }
    case 'options':
      return [fix('studio.fix.addOption', setAt(path, [blankOption('alternativ')]))]
    default:
      return []
  }
}

const ownId: Fixer = (found) => (found.path.at(-1) === 'id' ? newId(found) : [])

/** The options that the rules need, behind those that are there. */
const demanded: Fixer = ({ path, params }) => {
  const values = wordOf(params.values)
  const add = (working: Working) =>
    withJsonAt(
      working,
      [...path, 'options'],
      [...listAt(working, [...path, 'options']), ...values.split(', ').map(blankOption)],
    )
  return [fix('studio.fix.addOptions', add, { values })]
}

/** Another id that nearly says the same: one is a part of the other. */
const nearId: Fixer = (found) => {
  const { working, path, params } = found
  const id = wordOf(params.id)
  const near = partsOf(working).filter(
    (part) => part.kind === 'field' && part.id !== '' && (part.id.includes(id) || id.includes(part.id)),
  )
  const [only, ...more] = id === '' ? [] : near
  const instead =
    only === undefined || more.length > 0
      ? []
      : [fix('studio.fix.nameInstead', setAt(path, only.id), { id: only.id })]
  return [...instead, ...removeCondition(found)]
}

/** A step that cannot be taken away; the last one takes all that is said of following with it. */
const removeStep: Fixer = ({ working, path }) => {
  const [follows, steps, index] = path
  if (follows !== 'follows' || typeof index !== 'number' || steps !== 'steps') return []
  const only = listAt(working, ['follows', 'steps']).length === 1
  return [
    fix('studio.fix.removeStep', removeAt(only ? ['follows'] : path.slice(0, 3)), { number: index + 1 }),
  ]
}

/** All that is said of how answers follow, where it says a version that cannot be followed. */
const removeFollows: Fixer = () => [fix('studio.fix.removeFollows', removeAt(['follows']))]

/** A field that is not there: another of nearly the same name, or what names it goes. */
const unknownField: Fixer = (found) => [...nearId(found), ...removeStep(found)]

/** A value that cannot be: in a condition that goes, in a map of a step the option that becomes it. */
const impossibleValue: Fixer = (found) =>
  found.path[0] === 'follows' ? remove(found) : removeCondition(found)

const nextVersion: Fixer = ({ path, params: { next = 1 } }) =>
  typeof next === 'number' ? [fix('studio.fix.version', setAt(path, next), { next })] : []

const asBefore =
  (member: 'kind' | 'owner'): Fixer =>
  ({ path, params }) => [
    fix('studio.fix.asBefore', setAt(path, wordOf(params[member])), { name: params.name ?? '' }),
  ]

const rightOwner: Fixer = ({ path, params: { owner = '' } }) => [
  fix('studio.fix.owner', setAt(path, wordOf(owner)), { owner }),
]

/** The ways out, by what is wrong. What has none here is for whoever writes to decide. */
const fixers: Partial<Record<TextKey, Fixer>> = {
  'studio.problem.untranslated.en': otherWords('en'),
  'studio.problem.untranslated.sv': otherWords('sv'),
  'rules.template.missing': missing,
  'rules.template.tooSmall': tooSmall,
  'rules.template.slug': ownId,
  'rules.template.unknownMember': remove,
  'rules.template.idTwice': newId,
  'rules.template.optionTwice': freeValue,
  'rules.template.exclusiveInChoice': remove,
  'rules.template.alwaysObligatory': remove,
  'rules.template.conceptTwice': remove,
  'rules.template.conceptOptions': demanded,
  'rules.template.accordingTo': remove,
  'rules.template.takesOver': remove,
  'rules.template.owner': rightOwner,
  'rules.template.unknownField': unknownField,
  'rules.template.needlessValue': remove,
  'rules.template.wrongOperator': removeCondition,
  'rules.template.impossibleValue': impossibleValue,
  'rules.template.impossibleFact': removeCondition,
  'rules.template.wrongFactOperator': removeCondition,
  'rules.template.condition': removeCondition,
  'studio.access.idleHeading': ({ path }) => [fix('studio.fix.removeHeading', removeAt(path.slice(0, -1)))],
  'studio.problem.version': nextVersion,
  'studio.problem.otherKind': asBefore('kind'),
  'studio.problem.otherOwner': asBefore('owner'),
  'follow.cause.from': removeFollows,
  'follow.cause.unknown': removeStep,
  'follow.cause.taken': removeStep,
  'follow.cause.type': removeStep,
  'follow.cause.retype': removeStep,
  'follow.cause.mapNeedless': remove,
}

/** The obvious ways out of a problem, the best first. */
export function fixesOf(
  working: Working,
  { path, key, params = {}, instead }: StudioProblem,
): readonly StudioFix[] {
  if (!isJsonPath(path)) return []
  if (instead !== undefined) return [fix(instead.key, setAt(path, instead.value), instead.params)]
  return fixers[key]?.({ working, path, params }) ?? []
}
