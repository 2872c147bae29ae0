import { createContext, use, useCallback } from 'react'
import { type Language, type ParamsOf, type TextKey, translate } from '../../shared/text/index.ts'

/** Returns the text of a key in the reader's language, with `{name}` replaced by its parameter. */
export type Translate = <Key extends TextKey>(key: Key, ...params: ParamsOf<Key>) => string

/** The language of the interface. Provided by the workbench from the settings; Swedish without a provider. */
export const LanguageContext = createContext<Language>('sv')

/** The interface's current language. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The texts in the language of the interface: `const t = useT()`, then `t('frame.save')`. */
export function useT(): Translate {
  const language = useLanguage()
  return useCallback((key, ...params) => translate(language, key, ...params), [language])
}
