import type { IsoDate } from '../case/dates.ts'
import type { Demand } from '../fields/base.ts'
import type { AnswerField } from '../fields/index.ts'
import { holdsAnswer } from '../fields/index.ts'
import type { Marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { checkNote, sourcesOf } from '../rules/index.ts'
import { newestVersions, type Template, templateIndex } from '../template/template.ts'
import { type Localized, messageText } from '../text/index.ts'
import { wholeCase } from './cases.ts'
import { type ComparedField, compareNote } from './compare.ts'
import { packCaseId, packNoteId } from './ids.ts'
import type { Pack, PackExercise, PackTask } from './pack.ts'
import { answersAt } from './relative.ts'

/** Why an answer is as the pack has it, or what a rule says of the learner's. */
export interface Reason {
  readonly text: Localized | undefined
  /** R-number, where a rule asks for it. */
  readonly rule: string | undefined
  /** References: what the reason rests on, or else its rule. */
  readonly sources: readonly string[]
}

/** A field of a learner's note beside the pack's answer, and why the answer is as it is. */
export interface ExplainedField extends ComparedField {
  readonly reasons: readonly Reason[]
}

/** A document that an exercise expects, beside what the learner has written. */
export interface ComparedDocument {
  readonly task: PackTask
  readonly template: Template
  /** Undefined where the document is missing. */
  readonly written: ReadNote | undefined
  /** Where it is missing: a document that was written and that nobody asked for, which may have been meant as it. */
  readonly instead: ReadNote | undefined
  readonly fields: readonly ExplainedField[]
}

/** What a learner has written in an exercise beside what the pack expects. Nothing of it is kept. */
export interface ComparedExercise {
  readonly documents: readonly ComparedDocument[]
  /** What was written and not asked for. */
  readonly beside: readonly ReadNote[]
}

const reasonsIn = (task: PackTask, field: string): Reason[] =>
  task.why
    .filter((why) => why.field === field)
    .map(({ text, rule, source }) => ({
      text,
      rule,
      sources: source === undefined ? sourcesOf(rule ?? '') : [source],
    }))

/** Why the template asks for a field, where the pack does not say. */
function demandReason({ demand }: { readonly demand: Demand }): Reason[] {
  if (demand.basis === 'eget-val')
    return demand.why === undefined ? [] : [{ text: demand.why, rule: undefined, sources: [] }]
  const text = demand.basis === 'lag' ? { sv: demand.provision, en: demand.provision } : undefined
  return [{ text, rule: undefined, sources: [demand.source] }]
}

/** What a rule has found in the learner's field. */
const found = ({ rule, message }: Marker): Reason => ({
  text: { sv: messageText('sv', message), en: messageText('en', message) },
  rule,
  sources: sourcesOf(rule),
})

function explained(field: ComparedField, asked: AnswerField, task: PackTask, markers: readonly Marker[]) {
  const given = reasonsIn(task, field.id)
  const ruled = markers.filter(({ rule, where }) => where.field === field.id && rule.startsWith('R'))
  return { ...field, reasons: [...(given.length > 0 ? given : demandReason(asked)), ...ruled.map(found)] }
}

/** Those of a case's notes that the learner has written: all but the pack's own. */
export function writtenIn(pack: Pack, { case: key }: PackExercise, notes: readonly ReadNote[]): ReadNote[] {
  const own = new Set<string>(wholeCase(pack, key)?.notes.map((note) => packNoteId(pack.id, key, note.key)))
  return notes.filter(({ note }) => !own.has(note.id))
}

/** The documents of one case that are most easily taken for each other: whose it is decides which it is. */
const family = ['arbetsgivarens-plan', 'planering', 'behovsklarlaggande']
const mayBeMeant = (template: Template) => (read: ReadNote) =>
  read.template.kind === template.kind ||
  (family.includes(template.kind) && family.includes(read.template.kind))

/**
 * What a learner has written in the case of an exercise, held against what the pack expects: document by document and field by
 * field, with the reason of each. `notes` are the notes of the case that count, as they are read.
 */
export function compareExercise(
  pack: Pack,
  exercise: PackExercise,
  notes: readonly ReadNote[],
  { templates, today }: { templates: readonly Template[]; today: IsoDate },
): ComparedExercise {
  const left = new Set(writtenIn(pack, exercise, notes))
  const take = (isIt: (read: ReadNote) => boolean) => {
    const one = [...left].find(isIt)
    if (one) left.delete(one)
    return one
  }
  const known = newestVersions(templates)
  const expected = exercise.tasks.flatMap((task) => {
    const template = known.find(({ id }) => id === task.template)
    return template === undefined ? [] : [{ task, template }]
  })
  const matched = expected.map(({ task, template }) => ({
    task,
    template,
    written: take((read) => read.template.id === template.id),
  }))
  const documents = matched.map(({ task, template, written }): ComparedDocument => {
    if (written === undefined)
      return { task, template, written, instead: take(mayBeMeant(template)), fields: [] }
    const { firstSickDay } = written.context.case
    const noteOf = (key: string) => packNoteId(pack.id, exercise.case, key)
    const answers = answersAt(task.answers, { firstSickDay, today, noteOf })
    const markers = written.note.status === 'utkast' ? checkNote(written, written.context) : []
    const { byId } = templateIndex(written.template)
    const fields = compareNote(written, answers).flatMap((field) => {
      const asked = byId.get(field.id)?.field
      return asked && holdsAnswer(asked) ? [explained(field, asked, task, markers)] : []
    })
    return { task, template, written, instead: undefined, fields }
  })
  return { documents, beside: [...left] }
}

/** The case that an exercise is written in, wherever its pack is loaded. */
export const caseOfExercise = (pack: Pack, exercise: PackExercise) => packCaseId(pack.id, exercise.case)
