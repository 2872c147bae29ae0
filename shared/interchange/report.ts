import { z } from 'zod'
import type { Cause } from '../fields/define.ts'
import type { AnswerType } from '../fields/index.ts'
import { type Language, localized, messageText } from '../text/index.ts'
import { messageSchema } from '../text/message.ts'

/** What did not carry over to another format or from it, or only nearly did: a text, and what it concerns in the source. */
export interface ReportEntry extends Omit<Cause, 'path'> {
  /** The id of a field or a section, a link id, a row of a sheet; empty for the whole. */
  path: string
}

/** A report as it passes from the core to whoever asked. */
export const conversionReportSchema = z.array(messageSchema.extend({ path: z.string() }))
export type ConversionReport = Readonly<z.infer<typeof conversionReportSchema>>

/** That a question has a type that no field has, and which it was given instead. */
export function nearest(what: string, kind: AnswerType | 'info' | 'part', path: string): ReportEntry {
  const as = localized(kind === 'part' ? 'lists.fieldType.info' : `lists.fieldType.${kind}`)
  return { key: 'interchange.in.type', params: { what, as }, path }
}

/** What a conversion gave, and what it could not say in the other format. */
export interface Converted<T> {
  value: T
  report: ReportEntry[]
}

/** The conversion of something that others have written, and that may be no such thing at all. */
export type Conversion<T> = ({ ok: true } & Converted<T>) | { ok: false; problems: ReportEntry[] }

/** An entry as a sentence. */
export function reportText(language: Language, { key, params }: ConversionReport[number]): string {
  return messageText(language, { key, params })
}

/** What is wrong in a source, as a sentence that begins with the place. */
export function problemText(language: Language, problem: ConversionReport[number]): string {
  return `${problem.path} ${reportText(language, problem)}`.trim()
}

/** A report as it is read: each sentence once, with the places that it is about. */
export function reportLines(
  language: Language,
  report: ConversionReport,
): { sentence: string; places: string[] }[] {
  const bySentence = Map.groupBy(report, (entry) => reportText(language, entry))
  return [...bySentence].map(([sentence, entries]) => ({
    sentence,
    places: [...new Set(entries.map(({ path }) => path))].filter((path) => path !== ''),
  }))
}
