import { createContext, use, useCallback } from 'react'
import { type Language, type ParamsOf, type TextKey, translate } from '../../shared/text/index.ts'

/** Gives the text of a key in the reader's language, with `{name}` filled from the parameters. */
export type Translate = <Key extends TextKey>(key: Key, ...params: ParamsOf<Key>) => string

/** The language of the interface. Provided by the workbench from the settings; Swedish without a provider. */
export const LanguageContext = createContext<Language>('sv')

/** The language that the interface is shown in now. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The texts in the language of the interface: `const t = useT()`, then `t('frame.save')`. */
export function useT(): Translate {
  const language = useLanguage()
  return useCallback((key, ...params) => translate(language, key, ...params), [language])
}
