import { isObject, type Json, type Value } from '../fields/json.ts'
import type { Language } from '../text/index.ts'

/** A text as it is being written: either language may be missing. */
export type TemplateText = Partial<Record<Language, string | undefined>>

/** Whether a value is a text in languages, written or being written. */
export function isTemplateText(value: Value): value is TemplateText & { [key: string]: Json } {
  return (
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(([key, text]) => (key === 'sv' || key === 'en') && typeof text === 'string')
  )
}

/** A text that is not written yet. */
export const emptyText = (): Json => ({ sv: '', en: '' })

/** The words to show of a text: in the language where it is written, else in the other, else nothing. */
export function shownWords(text: TemplateText, language: Language): string {
  const wanted = [text[language], text.sv, text.en].find(
    (words) => words !== undefined && words.trim() !== '',
  )
  return wanted?.trim() ?? ''
}
