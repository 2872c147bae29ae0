import { dequal } from 'dequal/lite'
import { z } from 'zod'

const membersSchema = z.record(z.string(), z.json())
export type Answers = z.infer<typeof membersSchema>

/**
 * Answers by field id, as stored: any JSON, since a template may since have changed. Read with `readAs`. They are
 * handed on as they came, not copied: zod's copy would leave out an answer named `__proto__`, and an answer that no
 * field takes is kept whatever its name.
 */
export const answersSchema = z
  .custom<Answers>()
  .superRefine((value, context) => {
    for (const issue of membersSchema.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue })
  })
  .meta({ type: 'object' })

type Json = Answers[string]

// C0 controls but tab and line feed: nobody types them, and XML has no form for them.
const CONTROLS = new RegExp(
  `[${[...Array(32).keys()]
    .filter((code) => code !== 9 && code !== 10)
    .map((code) => `\\x${code.toString(16).padStart(2, '0')}`)
    .join('')}]`,
  'g',
)

/**
 * A text as it can be kept and signed: line breaks are "\n", letters are whole (å, not a and a ring: NFC), NUL and
 * the other C0 controls are taken out, and half a surrogate pair, which canonical JSON (RFC 8785) has no form for,
 * becomes U+FFFD. All else stays, marks of writing direction too. Cleaning twice gives the same.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').toWellFormed().normalize('NFC')
}

/** Any JSON with every text in it cleaned, keys too. */
export function cleanJson(value: Json): Json {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanJson)
  if (typeof value === 'object' && value !== null) return cleanAnswers(value)
  return value
}

/** Answers with every text in them cleaned. */
export function cleanAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [cleanText(key), cleanJson(value)]))
}

/** How many UTF-16 units of text a value holds. */
export function textLength(value: Json): number {
  if (typeof value === 'string') return value.length
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + textLength(part), 0)
  if (typeof value === 'object' && value !== null) return textLength(Object.values(value))
  return 0
}

/** The ids of the fields whose answers differ. */
export function differingFields(left: Answers, right: Answers): string[] {
  if (left === right) return []
  const fields = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...fields].filter((field) => !dequal(left[field], right[field]))
}
