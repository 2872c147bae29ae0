import type { PersonRole } from '../case/actors.ts'
import type { Case } from '../case/case.ts'
import { dateAt, type Timestamp, timeText } from '../case/dates.ts'
import type { Thread } from '../comments/thread.ts'
import { aroundCase, aroundNote, noteAround } from '../note/context.ts'
import type { Note } from '../note/note.ts'
import { readNote } from '../note/read-note.ts'
import { type ReviewEvent, stateAfter } from '../note/review.ts'
import type { Template } from '../template/template.ts'
import { type Language, type TextKey, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import type { Role, User } from '../user/user.ts'
import { actionText } from './action-text.ts'
import { agencyPage } from './agency-page.ts'
import { withComments } from './comments.ts'
import type { JournalBlock, JournalEntry, JournalSection } from './entry.ts'
import { toJournalEntry } from './to-entry.ts'
import { userText } from './user-text.ts'

/** Somebody else whom a case names, and the notes in which the name stands. */
export interface NamedOther {
  readonly name: string
  readonly notes: readonly string[]
}

export interface ExtractedCase {
  readonly case: Case
  readonly notes: readonly Note[]
  readonly revisions: readonly { readonly note: string; readonly saves: readonly object[] }[]
  readonly comments: readonly Thread[]
  readonly review: readonly ReviewEvent[]
  /** What reviewers have written and not sent. */
  readonly unsentReview: readonly object[]
  readonly packages: readonly object[]
  /** Until when somebody has put the case aside in their lists. */
  readonly marks: readonly object[]
  readonly others: readonly NamedOther[]
}

/** All that an archive holds on one person. */
export interface Extract {
  readonly format: 'klarlagt/registerutdrag'
  readonly version: 1
  readonly at: Timestamp
  readonly personnummer: string
  readonly cases: readonly ExtractedCase[]
  readonly named: readonly { readonly case: string; readonly role: PersonRole }[]
  /** Watch lists and searches that users keep, which name the person or their case, and the words that do. */
  readonly lists: readonly { readonly name: string; readonly words: readonly string[] }[]
  readonly users: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[]
  readonly log: readonly {
    readonly at: Timestamp
    readonly by: User
    readonly action: string
    readonly case?: string | undefined
    readonly note?: string | undefined
  }[]
}

type T = (key: TextKey, params?: Record<string, string | number>) => string

/** What is to be looked at before the extract is handed out: whom else each case names, and where. */
function reviewSection({ cases }: Extract, t: T): JournalSection {
  const rows = cases.flatMap(({ case: of, others }) =>
    others.map(({ name, notes }) => [printableLine(of.number), printableLine(name), notes.join(', ')]),
  )
  return {
    title: t('extract.review'),
    blocks: [
      { type: 'text', label: t('extract.review.why'), paragraphs: [t('extract.review.text')] },
      ...(rows.length === 0
        ? []
        : [
            {
              type: 'table' as const,
              label: t('extract.review.named'),
              columns: [t('journal.header.case'), t('extract.name'), t('extract.notes')],
              rows,
            },
          ]),
    ],
  }
}

/** A step of a note's review on a line: what it came to, when and by whom, and why. */
const stepSaid =
  (language: Language) =>
  ({ verb, at, by, reason }: ReviewEvent): string => {
    const state = translate(language, `lists.status.${stateAfter(verb)}`)
    const why = reason === undefined ? '' : `: ${printableLine(reason)}`
    return `${state}, ${timeText(language, at)}, ${userText(language, by)}${why}`
  }

function noteSections(
  of: ExtractedCase,
  templates: readonly Template[],
  language: Language,
): JournalSection[] {
  const around = aroundCase(of.notes, templates)
  return of.notes.flatMap((note): JournalSection[] => {
    const subject = noteAround(around, note.id)
    if (!subject)
      return [{ title: note.id, blocks: [{ type: 'text', label: '', paragraphs: [JSON.stringify(note)] }] }]
    const read = readNote(subject, {
      case: of.case,
      today: dateAt(note.updatedAt),
      language,
      ...aroundNote(around, note.id),
    })
    const threads = of.comments.filter((thread) => thread.note === note.id)
    const { header, sections, foot } = withComments(toJournalEntry(read), read, threads)
    const rows = [...header.rows, ...foot.rows]
    const head: JournalBlock[] = rows.map(({ label, text }) => ({ type: 'answer', label, text }))
    const steps = of.review.filter(({ noteId }) => noteId === note.id)
    const reviewed: JournalBlock[] =
      steps.length === 0
        ? []
        : [
            {
              type: 'list',
              label: translate(language, 'extract.steps'),
              items: steps.map(stepSaid(language)),
            },
          ]
    const blocks = [...head, ...sections.flatMap((section) => section.blocks), ...reviewed]
    return [{ title: header.title, blocks }]
  })
}

/** A registerutdrag as an entry that every export prints. */
export function extractEntry(
  extract: Extract,
  templates: readonly Template[],
  language: Language,
): JournalEntry {
  const t: T = (key, params) => translate(language, key, params)
  const { cases, named, lists, users, log, personnummer, at } = extract
  const table = (label: TextKey, columns: TextKey[], rows: string[][]): JournalSection => ({
    title: t(label),
    blocks:
      rows.length === 0
        ? []
        : [{ type: 'table', label: t(label), columns: columns.map((key) => t(key)), rows }],
  })
  const sections: JournalSection[] = [
    reviewSection(extract, t),
    table(
      'extract.cases',
      [
        'journal.header.case',
        'journal.header.insured',
        'extract.firstDay',
        'extract.notes',
        'extract.comments',
      ],
      cases.map(({ case: of, notes, comments }) => [
        printableLine(of.number),
        printableLine(of.insured.name),
        of.firstSickDay,
        String(notes.length),
        String(comments.length),
      ]),
    ),
    ...cases.flatMap((of) => noteSections(of, templates, language)),
    table(
      'extract.named',
      ['journal.header.case', 'extract.role'],
      named.map(({ case: number, role }) => [printableLine(number), t(`lists.actor.${role}`)]),
    ),
    table(
      'extract.lists',
      ['extract.lists.name', 'extract.lists.words'],
      lists.map(({ name, words }) => [printableLine(name), words.map(printableLine).join(', ')]),
    ),
    table(
      'extract.users',
      ['extract.name', 'extract.role'],
      users.map(({ name, roles }) => [
        printableLine(name),
        roles.map((role) => t(`lists.role.${role}`)).join(', '),
      ]),
    ),
    table(
      'extract.log',
      ['extract.at', 'extract.by', 'extract.action'],
      log.map(({ at: when, by, action }) => [
        timeText(language, when),
        userText(language, by),
        actionText(language, action),
      ]),
    ),
  ]
  return agencyPage(language, {
    title: t('extract.title'),
    rows: [
      { label: t('extract.person'), text: personnummer },
      { label: t('extract.made'), text: timeText(language, at) },
    ],
    sections,
    foot: { label: t('extract.foot'), text: t('extract.foot.text') },
  })
}
