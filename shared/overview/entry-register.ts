import type { JournalSection } from '../journal/entry.ts'
import type { ReadNote } from '../note/read-note.ts'
import { inLanguage, type Language, messageText, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { columnsIn, tableBlock } from './entry-insatser.ts'
import type { Limit } from './limits.ts'
import type { Overview } from './overview.ts'
import type { ConsentHistory, Contact, PlanEvent } from './register.ts'
import type { TimeEvent } from './time-line.ts'

/** What a document is called, and that it is a draft where it is. */
export function documentText(language: Language, { note, template }: ReadNote): string {
  const title = printableLine(inLanguage(language, template.title))
  return note.status === 'utkast' ? translate(language, 'overview.draft', { title }) : title
}

/** The days of the sick leave and what each means. */
export function limitSection({ language, limits }: Overview): JournalSection {
  const column = columnsIn(language)
  return {
    title: translate(language, 'overview.limits'),
    blocks: tableBlock<Limit>(
      translate(language, 'overview.limits.table'),
      [
        column('overview.column.day', ({ day }) => translate(language, 'cases.chain.day', { day })),
        column('journal.column.date', ({ date }) => date),
        column('overview.column.meaning', ({ meaning }) =>
          meaning.map((each) => messageText(language, each)).join('\n'),
        ),
        column('overview.column.aims', ({ aims }) =>
          aims.map(({ row }) => printableLine(row.what ?? '')).join('\n'),
        ),
      ],
      limits,
    ),
  }
}

/** Documents and meetings in the order of their days. */
export function eventSection({ language, timeLine }: Overview): JournalSection {
  const column = columnsIn(language)
  return {
    title: translate(language, 'overview.events'),
    blocks: tableBlock<TimeEvent>(
      translate(language, 'overview.events.table'),
      [
        column('journal.column.date', ({ date }) => date),
        column('overview.column.event', ({ read, what }) =>
          what === undefined ? documentText(language, read) : printableLine(what),
        ),
      ],
      timeLine.events,
    ),
  }
}

/** The register of the employer's plan. */
export function planSection({ language, planEvents }: Overview): JournalSection {
  const column = columnsIn(language)
  return {
    title: translate(language, 'overview.plan'),
    blocks: tableBlock<PlanEvent>(
      translate(language, 'overview.plan.table'),
      [
        column('journal.column.date', ({ date }) => date),
        column('overview.column.event', ({ read, status }) => status ?? documentText(language, read)),
        column('overview.column.channel', ({ channel = '' }) => channel),
        column('overview.column.initiative', ({ initiative = '' }) => initiative),
        column('overview.column.informant', ({ informant = '' }) => informant),
      ],
      planEvents,
    ),
  }
}

/** Consents by actor, with the day of each answer. */
export function consentSection({ language, consents }: Overview): JournalSection {
  const column = columnsIn(language)
  return {
    title: translate(language, 'overview.consents'),
    blocks: tableBlock<ConsentHistory>(
      translate(language, 'overview.consents.table'),
      [
        column('journal.column.actor', ({ actor }) => translate(language, `lists.actor.${actor}`)),
        column('journal.column.consent', ({ now }) => translate(language, `lists.consent.${now.consent}`)),
        column('journal.column.date', ({ now }) => printableLine(now.date ?? '')),
        column('journal.column.consentWay', ({ now }) =>
          now.how === undefined ? '' : translate(language, `lists.consentWay.${now.how}`),
        ),
      ],
      consents,
    ),
  }
}

/** Contacts and meetings in the order of their days. */
export function contactSection({ language, contacts }: Overview): JournalSection {
  const column = columnsIn(language)
  return {
    title: translate(language, 'overview.contacts'),
    blocks: tableBlock<Contact>(
      translate(language, 'overview.contacts.table'),
      [
        column('journal.column.date', ({ date = '' }) => date),
        column('overview.column.event', ({ read, row }) =>
          row === undefined ? documentText(language, read) : printableLine(row.what ?? ''),
        ),
        column('journal.column.counterpart', ({ row }) =>
          row?.counterpart === undefined ? '' : translate(language, `lists.actor.${row.counterpart}`),
        ),
        column('journal.column.status', ({ row }) =>
          row?.status === undefined ? '' : translate(language, `lists.aktivitetStatus.${row.status}`),
        ),
        column('journal.column.outcome', ({ outcome = '' }) => printableLine(outcome)),
      ],
      contacts,
    ),
  }
}
