import type { CaseDetails } from './case.ts'
import { isPersonnummer } from './identity.ts'

const LONGEST = 60

/** Whether a personnummer can be read out of a text, whatever stands between its digits. */
function holdsPersonnummer(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return Array.from(digits, (_, start) => [
    digits.slice(start, start + 10),
    digits.slice(start, start + 12),
  ]).some((windows) => windows.some(isPersonnummer))
}

const ascii = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '')
const wordsOf = (text: string) =>
  ascii(text)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')

/**
 * The case number as part of a file name on any system: letters, digits and hyphens. What somebody has put into it that
 * names a person is left out: a word of a name in the case, and the whole where a personnummer can be read out of it.
 */
function caseNumberIn({ number, insured, persons }: NamedCase): string {
  if (holdsPersonnummer(number.normalize('NFKD'))) return ''
  const names = [insured, ...persons].flatMap(({ name }) => wordsOf(name.toLowerCase()))
  return wordsOf(number)
    .filter((word) => !names.includes(word.toLowerCase()))
    .join('-')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
}

type NamedCase = Pick<CaseDetails, 'number' | 'insured' | 'persons'>

/**
 * A name for a file about a case, "planering-24-1187-utkast.pdf": what it is, the case number and more, and nothing that
 * tells whom it is about.
 */
export function fileNameOf(
  details: NamedCase,
  { before, after = '', extension }: { before: string; after?: string; extension: string },
): string {
  const parts = [before, caseNumberIn(details), after]
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`
}
