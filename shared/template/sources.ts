import type { Language, Localized } from '../text/localized.ts'

/** The domain's source documents (domain.md §0.1) by the number that references use. */
const documents: Readonly<Record<string, Localized>> = {
  '000': {
    sv: 'Försäkringskassans svar om arbetsgivarens plan, FK 2025/000536',
    en: 'Försäkringskassan’s report on the employer’s plan, FK 2025/000536',
  },
  '001': {
    sv: 'ISF:s rapport om samordningsuppdraget, april 2025',
    en: 'ISF’s report on the coordination assignment, April 2025',
  },
  '002': {
    sv: 'Försäkringskassans bilder om samordningsuppdraget',
    en: 'Försäkringskassan’s slides on the coordination assignment',
  },
  '003': {
    sv: 'Försäkringskassans rapport om stöd för återgång i arbete, FK 2021-000350',
    en: 'Försäkringskassan’s report on support for return to work, FK 2021-000350',
  },
  '004': {
    sv: 'Försäkringskassans uppföljning av stödet för återgång i arbete, mars 2026',
    en: 'Försäkringskassan’s follow-up of support for return to work, March 2026',
  },
}

const lines: Localized = { sv: 'rad', en: 'lines' }

/**
 * A reference such as `000:265-277; 003:579-582` in words, one element a document: its name and the lines in
 * the domain papers. A document that is not known stands as it is written.
 */
export function sourceTexts(reference: string, language: Language): string[] {
  return reference.split(';').map((part) => {
    const [number = '', where] = part.trim().split(':')
    const name = documents[number]?.[language] ?? number
    return where === undefined ? name : `${name}, ${lines[language]} ${where.replaceAll('-', '–')}`
  })
}
