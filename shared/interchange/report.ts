import type { Cause } from '../fields/define.ts'
import { type Language, translate } from '../text/index.ts'

/** What did not carry over to another format or from it, or only nearly did: a text, and what it concerns in the source. */
export interface ReportEntry extends Omit<Cause, 'path'> {
  /** The id of a field or a section, a link id, a row of a sheet; empty for the whole. */
  path: string
}

/** What a conversion gave, and what it could not say in the other format. */
export interface Converted<T> {
  value: T
  report: ReportEntry[]
}

/** The conversion of something that others have written, and that may be no such thing at all. */
export type Conversion<T> = ({ ok: true } & Converted<T>) | { ok: false; problems: ReportEntry[] }

/** An entry as a sentence. */
export function reportText(language: Language, { key, params }: ReportEntry): string {
  return translate(language, key, params)
}
