import { mergeConsents } from '../case/consents.ts'
import type { NoteId } from '../case/ids.ts'
import type { Comparable } from '../fields/define.ts'
import { type AnswerField, holdsAnswer, opsOf } from '../fields/index.ts'
import { toJson } from '../fields/json.ts'
import type { TakesOver } from '../fields/takes-over.ts'
import type { Template } from '../template/template.ts'
import { templateIndex } from '../template/template.ts'
import type { Answers } from './answers.ts'
import { caseInsatser, inEventOrder, isAskedFor } from './case-insatser.ts'
import type { NoteContext } from './context.ts'
import type { TakenOver } from './note.ts'
import { type ReadNote, readNote } from './read-note.ts'

type Value = Answers[string]

/** What a new note begins with, and where each of its answers comes from. */
export interface Beginning {
  readonly answers: Answers
  readonly takenOver: readonly TakenOver[]
}

/** An answer to take over, from the case's own details or from a note. */
interface Taken {
  readonly value: Value
  readonly from: TakenOver['from']
}

const ofCase = (read: unknown): Taken => ({ value: toJson(read), from: { kind: 'case' } })
const ofNote = (note: NoteId, read: unknown): Taken => ({ value: toJson(read), from: { kind: 'note', note } })

/** Everybody that the case names: the insured, its persons, and the investigator. */
function personsOf({ case: details }: NoteContext) {
  const { insured, persons, assignedTo } = details
  return [
    { name: insured.name, role: 'den-forsakrade' as const },
    ...persons,
    { name: assignedTo, role: 'forsakringskassan' as const },
  ]
}

function takenFromCase(
  { what, role }: Extract<TakesOver, { from: 'case' }>,
  field: AnswerField,
  context: NoteContext,
): Taken | undefined {
  const { consents, employment } = context.case
  switch (what) {
    case 'consents': {
      const asked = field.type === 'consents' ? field.actors : undefined
      const register = mergeConsents([], consents).filter(({ actor }) => asked?.includes(actor) !== false)
      return register.length === 0 ? undefined : ofCase(register)
    }
    case 'employer': {
      if (employment.kind !== 'anstalld') return undefined
      const { name } = employment.employer
      return ofCase(field.type === 'text' ? name : { actor: 'arbetsgivare', name })
    }
    case 'persons': {
      const fitting = personsOf(context).filter((person) => role === undefined || person.role === role)
      if (field.type !== 'group') return fitting[0] && ofCase(fitting[0])
      const column = field.fields.find(({ type }) => type === 'person')
      if (!column) return undefined
      return ofCase(
        fitting.map((person, index) => ({ id: `person-${index + 1}`, answers: { [column.id]: person } })),
      )
    }
  }
}

/** Whether a field offers what has been chosen elsewhere; all else that is of its form fits. */
function offers(field: AnswerField, value: Value): boolean {
  const ops = opsOf(field)
  if (!ops.fits(value)) return false
  const chosen: Comparable | undefined = ops.options.length === 0 ? [] : ops.comparable(value)
  const values = typeof chosen === 'object' ? chosen : [chosen]
  return values.every((one) => ops.options.some((option) => option.value === one))
}

function takenFromNotes(
  { concept, kinds }: Extract<TakesOver, { from: 'note' }>,
  field: AnswerField,
  latestFirst: readonly ReadNote[],
): Taken | undefined {
  for (const read of latestFirst) {
    if (kinds && !kinds.includes(read.template.kind)) continue
    const { id } = read.note
    if (concept === undefined) return ofNote(id, { note: id })
    const source = read.field(concept)
    const value = source && read.note.answers[source.id]
    if (source?.type === field.type && value !== undefined && read.answered(concept) && offers(field, value))
      return ofNote(id, value)
  }
  return undefined
}

/** The insatser of an owner that are not over, as the last note says that they stand; they keep their row ids. */
function takenInsatser(
  { owner }: Extract<TakesOver, { from: 'insatser' }>,
  notes: readonly ReadNote[],
): Taken | undefined {
  const open = caseInsatser(notes).filter((insats) => insats.owner === owner && isAskedFor(insats))
  const last = inEventOrder(open.map(({ latest }) => latest.read)).at(-1)
  if (!last) return undefined
  return ofNote(
    last.note.id,
    open.map(({ row }) => row),
  )
}

/**
 * What a new note of a template takes over from what its case already knows, so that nobody writes it twice. Pure;
 * `context.others` holds every note of the case. A field without anything to take over is left unanswered.
 */
export function takeOver(template: Template, context: NoteContext): Beginning {
  const takers = templateIndex(template).entries.flatMap(({ field }) =>
    holdsAnswer(field) && field.takesOver !== undefined ? [{ field, from: field.takesOver }] : [],
  )
  if (takers.length === 0) return { answers: {}, takenOver: [] }

  const notes = inEventOrder(context.others.map((other) => readNote(other, context)))
  const latestFirst = notes.toReversed()
  const take = (field: AnswerField, from: TakesOver): Taken | undefined => {
    switch (from.from) {
      case 'case':
        return takenFromCase(from, field, context)
      case 'note':
        return takenFromNotes(from, field, latestFirst)
      case 'insatser':
        return takenInsatser(from, notes)
    }
  }

  const answers: Answers = {}
  const takenOver: TakenOver[] = []
  for (const { field, from } of takers) {
    const taken = take(field, from)
    if (!taken) continue
    answers[field.id] = taken.value
    takenOver.push({ field: field.id, from: taken.from })
  }
  return { answers, takenOver }
}
