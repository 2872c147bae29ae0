import { isObject, type Json } from '../fields/json.ts'
import { type RichBlock, richTextSchema } from '../fields/rich-blocks.ts'

/** What an option, or a yes or a no, becomes. */
export type OptionMap = Readonly<Record<string, string>>

/** What a value becomes, where the map says so. */
export function mapped(map: OptionMap, value: string): string | undefined {
  return Object.hasOwn(map, value) ? map[value] : undefined
}

interface Conversion {
  /** It needs to be told what each value becomes. */
  readonly maps?: true
  /** The answer in its new form; undefined where it has none, and stays as it was. */
  readonly convert: (answer: Json, map: OptionMap) => Json | undefined
}

const asItIs: Conversion = {
  convert: (answer) => (typeof answer === 'string' ? answer : undefined),
}

const chosen = (answer: Json): string | undefined =>
  isObject(answer) && typeof answer.value === 'string' ? answer.value : undefined

function toRich(answer: Json): Json | undefined {
  if (typeof answer !== 'string') return undefined
  const blocks = answer.split(/\n{2,}/).map((text) => ({ type: 'paragraph', runs: [{ text }] }))
  return { blocks }
}

const isPlain = (block: RichBlock) =>
  block.type === 'paragraph' && block.runs.every(({ bold, italic }) => !bold && !italic)

/** Only what has no formatting is the same as plain text. */
function fromRich(answer: Json): Json | undefined {
  const rich = richTextSchema.safeParse(answer)
  if (!rich.success || !rich.data.blocks.every(isPlain)) return undefined
  return rich.data.blocks
    .map((block) => (block.type === 'list' ? '' : block.runs.map(({ text }) => text).join('')))
    .join('\n\n')
}

function oneOfMany(answer: Json): Json | undefined {
  if (!isObject(answer) || !Array.isArray(answer.values) || answer.values.length !== 1) return undefined
  const { values, ...rest } = answer
  const [value] = values
  return value === undefined ? undefined : { ...rest, value }
}

function manyOfOne(answer: Json): Json | undefined {
  const value = chosen(answer)
  if (!isObject(answer) || value === undefined) return undefined
  const { value: _value, ...rest } = answer
  return { ...rest, values: [value] }
}

const choiceOf = (answer: Json, map: OptionMap): string | undefined =>
  typeof answer === 'string' ? mapped(map, answer) : undefined

/** A choice says no more than yes or no where nobody has written beside it. */
function yesOrNo(answer: Json, map: OptionMap): Json | undefined {
  const value = chosen(answer)
  const isAlone = isObject(answer) && (answer.other === undefined || answer.other === '')
  return value === undefined || !isAlone ? undefined : mapped(map, value)
}

/** Between which types of field an answer can go with nothing lost: as it is, or as a map says. All others stay apart. */
const conversions: Readonly<Record<string, Readonly<Record<string, Conversion>>>> = {
  text: { 'rich-text': { convert: toRich } },
  'rich-text': { text: { convert: fromRich } },
  date: { text: asItIs },
  number: { text: asItIs },
  choice: { choices: { convert: manyOfOne }, 'yes-no': { maps: true, convert: yesOrNo } },
  choices: { choice: { convert: oneOfMany } },
  'yes-no': {
    choice: {
      maps: true,
      convert: (answer, map) => {
        const value = choiceOf(answer, map)
        return value === undefined ? undefined : { value }
      },
    },
    choices: {
      maps: true,
      convert: (answer, map) => {
        const value = choiceOf(answer, map)
        return value === undefined ? undefined : { values: [value] }
      },
    },
  },
}

/** How an answer goes from one type of field to another; undefined where it cannot without loss. */
export function conversionOf(from: string, to: string): Conversion | undefined {
  const ofType = Object.hasOwn(conversions, from) ? conversions[from] : undefined
  return ofType && Object.hasOwn(ofType, to) ? ofType[to] : undefined
}
