import { z } from 'zod'

/** The two languages of the interface. Swedish is complete and comes first; English stands beside it. */
export const languageSchema = z.enum(['sv', 'en'])
export type Language = z.infer<typeof languageSchema>

/** A text in both languages, as templates carry them. */
export const localizedSchema = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof localizedSchema>
