import { parseDate } from '../../case/dates.ts'
import type { DateBound } from '../../fields/date.ts'
import { type AnswerType, isAnswerType } from '../../fields/index.ts'
import { type JsonObject, toJson } from '../../fields/json.ts'
import type { OutlineItem } from '../outline.ts'
import { factValue, fhirPath } from './fhirpath.ts'
import { partLink } from './link-ids.ts'
import type { Extension, Item, PrimitiveElement } from './questionnaire.ts'
import { bilingualText } from './texts.ts'
import { CALCULATED_VALUE, MAX_VALUE, MIN_VALUE, UNIT } from './urls.ts'

type Kind = OutlineItem['kind']

/** FHIR's types of question, R4's among them, and what each is with us. Whatever is not here is a text. */
const kinds: ReadonlyMap<string, AnswerType> = new Map([
  ['boolean', 'yes-no'],
  ['decimal', 'number'],
  ['integer', 'number'],
  ['quantity', 'number'],
  ['date', 'date'],
  ['dateTime', 'date'],
  ['coding', 'choice'],
  ['choice', 'choice'],
  ['open-choice', 'choice'],
])
/** Those that say all that FHIR's do. */
const whole = [
  'boolean',
  'decimal',
  'date',
  'string',
  'text',
  'coding',
  'choice',
  'group',
  'display',
  'question',
]

/** Whether our type says less than FHIR's: no time of day, no picture. */
export const saysLess = ({ type }: Item) => !whole.includes(type) && type !== 'open-choice'

const onlyWords = (items: readonly Item[] | undefined) =>
  items !== undefined && items.length > 0 && items.every(({ type }) => type === 'display')

/** What an item is by FHIR alone. `top` where it stands in no other. */
export function fhirKind(item: Item, top: boolean): Kind {
  if (item.type === 'display') return 'info'
  if (item.type === 'group') {
    if (top) return 'part'
    if (item.repeats === true) return 'group'
    return onlyWords(item.item) ? 'info' : 'part'
  }
  const offers = (item.answerOption ?? []).length > 0 || item.answerValueSet !== undefined
  const kind = offers ? 'choice' : kinds.get(item.type)
  if (kind === 'choice' && item.repeats === true) return 'choices'
  return kind ?? 'text'
}

/** The type that an extension of ours says; undefined where there is none that we know. */
export function ownKind({ type }: JsonObject): Kind | undefined {
  if (typeof type !== 'string') return undefined
  return type === 'info' || isAnswerType(type) ? type : undefined
}

const byUrl = (extensions: readonly Extension[] | undefined, url: string) =>
  extensions?.find((extension) => extension.url === url)

function bound(extension: Extension | undefined, kind: Kind): number | DateBound | undefined {
  if (kind === 'number') return extension?.valueDecimal ?? extension?.valueInteger
  const date = parseDate(extension?.valueDate ?? '')
  return date === undefined ? calculatedBound(extension) : { date }
}

const days = (count: number) => (count === 0 ? '' : ` ${count < 0 ? '-' : '+'} ${Math.abs(count)} days`)
/** The days that others are counted from. */
const firstDays = { today: 'today()', 'first-sick-day': factValue('first-sick-day') } as const
const countedFrom = ['today', 'first-sick-day'] as const

/** A day that follows the case or the calendar, as SDC has it: an expression that gives the value. */
const calculated = (expression: string): PrimitiveElement => ({
  extension: [{ url: CALCULATED_VALUE, valueExpression: fhirPath(expression) }],
})

/** The bound that an expression gives, where it is one of ours: a day, and so many days from it. */
function calculatedBound(extension: Extension | undefined): DateBound | undefined {
  const expression = byUrl(extension?._valueDate?.extension, CALCULATED_VALUE)?.valueExpression?.expression
  const relativeTo = countedFrom.find((day) => expression?.startsWith(firstDays[day]))
  if (expression === undefined || relativeTo === undefined) return undefined
  const rest = expression.slice(firstDays[relativeTo].length).trim()
  if (rest === '') return { relativeTo, days: 0 }
  const [, sign, count] = /^([-+]) ?(\d{1,5}) days?$/.exec(rest) ?? []
  return count === undefined ? undefined : { relativeTo, days: Number(`${sign}${count}`) }
}

/** A bound as FHIR's extensions have it: a value, or an expression where it follows the case or the calendar. */
export function boundExtensions(bounds: {
  min?: number | DateBound | undefined
  max?: number | DateBound | undefined
}): Extension[] {
  const extension = (url: string, value: number | DateBound | undefined): Extension[] => {
    if (typeof value === 'number') return [{ url, valueDecimal: value }]
    if (value === undefined) return []
    if ('date' in value) return [{ url, valueDate: value.date }]
    return [{ url, _valueDate: calculated(`${firstDays[value.relativeTo]}${days(value.days)}`) }]
  }
  return [...extension(MIN_VALUE, bounds.min), ...extension(MAX_VALUE, bounds.max)]
}

/** Whether a least or a most is said in a way that gives none of ours: of another type, or by an expression. */
export function boundIsLost({ extension }: Item, kind: Kind): boolean {
  return [MIN_VALUE, MAX_VALUE].some((url) => {
    const found = byUrl(extension, url)
    return found !== undefined && bound(found, kind) === undefined
  })
}

const partOf = ({ linkId, item }: Item, part: string) =>
  item?.find((inner) => inner.linkId === partLink(linkId, [part]))

/** What an item says of the members that its type has with us. */
export function membersOf(item: Item, kind: Kind, language: string | undefined): JsonObject {
  // A period's bounds are those of its days.
  const bounded = kind === 'period' ? partOf(item, 'from') : item
  const min = bound(byUrl(bounded?.extension, MIN_VALUE), kind)
  const max = bound(byUrl(bounded?.extension, MAX_VALUE), kind)
  const unit = byUrl(item.extension, UNIT)?.valueCoding
  const name = unit?.display ?? unit?.code
  const words = name ? bilingualText(name, unit?._display, language) : {}
  const said = (part: object): JsonObject =>
    Object.fromEntries(
      Object.entries(part).flatMap(([id, value]) => (value === undefined ? [] : [[id, toJson(value)]])),
    )
  if (kind === 'date' || kind === 'period') return said({ min, max })
  if (kind === 'number') {
    // Bounds that leave nothing between them are none.
    const bounds = min !== undefined && max !== undefined && min > max ? {} : { min, max }
    return said({ ...bounds, unit: name ? { sv: words.sv ?? name, en: words.en ?? name } : undefined })
  }
  if (kind !== 'text') return {}
  return said({
    multiline: item.type === 'text' ? true : undefined,
    maxLength: item.maxLength !== undefined && item.maxLength > 0 ? item.maxLength : undefined,
  })
}
