import { type IsoDate, timestampSchema } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import type { Answers } from '../note/answers.ts'
import { aroundCase, aroundNote, type NoteContext } from '../note/context.ts'
import { type DraftNote, draftNoteSchema } from '../note/note.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import { newestVersions, type Template } from '../template/template.ts'
import type { Language } from '../text/index.ts'
import type { Role } from '../user/user.ts'
import type { CastCase } from './cases.ts'
import { packNoteId } from './ids.ts'
import type { Pack, PackExercise } from './pack.ts'
import { answersAt } from './relative.ts'

/** What notes of a pack are read in, where no archive holds them. */
export interface CastReading {
  readonly templates: readonly Template[]
  readonly today: IsoDate
  readonly language: Language
}

interface Told {
  readonly id: NoteId
  readonly template: string
  readonly answers: Answers
  readonly writtenOn: IsoDate
  readonly role?: Role | undefined
}

function draftOf(told: Told, template: Template, author: string): DraftNote {
  const { id, version, kind, owner } = template
  const at = timestampSchema.parse(`${told.writtenOn}T10:00:00Z`)
  return draftNoteSchema.parse({
    id: told.id,
    template: { id, version },
    kind,
    owner,
    author: { name: author, role: told.role ?? 'utredare' },
    createdAt: at,
    updatedAt: at,
    status: 'utkast',
    answers: told.answers,
  })
}

/** Notes as drafts in their case, each read among the others. Drafts, since what nobody has signed has no signature. */
function readDrafts(of: CastCase, told: readonly Told[], reading: CastReading): ReadNote[] {
  const { templates, today, language } = reading
  const newest = newestVersions(templates)
  const notes = told.flatMap((one) => {
    const template = newest.find(({ id }) => id === one.template)
    return template === undefined ? [] : [draftOf(one, template, of.case.assignedTo)]
  })
  const around = aroundCase(notes, newest)
  const context: NoteContext = { case: of.case, today, language, ...around }
  return around.others.map((subject) =>
    readNote(subject, { ...context, ...aroundNote(around, subject.note.id) }),
  )
}

/** The notes of a case of a pack, read. */
export const readCast = (of: CastCase, reading: CastReading): ReadNote[] => readDrafts(of, of.notes, reading)

/** What an exercise expects, read among the notes of its case as if it had been written there. */
export function readAnswers(
  pack: Pack,
  exercise: PackExercise,
  of: CastCase,
  reading: CastReading,
): ReadNote[] {
  const { firstSickDay } = of.case
  const { today } = reading
  const noteOf = (key: string) => packNoteId(pack.id, exercise.case, key)
  const answers = exercise.tasks.map((task, index) => ({
    id: packNoteId(pack.id, exercise.case, `${exercise.id}/${index}`),
    template: task.template,
    answers: answersAt(task.answers, { firstSickDay, today, noteOf }),
    writtenOn: today,
  }))
  const ids = new Set<string>(answers.map(({ id }) => id))
  return readDrafts(of, [...of.notes, ...answers], reading).filter(({ note }) => ids.has(note.id))
}
