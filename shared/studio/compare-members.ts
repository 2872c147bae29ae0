// Two values of a member of a template, and what differs between them, down to the last word.
import { dequal } from 'dequal'
import { z } from 'zod'
import { conditionSchema } from '../fields/condition.ts'
import { followStepSchema } from '../template/follow-steps.ts'
import type { Template } from '../template/template.ts'
import { localized } from '../text/index.ts'
import { inBoth, joinedTexts, type Localized, localizedSchema } from '../text/localized.ts'
import { conditionText } from './condition-text.ts'
import { conditionWords } from './condition-words.ts'
import { stepWords } from './follow-words.ts'
import { memberKey, valueKey } from './member-words.ts'
import { movedAmong } from './order.ts'

export interface MemberChange {
  readonly change: 'added' | 'removed' | 'moved' | 'changed'
  /** Where in the part it is, by the names in the file: `options.ja.label.sv`. */
  readonly path: string
  /** The same in words. */
  readonly member: Localized
  readonly before?: Localized
  readonly after?: Localized
}

/** The two templates that are compared: the names of fields and options are found in them. */
export interface Compared {
  readonly before: Template
  readonly after: Template
}

const itemSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  value: z.union([z.string(), z.number()]).optional(),
  provision: z.string().optional(),
  label: localizedSchema.optional(),
  title: localizedSchema.optional(),
})
type Item = z.infer<typeof itemSchema>

const objectSchema = z.record(z.string(), z.unknown())
const scalarSchema = z.union([z.string(), z.number()])
const keyOf = ({ id, name, value, provision }: Item) => id ?? name ?? value?.toString() ?? provision

/** An item by the name that people have for it, or by its key; a step by what it does. */
function nameOf(of: Compared, item: Item, key: string): Localized {
  const step = followStepSchema.safeParse(item).data
  return step === undefined ? (item.label ?? item.title ?? inBoth(key)) : stepWords(of, step)
}

/** The items of a list by what each is known by, or by their numbers; those that are known by the same are counted. */
function itemsOf(value: unknown): Map<string, Item> | undefined {
  const items = z.array(itemSchema).safeParse(value).data
  if (items === undefined || items.length === 0) return undefined
  const met = new Map<string, number>()
  return new Map(
    items.map((item, index): [string, Item] => {
      const key = keyOf(item) ?? String(index + 1)
      const times = (met.get(key) ?? 0) + 1
      met.set(key, times)
      return [times === 1 ? key : `${key} (${times})`, item]
    }),
  )
}

const CONDITIONS: ReadonlySet<string> = new Set(['visibleWhen', 'obligatoryWhen', 'when'])

const wordOf = (member: string): Localized => {
  const key = memberKey(member)
  return key === undefined ? inBoth(member) : localized(key, { count: 0 })
}

/** A value of one of the two that are compared, shown whole, in words where there are some. */
function said(of: Compared, side: keyof Compared, member: string, value: unknown): Localized {
  const condition = CONDITIONS.has(member) ? conditionSchema.safeParse(value).data : undefined
  if (condition !== undefined) return conditionWords(of[side], condition)
  const text = localizedSchema.safeParse(value).data
  if (text !== undefined) return text
  if (typeof value === 'boolean') return localized(value ? 'lists.yesNo.ja' : 'lists.yesNo.nej')
  const item = itemSchema.safeParse(value).data
  const known = item === undefined ? undefined : keyOf(item)
  if (item !== undefined && known !== undefined) return nameOf(of, item, known)
  if (Array.isArray(value))
    return joinedTexts(
      value.map((each) => said(of, side, member, each)),
      ', ',
    )
  const object = objectSchema.safeParse(value).data
  if (object === undefined) {
    const plain = scalarSchema.parse(value)
    // What older answers follow from is a version; elsewhere this member is a place or a type, which have words of their own.
    if (member === 'from' && typeof plain === 'number') return localized('studio.version', { version: plain })
    const key = valueKey(member, plain)
    return key === undefined ? inBoth(plain.toString()) : localized(key, { count: 0 })
  }
  return joinedTexts(
    Object.entries(object).map(([name, inner]) =>
      joinedTexts([wordOf(name), said(of, side, name, inner)], ': '),
    ),
    ', ',
  )
}

/** A condition by the ids that it names, which differ where what they name is called the same. */
function asWritten(value: unknown): Localized | undefined {
  const condition = conditionSchema.safeParse(value).data
  return condition && { sv: conditionText(condition, 'sv'), en: conditionText(condition, 'en') }
}

/** Where a value is, by name and in words. */
interface Place {
  readonly path: readonly string[]
  readonly words: readonly Localized[]
}

const within = ({ path, words }: Place, name: string, word: Localized = wordOf(name)): Place => ({
  path: [...path, name],
  words: [...words, word],
})

const at = ({ path, words }: Place): Pick<MemberChange, 'path' | 'member'> => ({
  path: path.join('.'),
  member: joinedTexts(words, ' › '),
})

function betweenItems(
  of: Compared,
  place: Place,
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
): MemberChange[] {
  const moved = movedAmong([...before.keys()], [...after.keys()])
  const removed = [...before].filter(([key]) => !after.has(key))
  return [
    ...removed.map(([key, item]) => ({
      change: 'removed' as const,
      ...at(place),
      path: [...place.path, key].join('.'),
      before: nameOf(of, item, key),
    })),
    ...[...after].flatMap(([key, item]): MemberChange[] => {
      const was = before.get(key)
      const here = within(place, key, nameOf(of, item, key))
      if (was === undefined)
        return [{ change: 'added', ...at(place), path: at(here).path, after: nameOf(of, item, key) }]
      return [
        ...(moved.has(key) ? [{ change: 'moved' as const, ...at(here) }] : []),
        ...betweenMembers(of, here, was, item),
      ]
    }),
  ]
}

function between(of: Compared, place: Place, before: unknown, after: unknown): MemberChange[] {
  if (dequal(before, after)) return []
  const member = place.path.at(-1) ?? ''
  const [textBefore, textAfter] = [
    localizedSchema.safeParse(before).data,
    localizedSchema.safeParse(after).data,
  ]
  if (textBefore !== undefined && textAfter !== undefined)
    return (['sv', 'en'] as const).flatMap((language): MemberChange[] => {
      if (textBefore[language] === textAfter[language]) return []
      const here = within(place, language)
      return [
        {
          change: 'changed',
          ...at(here),
          before: inBoth(textBefore[language]),
          after: inBoth(textAfter[language]),
        },
      ]
    })
  const [itemsBefore, itemsAfter] = [itemsOf(before), itemsOf(after)]
  if (itemsBefore !== undefined && itemsAfter !== undefined)
    return betweenItems(of, place, itemsBefore, itemsAfter)
  const [objectBefore, objectAfter] = [
    objectSchema.safeParse(before).data,
    objectSchema.safeParse(after).data,
  ]
  if (!CONDITIONS.has(member) && objectBefore !== undefined && objectAfter !== undefined)
    return betweenMembers(of, place, objectBefore, objectAfter)
  if (before === undefined)
    return [{ change: 'added', ...at(place), after: said(of, 'after', member, after) }]
  if (after === undefined)
    return [{ change: 'removed', ...at(place), before: said(of, 'before', member, before) }]
  const words = { before: said(of, 'before', member, before), after: said(of, 'after', member, after) }
  const isSame = words.before.sv === words.after.sv || words.before.en === words.after.en
  const [was, is] = isSame ? [asWritten(before), asWritten(after)] : []
  return [{ change: 'changed', ...at(place), before: was ?? words.before, after: is ?? words.after }]
}

/** By name, in a map: an option may be called `constructor`, which every object has a member of. */
const membersOf = (value: object) => new Map(Object.entries(objectSchema.parse(value)))

/** What differs between the members of two objects; those that are left out are compared elsewhere. */
export function betweenMembers(
  of: Compared,
  place: Place,
  before: object,
  after: object,
  leftOut: readonly string[] = [],
): MemberChange[] {
  const [was, is] = [membersOf(before), membersOf(after)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((member) => !leftOut.includes(member))
    .flatMap((member) => between(of, within(place, member), was.get(member), is.get(member)))
}

/** The part itself. */
export const partItself: Place = { path: [], words: [] }
