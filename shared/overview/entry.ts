import { dayOfCase } from '../case/chain.ts'
import { formatPersonnummer } from '../case/identity.ts'
import { agencyPage } from '../journal/agency-page.ts'
import type { JournalEntry, LabelledText } from '../journal/entry.ts'
import { type TextKey, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { type Edition, forEmployer } from './edition.ts'
import { actionSection, needSection, sideSection } from './entry-insatser.ts'
import { consentSection, contactSection, eventSection, limitSection, planSection } from './entry-register.ts'
import type { Overview } from './overview.ts'

function headerRows({ read, language, today, notes }: Overview, edition: Edition): LabelledText[] {
  const { case: of } = read.context
  const { employment, insured } = of
  const signed = notes.filter(({ note }) => note.status === 'journalford').length
  const day = dayOfCase(of.firstSickDay, today)
  const name = printableLine(insured.name)
  const personnummer = formatPersonnummer(insured.personnummer) ?? insured.personnummer
  const rows: [TextKey, string | undefined][] = [
    ['journal.header.case', printableLine(of.number)],
    // The employer has the number already, and need not have it from us.
    ['journal.header.insured', edition === 'employer' ? name : `${name}, ${personnummer}`],
    [
      'journal.header.employer',
      employment.kind === 'anstalld' ? printableLine(employment.employer.name) : undefined,
    ],
    [
      'overview.head.day',
      day < 1 ? undefined : translate(language, 'overview.head.dayText', { day, date: today }),
    ],
    [
      'overview.head.basis',
      edition === 'employer'
        ? undefined
        : translate(language, 'overview.head.basisText', { signed, drafts: notes.length - signed }),
    ],
  ]
  return rows.flatMap(([key, text]) =>
    text === undefined ? [] : [{ label: translate(language, key), text }],
  )
}

/** The case on one page as an entry that every export prints; for the employer, only what the employer may be told. */
export function overviewEntry(given: Overview, edition: Edition): JournalEntry {
  const { language } = given
  const overview = edition === 'employer' ? forEmployer(given) : given
  return agencyPage(language, {
    title: translate(language, edition === 'employer' ? 'overview.title.employer' : 'overview.title'),
    caseNumber: printableLine(given.read.context.case.number),
    rows: headerRows(given, edition),
    sections: [
      sideSection(overview),
      limitSection(overview),
      eventSection(overview),
      needSection(overview),
      actionSection(overview),
      planSection(overview),
      consentSection(overview),
      contactSection(overview),
    ],
    foot: {
      label: translate(language, 'overview.foot'),
      text: translate(language, edition === 'employer' ? 'overview.foot.employer' : 'overview.foot.agency', {
        date: given.today,
      }),
    },
  })
}
