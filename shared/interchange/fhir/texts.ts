import type { Localized } from '../../text/index.ts'
import type { Bilingual } from '../outline.ts'
import type { PrimitiveElement } from './questionnaire.ts'
import { TRANSLATION } from './urls.ts'

/** A text in English, beside the Swedish one that stands in the element itself. */
export function translated({ en }: Localized): PrimitiveElement {
  return {
    extension: [
      {
        url: TRANSLATION,
        extension: [
          { url: 'lang', valueCode: 'en' },
          { url: 'content', valueString: en },
        ],
      },
    ],
  }
}

const languageOf = (code: string | undefined): keyof Bilingual | undefined => {
  const base = code?.slice(0, 2).toLowerCase()
  return base === 'sv' || base === 'en' ? base : undefined
}

/** A text with its translations, in a form whose own language is `language`. What is in neither of ours is kept as it is. */
export function bilingualText(
  text: string | undefined,
  element: PrimitiveElement | undefined,
  language: string | undefined,
): Bilingual {
  const words: Bilingual = {}
  for (const { url, extension = [] } of element?.extension ?? []) {
    if (url !== TRANSLATION) continue
    const lang = languageOf(extension.find((part) => part.url === 'lang')?.valueCode)
    const content = extension.find((part) => part.url === 'content')
    const said = content?.valueString ?? content?.valueMarkdown
    if (lang !== undefined && said) words[lang] = said
  }
  const own = languageOf(language) ?? 'sv'
  return text ? { ...words, [own]: text } : words
}
