import { z } from 'zod'
import { caseIdSchema, noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { documentKindSchema } from '../case/kinds.ts'
import { type FieldId, fieldIdSchema } from '../fields/base.ts'
import { type FieldFix, type Finding, type Severity, severities } from '../fields/place.ts'
import { type Language, message, type TextKey, translate } from '../text/index.ts'
import { type MessageParams, messageSchema } from '../text/message.ts'
import { printableLine } from '../text/printable.ts'
import { type Note, readSentenceSchema } from './note.ts'

/** Where a marker stands: in a case, a note, a field, a row, a column of the row (`performer`, or a group's field id). */
export const whereSchema = z.strictObject({
  case: caseIdSchema.optional(),
  note: noteIdSchema.optional(),
  field: fieldIdSchema.optional(),
  row: rowIdSchema.optional(),
  column: z.string().optional(),
})
export type Where = z.infer<typeof whereSchema>
/** A place in a field. */
export type WhereInField = Where & { readonly field: FieldId }

/** A change that a fix makes in the note it stands in: set an answer, or remove it where there is no value. */
export const answerChangeSchema = z.strictObject({ field: fieldIdSchema, value: z.json().optional() })

/** Words that a rule has read so, and the sentence they stand in: shown as a quotation, never part of a message. */
export const readingSchema = z.strictObject({ words: z.array(z.string()).min(1), sentence: z.string() })
export type MarkerReading = z.infer<typeof readingSchema>

/** What the user can run from the panel or the field to mend the problem. */
export const fixSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edit'),
    title: messageSchema,
    changes: z.array(answerChangeSchema).min(1),
  }),
  z.strictObject({ kind: z.literal('create-note'), title: messageSchema, documentKind: documentKindSchema }),
  z.strictObject({ kind: z.literal('go-to'), title: messageSchema, where: whereSchema }),
  /** The user's answer that it is not so, and the taking back of it. */
  z.strictObject({ kind: z.literal('object'), title: messageSchema, to: readSentenceSchema }),
  z.strictObject({ kind: z.literal('withdraw'), title: messageSchema, to: readSentenceSchema }),
])
export type Fix = z.infer<typeof fixSchema>

/** One problem: which rule, how grave, what to do, and where. Errors stop journalföring; the others never do. */
export const markerSchema = z.strictObject({
  /** `R1`…`R27`, a rule of shared/rules, or a check of the field's own: `falt/obligatoriskt`, `falt/datum` … */
  rule: z.string(),
  severity: z.enum(severities),
  message: messageSchema,
  where: whereSchema,
  reading: readingSchema.optional(),
  related: z.array(z.strictObject({ message: messageSchema, where: whereSchema })),
  fixes: z.array(fixSchema),
})
export type Marker = z.infer<typeof markerSchema>

/** A marker; `related` and `fixes` are empty unless given. */
export function marker(
  rule: string,
  severity: Severity,
  [key, params]: readonly [TextKey, MessageParams],
  where: Where,
  extras: Partial<Pick<Marker, 'related' | 'fixes'>> = {},
): Marker {
  return { rule, severity, message: message(key, params), where, related: [], fixes: [], ...extras }
}

/** A fix that leads the user to where the problem is solved. */
export function goTo(key: TextKey, where: Where, params?: MessageParams): Fix {
  return { kind: 'go-to', title: message(key, params), where }
}

/** A fix of one field's answer as the user can run it. */
export function editFix(field: FieldId, { title, value }: FieldFix): Fix {
  return { kind: 'edit', title, changes: [value === undefined ? { field } : { field, value }] }
}

/** What is wrong with the answer to a field of a note, as a marker. */
export function fieldMarker(note: Note['id'], field: FieldId, finding: Finding): Marker {
  const { rule, severity, message: words, row, column, fixes } = finding
  const where = {
    note,
    field,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
  return {
    rule,
    severity,
    message: words,
    where,
    related: [],
    fixes: fixes.map((fix) => editFix(field, fix)),
  }
}

/** What a rule read, as a quotation; the words alone. */
export function readingText(language: Language, { words }: MarkerReading): string {
  return translate(language, 'rules.readAs', {
    words: words.map((word) => `”${printableLine(word)}”`).join(', '),
  })
}
