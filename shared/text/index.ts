import type { z } from 'zod'
import enTexts from './en/index.ts'
import type { Language, Localized } from './localized.ts'
import type { MessageParams, messageSchema } from './message.ts'
import svTexts from './sv/index.ts'

export type { Language, Localized } from './localized.ts'
export { languageSchema } from './localized.ts'

/** Every text of the interface has a key; Swedish is complete by definition, English by a test. */
export type TextKey = keyof typeof svTexts

const texts: Record<Language, Partial<Record<string, string>>> = { sv: svTexts, en: enTexts }

/** Whether a key read from elsewhere (a bundle, another version) is one we have a text for. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(svTexts, key)
}

/**
 * The text of a key in a language, with {name} replaced by its parameters. A key without English falls back
 * to Swedish.
 */
export function translate(language: Language, key: TextKey, params: MessageParams = {}): string {
  const template = texts[language][key] ?? svTexts[key]
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'object' ? value[language] : String(value)
  })
}

/** The text of a localized text in a language. */
export function inLanguage(language: Language, text: Localized): string {
  return text[language]
}

/** The words of a message kept as data, in a language; an unknown key is shown as it is. */
export function messageText(language: Language, message: z.infer<typeof messageSchema>): string {
  return isTextKey(message.key) ? translate(language, message.key, message.params) : message.key
}

/** A message with a key that is known to exist. */
export function message(key: TextKey, params?: MessageParams): z.infer<typeof messageSchema> {
  return params === undefined ? { key } : { key, params }
}

/** A text of the interface in both languages, to be put into a message. */
export function localized(key: TextKey, params?: MessageParams): Localized {
  return { sv: translate('sv', key, params), en: translate('en', key, params) }
}
