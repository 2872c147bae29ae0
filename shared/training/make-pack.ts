import type { Case } from '../case/case.ts'
import { dayOfCase } from '../case/chain.ts'
import { dateAt, type IsoDate, parseDate } from '../case/dates.ts'
import type { CaseId, NoteId } from '../case/ids.ts'
import { isObject, type Json } from '../fields/json.ts'
import type { Answers } from '../note/answers.ts'
import type { Note } from '../note/note.ts'
import type { Localized } from '../text/localized.ts'
import { PACK_FORMAT } from './pack.ts'
import type { AnnotatedNote, DraftRemark, DraftWords, PackDraft } from './pack-draft.ts'
import { mapTexts } from './relative.ts'

/** A case of the archive with its notes, as they are now. */
export interface PackSource {
  readonly case: Case
  readonly notes: readonly Note[]
}

/** Names of the parts of a pack: `Lång väntan` is `lang-vantan`. */
export function packSlug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return /^[a-z]/.test(plain) ? plain : `paket${plain === '' ? '' : `-${plain}`}`
}

/**
 * The number that a case has in a pack: its own, and the first word of the pack's name. Where it was picked there is a case of that
 * number already, and in every other demo archive as well, since they are all made alike.
 */
const numberIn = (pack: string, number: string): string => `${number.split('/')[0]}/${pack.split('-')[0]}`

/** English that nobody has written is said in Swedish. */
const both = ({ sv, en }: DraftWords): Localized => ({
  sv: sv.trim(),
  en: en.trim() === '' ? sv.trim() : en.trim(),
})

/** What a pack calls a case and its notes, by their ids in the archive. */
interface Names {
  readonly cases: ReadonlyMap<CaseId, string>
  readonly notes: ReadonlyMap<NoteId, { readonly key: string; readonly of: string }>
}

function namesOf(draft: PackDraft, sources: readonly PackSource[]): Names {
  const cases = new Map(sources.map(({ case: of }) => [of.id, `arende-${packSlug(of.number)}`]))
  const notes = new Map(
    sources.flatMap(({ case: of, notes: all }) => {
      const picked = draft.cases.find(({ id }) => id === of.id)?.notes ?? []
      return all
        .filter(({ id }) => picked.includes(id))
        .map((note, index) => [
          note.id,
          { key: `${packSlug(note.template.id)}-${index + 1}`, of: cases.get(of.id) ?? '' },
        ])
    }),
  )
  return { cases, notes }
}

/** Answers with their dates as days of the case, and without references to notes that the pack does not have. */
function relativeAnswers(answers: Answers, firstSickDay: IsoDate, names: Names): Answers {
  const keyOf = new Map<string, string>([...names.notes].map(([id, { key }]) => [id, key]))
  const isGone = (answer: Json) =>
    isObject(answer) && typeof answer.note === 'string' && !keyOf.has(answer.note)
  const relative = (text: string) => {
    const date = parseDate(text.trim())
    if (date !== undefined) return `@${dayOfCase(firstSickDay, date)}`
    const key = keyOf.get(text)
    return key === undefined ? text : `@not:${key}`
  }
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([, answer]) => !isGone(answer))
      .map(([field, answer]) => [field, mapTexts(answer, relative)]),
  )
}

function packCase(
  pack: string,
  { case: of, notes }: PackSource,
  today: IsoDate,
  names: Names,
  answers: ReadonlySet<NoteId>,
) {
  const { id, firstSickDay, closed: _closed, consents, ...details } = of
  const day = dayOfCase(firstSickDay, today)
  return {
    key: names.cases.get(id),
    day,
    details: {
      ...details,
      number: numberIn(pack, details.number),
      consents: consents.map((consent) => {
        const date = parseDate(consent.date ?? '')
        return date === undefined ? consent : { ...consent, date: `@${dayOfCase(firstSickDay, date)}` }
      }),
    },
    notes: notes
      .filter((note) => names.notes.has(note.id) && !answers.has(note.id))
      .map((note) => ({
        key: names.notes.get(note.id)?.key,
        template: note.template.id,
        day: Math.min(day, dayOfCase(firstSickDay, dateAt(note.createdAt))),
        answers: relativeAnswers(note.answers, firstSickDay, names),
        status: note.status,
        ...(note.author.role === 'utredare' ? {} : { role: note.author.role }),
      })),
  }
}

const isSaid = ({ text }: DraftRemark) => text.sv.trim() !== ''

const remark = ({ field, text, source }: DraftRemark) => ({
  ...(field === undefined ? {} : { field }),
  text: both(text),
  ...(source.trim() === '' ? {} : { source: source.trim() }),
})

/**
 * The pack that a draft makes of what the archive holds now, as the value of its file: dates are days of their cases, so that
 * day 94 is always day 94. Whether it is a pack is for whoever reads it to say: what is unfinished in it is told as in any file.
 */
export function makePack(draft: PackDraft, sources: readonly PackSource[], today: IsoDate): unknown {
  const id = packSlug(draft.title.sv)
  const names = namesOf(draft, sources)
  const byId = new Map(
    sources.flatMap((source) => source.notes.map((note) => [note.id, { note, source }] as const)),
  )
  const answers = new Set(draft.exercises.flatMap((each) => each.answers.map(({ note }) => note)))
  const named = (title: DraftWords, index: number) => `${packSlug(title.sv)}-${index + 1}`

  const shown = ({ note, remarks }: AnnotatedNote) => ({
    case: names.notes.get(note)?.of,
    note: names.notes.get(note)?.key,
    points: remarks.filter(isSaid).map(remark),
  })
  const task = ({ note: id, remarks }: AnnotatedNote) => {
    const found = byId.get(id)
    if (found === undefined) return []
    const { note, source } = found
    return [
      {
        template: note.template.id,
        answers: relativeAnswers(note.answers, source.case.firstSickDay, names),
        why: remarks
          .filter((each) => isSaid(each) && each.field !== undefined)
          .map((each) => ({
            ...remark(each),
            ...(each.rule.trim() === '' ? {} : { rule: each.rule.trim() }),
          })),
      },
    ]
  }
  return {
    format: PACK_FORMAT,
    id,
    version: 1,
    title: both(draft.title),
    summary: both(draft.summary),
    cases: sources.map((source) => packCase(id, source, today, names, answers)),
    ...(draft.scenes.length === 0
      ? {}
      : {
          scenes: draft.scenes.map(({ title, say, shows }, index) => ({
            id: named(title, index),
            title: both(title),
            say: both(say),
            shows: shows.map(shown),
          })),
        }),
    ...(draft.exercises.length === 0
      ? {}
      : {
          exercises: draft.exercises.map(({ title, actor, situation, answers: expected }, index) => ({
            id: named(title, index),
            case: expected[0] && names.notes.get(expected[0].note)?.of,
            title: both(title),
            actor: both(actor),
            situation: both(situation),
            tasks: expected.flatMap(task),
          })),
        }),
  }
}
