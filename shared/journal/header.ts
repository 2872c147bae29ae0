import { formatOrganisationNumber, formatPersonnummer } from '../case/identity.ts'
import type { User } from '../note/note.ts'
import type { Concept } from '../template/concepts.ts'
import { inLanguage, type Language, type TextKey, translate } from '../text/index.ts'
import { conceptAnswer, type EntryContext } from './context.ts'
import type { JournalHeader, LabelledText } from './entry.ts'
import { printableLine } from './printable.ts'
import { dateAt, timeText } from './time.ts'

/** The date of the event is the first of these that is answered. */
const dateConcepts = ['plan-datum', 'behov-datum', 'handelse-datum'] as const satisfies readonly Concept[]

/** The date of what a note tells of, as typed, or undefined where it tells of none. */
export function eventDate(
  context: Pick<EntryContext, 'note' | 'template' | 'evaluator'>,
): string | undefined {
  return dateConcepts
    .map((concept) => conceptAnswer(context, concept))
    .filter((answer) => typeof answer === 'string')
    .map(printableLine)
    .find((date) => date !== '')
}

/** An account by telephone is printed as one (domain.md I3): it is no written plan. */
function isOralPlan(context: EntryContext): boolean {
  const channel = conceptAnswer(context, 'plan-kanal')
  return (
    context.note.kind === 'arbetsgivarens-plan' &&
    typeof channel === 'object' &&
    channel !== null &&
    'value' in channel &&
    channel.value === 'telefon'
  )
}

function titleOf(context: EntryContext): string {
  const { note, template, language } = context
  if (note.kind !== 'arbetsgivarens-plan') return printableLine(inLanguage(language, template.title))
  return translate(
    language,
    isOralPlan(context) ? 'journal.titel.muntlig' : 'journal.titel.arbetsgivarens-plan',
  )
}

/** "Anna Ek, utredare". */
export function userText(language: Language, { name, role }: User): string {
  return `${printableLine(name)}, ${translate(language, `lists.role.${role}`).toLocaleLowerCase(language)}`
}

function statusText({ note, language }: EntryContext): string {
  if (note.status === 'utkast') return translate(language, 'lists.status.utkast')
  const { at, by } = note.signature
  return translate(language, 'journal.status.journalford', {
    at: timeText(language, at),
    by: userText(language, by),
  })
}

function employerText({ case: { employment } }: EntryContext): string | undefined {
  if (employment.kind !== 'anstalld') return undefined
  const { name, organisationNumber } = employment.employer
  return `${printableLine(name)}, ${formatOrganisationNumber(organisationNumber) ?? organisationNumber}`
}

/** The date of the event; where the author gives none, the day the note was begun, called so. */
function dateRow(context: EntryContext): [TextKey, string] {
  const date = eventDate(context)
  return date === undefined
    ? ['journal.huvud.paborjad', dateAt(context.note.createdAt)]
    : ['journal.huvud.datum', date]
}

/** The head of an entry: title, owner, and a row for each thing known of document, case, event and author. */
export function headerOf(context: EntryContext): JournalHeader {
  const { note, template, case: details, language } = context
  const { insured } = details
  const owner = translate(language, `lists.owner.${note.owner}`)
  const rows: [TextKey, string | undefined][] = [
    ['journal.huvud.handling', translate(language, `lists.kind.${note.kind}`)],
    ['journal.huvud.tillhor', owner],
    ['journal.huvud.stod', printableLine(template.legalBasis.map(({ provision }) => provision).join('; '))],
    ['journal.huvud.arende', printableLine(details.number)],
    [
      'journal.huvud.forsakrad',
      `${printableLine(insured.name)}, ${formatPersonnummer(insured.personnummer) ?? insured.personnummer}`,
    ],
    ['journal.huvud.arbetsgivare', employerText(context)],
    dateRow(context),
    ['journal.huvud.antecknad', userText(language, note.author)],
    ['journal.huvud.status', statusText(context)],
  ]
  return {
    title: titleOf(context),
    owner,
    caseNumber: printableLine(details.number),
    rows: rows.flatMap(([key, text]): LabelledText[] =>
      text === undefined ? [] : [{ label: translate(language, key), text }],
    ),
  }
}
