import { isObject, type Json, type Value } from '../fields/json.ts'
import type { Language } from '../text/index.ts'

/** A text as it is being written: either language may be missing. */
export type TemplateText = Partial<Record<Language, string>>

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
