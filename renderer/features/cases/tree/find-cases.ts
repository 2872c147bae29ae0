import type { CaseSummary } from '../../../../shared/api/cases.ts'

const collator = new Intl.Collator('sv', { numeric: true })
const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('sv')

/** The cases in the order of the tree: by number as people count (2 before 10), then by name as Swedish sorts (z å ä ö). */
export function sortCases(cases: readonly CaseSummary[]): readonly CaseSummary[] {
  return cases.toSorted(
    (a, b) =>
      collator.compare(a.case.number, b.case.number) ||
      collator.compare(a.case.insured.name, b.case.insured.name),
  )
}

/**
 * The cases that the filter means, in their order: every word stands somewhere in the number, the insured's name, the
 * personnummer (with or without its hyphen) or the employer's name. Case of letters does not matter; å, ä and ö are
 * letters of their own. All cases where the filter is blank.
 */
export function filterCases(cases: readonly CaseSummary[], filter: string): readonly CaseSummary[] {
  const words = folded(filter).split(/\s+/).filter(Boolean)
  if (words.length === 0) return cases
  return cases.filter((summary) => {
    const text = searchable(summary)
    return words.every((word) => text.includes(word))
  })
}

function searchable({ case: { number, insured, employment } }: CaseSummary): string {
  const employer = employment.kind === 'anstalld' ? employment.employer.name : ''
  const digits = insured.personnummer.replace(/\D/g, '')
  return folded([number, insured.name, insured.personnummer, digits, employer].join('\n'))
}
