import type { NoteId } from '../case/ids.ts'
import type { Message } from '../text/message.ts'
import type { AnnotatedNote, DraftExercise, DraftScene, DraftWords, PackDraft } from './pack-draft.ts'

/** Something that a draft lacks before it is a pack, told where it is mended. */
export interface Lack {
  /** The place of the field or list that mends it, as `lackAt` names it. */
  readonly at: string
  readonly what: Message
  /** The scene or exercise that it stands in, by its number. */
  readonly within?: Message
}

/** The place of a part of what has an id of its own: a scene's title, an exercise's answers. */
export const lackAt = (id: string, part: string): string => `${id}/${part}`

/** What of the archive a draft is made of, and is still there. */
interface StillThere {
  readonly cases: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
}

/** Notes that exercises have as answers, which are not in their cases when somebody practises. */
export const answersOf = ({ exercises }: PackDraft): ReadonlySet<NoteId> =>
  new Set(exercises.flatMap(({ answers }) => answers.map(({ note }) => note)))

/** Notes that scenes show. */
export const shownIn = ({ scenes }: PackDraft): ReadonlySet<NoteId> =>
  new Set(scenes.flatMap(({ shows }) => shows.map(({ note }) => note)))

const isEmpty = ({ sv }: DraftWords) => sv.trim() === ''

/** What the form of a pack asks for and a draft does not have yet, in the order of the page. English may always be left out. */
export function lacksOf(draft: PackDraft, there: StillThere): readonly Lack[] {
  const answers = answersOf(draft)
  const unwritten = (words: DraftWords, at: string, key: string): Lack[] =>
    isEmpty(words) ? [{ at, what: { key } }] : []

  const ofNotes = (notes: readonly AnnotatedNote[], at: string, empty: string): Lack[] => [
    ...(notes.length === 0 ? [{ at, what: { key: empty } }] : []),
    ...notes.flatMap(({ note, remarks }): Lack[] => [
      ...(there.notes.has(note) ? [] : [{ at: lackAt(at, note), what: { key: 'exercise.lack.noteGone' } }]),
      ...remarks.flatMap(({ id, text }) => unwritten(text, lackAt(id, 'text'), 'exercise.lack.remark')),
    ]),
  ]
  const ofScene = ({ id, title, say, shows }: DraftScene): Lack[] => [
    ...unwritten(title, lackAt(id, 'title'), 'exercise.lack.title'),
    ...unwritten(say, lackAt(id, 'say'), 'exercise.lack.say'),
    ...ofNotes(shows, lackAt(id, 'shows'), 'exercise.lack.shows'),
    ...shows
      .filter(({ note }) => answers.has(note))
      .map(({ note }) => ({
        at: lackAt(lackAt(id, 'shows'), note),
        what: { key: 'exercise.lack.shownAnswer' },
      })),
  ]
  const ofExercise = ({ id, title, actor, situation, answers: expected }: DraftExercise): Lack[] => [
    ...unwritten(title, lackAt(id, 'title'), 'exercise.lack.title'),
    ...unwritten(actor, lackAt(id, 'actor'), 'exercise.lack.actor'),
    ...unwritten(situation, lackAt(id, 'situation'), 'exercise.lack.situation'),
    ...ofNotes(expected, lackAt(id, 'answers'), 'exercise.lack.answers'),
    ...expected.flatMap(({ remarks }) =>
      remarks
        .filter(({ field }) => field === undefined)
        .map((remark) => ({ at: lackAt(remark.id, 'field'), what: { key: 'exercise.lack.field' } })),
    ),
  ]
  const within = (key: string, index: number, lacks: readonly Lack[]) =>
    lacks.map((lack) => ({ ...lack, within: { key, params: { number: index + 1 } } }))
  return [
    ...unwritten(draft.title, 'title', 'exercise.lack.title'),
    ...unwritten(draft.summary, 'summary', 'exercise.lack.summary'),
    ...(draft.cases.length === 0 ? [{ at: 'cases', what: { key: 'exercise.lack.cases' } }] : []),
    ...draft.cases
      .filter(({ id }) => !there.cases.has(id))
      .map(({ id }) => ({ at: lackAt(id, 'case'), what: { key: 'exercise.lack.caseGone' } })),
    ...draft.scenes.flatMap((scene, index) => within('exercise.lack.inScene', index, ofScene(scene))),
    ...draft.exercises.flatMap((each, index) => within('exercise.lack.inExercise', index, ofExercise(each))),
  ]
}
