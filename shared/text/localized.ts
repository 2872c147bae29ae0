import { z } from 'zod'

/** The two languages of the interface. Swedish is complete and comes first; English stands beside it. */
export const languageSchema = z.enum(['sv', 'en'])
export type Language = z.infer<typeof languageSchema>

/** A text in both languages, as templates carry them. */
export const localizedSchema = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof localizedSchema>

/** A text that is the same in both: an id, a number, a name. */
export const inBoth = (text: string): Localized => ({ sv: text, en: text })

/** Texts after each other, in each language. */
export const joinedTexts = (texts: readonly Localized[], between: string): Localized => ({
  sv: texts.map(({ sv }) => sv).join(between),
  en: texts.map(({ en }) => en).join(between),
})
