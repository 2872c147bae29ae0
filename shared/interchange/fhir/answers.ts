import { parseDate } from '../../case/dates.ts'
import { type AnswerField, opsOf, readAs } from '../../fields/index.ts'
import type { Json, JsonObject } from '../../fields/json.ts'
import { isObject } from '../../fields/json.ts'
import { parseNumber } from '../../fields/number.ts'
import { plainText, type RichBlock } from '../../fields/rich-blocks.ts'
import type { Language, Localized } from '../../text/index.ts'
import { inLanguage } from '../../text/index.ts'
import type { AnswerPart } from './parts.ts'
import { noteSystem } from './urls.ts'

/** An answer of a QuestionnaireResponse: one value. */
export interface FhirAnswer {
  valueString?: string
  valueBoolean?: boolean
  valueDecimal?: number
  valueDate?: string
  valueCoding?: { system: string; code: string; display: string }
  valueReference?: { type: string; identifier: { system: string; value: string }; display: string }
}

/** What FHIR can say of an answer: its values, own words beside them, and whether that is all of it. */
export interface SaidInFhir {
  answers: FhirAnswer[]
  words?: string
  whole: boolean
}

const nothing: SaidInFhir = { answers: [], whole: false }
const one = (answer: FhirAnswer): SaidInFhir => ({ answers: [answer], whole: true })

/** Where an answer is said: the codes of its question, the language, and the words of a reference. */
export interface Saying {
  system: string
  language: Language
  words: () => string
}

export const dateAnswer = (text: string): SaidInFhir => {
  const date = parseDate(text.trim())
  return date === undefined ? nothing : one({ valueDate: date })
}

function codedAnswer(
  options: readonly { code: string; label: Localized }[],
  code: string,
  at: Saying,
): SaidInFhir {
  const option = options.find((each) => each.code === code)
  if (option === undefined) return nothing
  return one({ valueCoding: { system: at.system, code, display: inLanguage(at.language, option.label) } })
}

function chosen(
  field: AnswerField,
  values: readonly string[],
  other: string | undefined,
  at: Saying,
): SaidInFhir {
  const { options } = opsOf(field)
  const codes = options.map(({ value, label }) => ({ code: value, label }))
  const said = values.map((value) => codedAnswer(codes, value, at))
  const asked = options.some((option) => option.other === true && values.includes(option.value))
  const words = other?.trim() ? other : undefined
  return {
    answers: said.flatMap(({ answers }) => answers),
    ...(words !== undefined && asked ? { words } : {}),
    whole: said.every(({ whole }) => whole) && (words === undefined || asked),
  }
}

const isPlain = (blocks: readonly RichBlock[]) =>
  blocks.every(
    (block) => block.type === 'paragraph' && block.runs.every(({ bold, italic }) => !bold && !italic),
  )

/** What FHIR can say of an answer of one value. */
export function saidOf(field: AnswerField, value: Json, at: Saying): SaidInFhir {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? one({ valueString: value }) : nothing
    case 'rich-text': {
      const answer = readAs(field.type, value)
      if (answer === undefined) return nothing
      return { answers: [{ valueString: plainText(answer) }], whole: isPlain(answer.blocks) }
    }
    case 'date':
      return typeof value === 'string' ? dateAnswer(value) : nothing
    case 'number': {
      const number = typeof value === 'string' ? parseNumber(value) : undefined
      return number === undefined || !Number.isFinite(number) ? nothing : one({ valueDecimal: number })
    }
    case 'yes-no':
      return one({ valueBoolean: value === 'ja' })
    case 'choice': {
      const answer = readAs(field.type, value)
      return answer === undefined ? nothing : chosen(field, [answer.value], answer.other, at)
    }
    case 'choices': {
      const answer = readAs(field.type, value)
      return answer === undefined ? nothing : chosen(field, answer.values, answer.other, at)
    }
    case 'note-reference': {
      const answer = readAs(field.type, value)
      if (answer === undefined) return nothing
      const identifier = { system: noteSystem, value: answer.note }
      return one({ valueReference: { type: 'QuestionnaireResponse', identifier, display: at.words() } })
    }
    case 'period':
    case 'actor':
    case 'person':
    case 'consents':
    case 'insatser':
    case 'aktiviteter':
    case 'group':
      return nothing
  }
}

/** What FHIR can say of one part of an answer; undefined where that part says nothing. */
export function saidOfPart(
  { path: [first, second], type, options = [] }: AnswerPart,
  answer: JsonObject,
  at: Saying,
): SaidInFhir | undefined {
  const outer = answer[first]
  const value = second === undefined ? outer : isObject(outer) ? outer[second] : undefined
  if (value === true && type === 'boolean') return one({ valueBoolean: true })
  if (typeof value === 'number' && type === 'decimal') return one({ valueDecimal: value })
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (type === 'date') return dateAnswer(value)
  return type === 'coding' ? codedAnswer(options, value, at) : one({ valueString: value })
}
