import type { z } from 'zod'
import enTexts from './en/index.ts'
import type { Language, Localized } from './localized.ts'
import type { MessageParams, messageSchema } from './message.ts'
import svTexts from './sv/index.ts'

export type { Language, Localized } from './localized.ts'
export { languageSchema } from './localized.ts'

type Entry = keyof typeof svTexts

type StemOf<Key, Form extends string> = Key extends `${infer Stem}.${Form}` ? Stem : never

/** A text with forms for numbers: `cases.count` stands in the files as `cases.count.one` and `cases.count.other`. */
export type PluralKey = StemOf<Entry, 'one'> & StemOf<Entry, 'other'>

/** Every text of the interface has a key; Swedish is complete by definition, English by a test. */
export type TextKey = Exclude<Entry, `${PluralKey}.${'one' | 'other'}`> | PluralKey

/** What goes into a text: one with forms for numbers asks for the number, as `count`. */
export type ParamsOf<Key extends TextKey> = Key extends PluralKey
  ? [params: MessageParams & { readonly count: number }]
  : [params?: MessageParams | undefined]

const texts: Record<Language, Readonly<Record<string, string>>> = { sv: svTexts, en: enTexts }
const plurals = { sv: new Intl.PluralRules('sv'), en: new Intl.PluralRules('en') }

/** Whether a key read from elsewhere (a bundle, another version) is one we have a text for. */
export function isTextKey(key: string): key is TextKey {
  return (
    Object.hasOwn(svTexts, key) ||
    (Object.hasOwn(svTexts, `${key}.one`) && Object.hasOwn(svTexts, `${key}.other`))
  )
}

/**
 * The text of a key in a language, with {name} replaced by its parameters, in the form that `count` asks for. A
 * parameter that ends a sentence ends it once. A key without English falls back to Swedish.
 */
export function translate<Key extends TextKey>(
  language: Language,
  key: Key,
  ...[params = {}]: ParamsOf<Key>
): string {
  const template = templateOf(language, key, params) ?? templateOf('sv', key, params) ?? key
  return template.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const value = params[name]
    if (value === undefined) return whole
    const words = typeof value === 'object' ? value[language] : String(value)
    return words.endsWith('.') ? words : words + stop
  })
}

function templateOf(language: Language, key: TextKey, { count }: MessageParams): string | undefined {
  const form = typeof count === 'number' ? plurals[language].select(count) : 'other'
  return texts[language][key] ?? texts[language][`${key}.${form}`]
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
export function message<Key extends TextKey>(
  key: Key,
  ...[params]: ParamsOf<Key>
): z.infer<typeof messageSchema> {
  return params === undefined ? { key } : { key, params }
}

/** A text of the interface in both languages, to be put into a message. */
export function localized<Key extends TextKey>(key: Key, ...params: ParamsOf<Key>): Localized {
  return { sv: translate('sv', key, ...params), en: translate('en', key, ...params) }
}
