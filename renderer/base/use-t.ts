import { createContext, use, useCallback } from 'react'
import { type Language, type TextKey, translate } from '../../shared/text/index.ts'
import type { MessageParams } from '../../shared/text/message.ts'

/** Gives the text of a key in the reader's language, with `{name}` filled from the parameters. */
export type Translate = (key: TextKey, params?: MessageParams) => string

/** The language of the interface. Provided by the workbench from the settings; Swedish without a provider. */
export const LanguageContext = createContext<Language>('sv')

/** The language that the interface is shown in now. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The texts in the language of the interface: `const t = useT()`, then `t('frame.save')`. */
export function useT(): Translate {
  const language = useLanguage()
  return useCallback((key, params) => translate(language, key, params), [language])
}
