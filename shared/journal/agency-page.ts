import { type Language, translate } from '../text/index.ts'
import type { JournalEntry, JournalHeader, JournalSection, LabelledText } from './entry.ts'

interface Page extends Pick<JournalHeader, 'title' | 'rows'> {
  /** Where the page is not the agency's own, whose it is. */
  owner?: string
  /** None where the page is of no case. */
  caseNumber?: string
  sections: readonly JournalSection[]
  foot: LabelledText
}

/** A page of the agency's that is no note, as an entry that every export prints; sections without anything in them are left out. */
export function agencyPage(language: Language, page: Page): JournalEntry {
  const { title, rows, owner, caseNumber = '', sections, foot } = page
  return {
    language,
    tone: 'agency',
    draft: false,
    notice: undefined,
    header: { title, owner: owner ?? translate(language, 'lists.owner.forsakringskassan'), caseNumber, rows },
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    foot: { rows: [foot] },
  }
}
