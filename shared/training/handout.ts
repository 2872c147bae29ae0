import { dayOfCase } from '../case/chain.ts'
import { agencyPage } from '../journal/agency-page.ts'
import type { JournalEntry, JournalSection } from '../journal/entry.ts'
import { toJournalEntry } from '../journal/to-entry.ts'
import type { ReadNote } from '../note/read-note.ts'
import { inLanguage, type Localized, type TextKey, translate } from '../text/index.ts'
import type { MessageParams } from '../text/message.ts'
import { printableLine } from '../text/printable.ts'
import { type CastCase, castOf } from './cases.ts'
import { answerSections, exerciseSections } from './handout-exercises.ts'
import { sceneSections, sourceText } from './handout-scenes.ts'
import type { Pack } from './pack.ts'
import type { Audience, Printed } from './printed.ts'
import { type CastReading, readCast } from './read-cast.ts'

function caseTable({ t, cases, today }: Printed): JournalSection {
  return {
    title: t('handout.cases'),
    blocks: [
      {
        type: 'table',
        label: t('handout.cases.table'),
        columns: [
          t('journal.header.case'),
          t('journal.header.insured'),
          t('journal.header.employer'),
          t('handout.column.day'),
        ],
        rows: cases.map(({ of: { case: of } }) => [
          printableLine(of.number),
          printableLine(of.insured.name),
          of.employment.kind === 'anstalld' ? printableLine(of.employment.employer.name) : '',
          String(dayOfCase(of.firstSickDay, today)),
        ]),
      },
    ],
  }
}

/** Whether a note is printed whole: one that a scene shows, or that stands in the case of an exercise; all, where there are neither. */
function isPrinted({ scenes = [], exercises = [] }: Pack, of: string, note: string): boolean {
  if (scenes.length + exercises.length === 0 || exercises.some((each) => each.case === of)) return true
  const shown = scenes.flatMap(({ shows }) => shows)
  return shown.some((each) => each.case === of && (each.note === undefined || each.note === note))
}

/** A note as its journal entry, below the heading of its case. */
function noteSections(
  { t }: Printed,
  { case: of }: CastCase,
  read: ReadNote,
  writtenOn: CastCase['notes'][number]['writtenOn'],
) {
  const { header, sections } = toJournalEntry(read)
  const day = dayOfCase(of.firstSickDay, writtenOn)
  return [
    {
      title: header.title,
      level: 3 as const,
      blocks: [
        {
          type: 'answer' as const,
          label: header.owner,
          text: t('handout.written', { day, date: writtenOn }),
        },
      ],
    },
    ...sections.map((section) => ({ ...section, level: 4 as const })),
  ]
}

function caseSections(printed: Printed): JournalSection[] {
  const { pack, cases, t } = printed
  return cases.flatMap(({ of, notes }): JournalSection[] => {
    const sections = of.notes.flatMap((note) => {
      const read = notes.find((one) => one.note.id === note.id)
      return read && isPrinted(pack, of.key, note.key) ? noteSections(printed, of, read, note.writtenOn) : []
    })
    if (sections.length === 0) return []
    const { number, insured, firstSickDay } = of.case
    const title = t('handout.case', { number: printableLine(number), name: printableLine(insured.name) })
    const begins = { type: 'answer' as const, label: t('handout.firstSickDay'), text: firstSickDay }
    return [{ title, blocks: [begins] }, ...sections]
  })
}

/**
 * A pack as a handout: its cases, its scenes with what goes where and why, the notes as journal entries, the exercises without
 * their answers and, for the trainer, the answers in an appendix. The same pack and day give the same handout.
 */
export function handoutEntry(
  pack: Pack,
  { audience, ...reading }: CastReading & { readonly audience: Audience },
): JournalEntry {
  const { language, today } = reading
  const t = (key: TextKey, params: MessageParams = {}) => translate(language, key, params)
  const say = (text: Localized) => printableLine(inLanguage(language, text))
  const cases = castOf(pack, today).map((of) => ({ of, notes: readCast(of, reading) }))
  const printed: Printed = { ...reading, pack, audience, cases, say, t }
  return agencyPage(language, {
    title: say(pack.title),
    owner: t(`handout.owner.${audience}`),
    rows: [
      { label: t('handout.summary'), text: say(pack.summary) },
      { label: t('handout.for'), text: t(`handout.for.${audience}`) },
      ...(pack.source === undefined
        ? []
        : [{ label: t('handout.source'), text: sourceText(printed, pack.source) }]),
      { label: t('handout.day'), text: today },
    ],
    sections: [
      caseTable(printed),
      ...sceneSections(printed),
      ...caseSections(printed),
      ...exerciseSections(printed),
      ...(audience === 'trainer' ? answerSections(printed) : []),
    ],
    foot: { label: t('handout.foot'), text: t('handout.foot.text', { id: pack.id, version: pack.version }) },
  })
}
