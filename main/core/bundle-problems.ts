import type { z } from 'zod'
import type { BundleProblem } from '../../shared/api/errors.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { MAX_FIELD_CHARS } from '../../shared/case/limits.ts'
import type { FieldOps } from '../../shared/fields/define.ts'
import type { Json } from '../../shared/fields/json.ts'
import { textLength } from '../../shared/note/answers.ts'
import { digestHolds } from '../../shared/note/canonical.ts'
import type { Note, SignedNote } from '../../shared/note/note.ts'
import { causesOf, pathText } from '../../shared/template/problem.ts'
import { type Template, templateIndex } from '../../shared/template/template.ts'
import { message, type TextKey } from '../../shared/text/index.ts'
import type { MessageParams } from '../../shared/text/message.ts'
import { sealHolds } from '../store/seals.ts'
import type { Templates } from './templates.ts'

/** A problem at a place of the bundle. */
export function problemAt(path: readonly PropertyKey[], key: TextKey, params?: MessageParams): BundleProblem {
  return { path: pathText(path), message: message(key, params) }
}

const formatKeys: Partial<Record<string, TextKey>> = {
  'personnummer-check': 'errors.bundle.personnummer',
  'organisation-number-check': 'errors.bundle.organisationNumber',
}

/** What zod found wrong with the form of a bundle, in words. */
export function formProblems(issue: z.core.$ZodIssue, root: unknown): BundleProblem[] {
  const known = formatKeys[issue.message]
  if (known) return [problemAt(issue.path, known)]
  if (issue.code === 'invalid_format' && /^(date|datetime)$/.test(issue.format))
    return [problemAt(issue.path, 'errors.bundle.noDate')]
  return causesOf(issue, root).map(({ path, key, params }) => problemAt(path, key, params))
}

/** Ids that occur twice in the bundle or are already in the archive. */
export function idProblems(notes: readonly Note[], isKnown: (id: NoteId) => boolean): BundleProblem[] {
  const seen = new Set<string>()
  return notes.flatMap(({ id }, index) => {
    const twice = seen.has(id)
    seen.add(id)
    if (twice) return [problemAt(['notes', index, 'id'], 'errors.bundle.noteTwice', { id })]
    return isKnown(id) ? [problemAt(['notes', index, 'id'], 'errors.bundle.noteKnown', { id })] : []
  })
}

/** Answers over the limit of a field. */
export function sizeProblems(notes: readonly Note[]): BundleProblem[] {
  return notes.flatMap((note, index) =>
    Object.entries(note.answers).flatMap(([field, value]) => {
      const characters = textLength(value)
      if (characters <= MAX_FIELD_CHARS) return []
      const params = { characters, limit: MAX_FIELD_CHARS }
      return [problemAt(['notes', index, 'answers', field], 'errors.bundle.fieldTooLarge', params)]
    }),
  )
}

interface PlacedRecord {
  note: SignedNote
  index: number
}

/** The signed notes of a bundle with their places in it, in the order they were signed. */
export function recordsIn(notes: readonly Note[]): PlacedRecord[] {
  return notes
    .flatMap((note, index) => (note.status === 'journalford' ? [{ note, index }] : []))
    .toSorted((a, b) => a.note.signature.sequence - b.note.signature.sequence)
}

/** Signed notes that are not what was signed, or do not follow on one another: 1, 2, 3 …, each naming the one before. */
export function recordProblems(notes: readonly Note[]): BundleProblem[] {
  const records = recordsIn(notes)
  return records.flatMap(({ note, index }, place) => {
    const { id, signature } = note
    const path = ['notes', index, 'signature']
    if (!digestHolds(note)) return [problemAt([...path, 'digest'], 'errors.bundle.digest', { id })]
    if (!sealHolds(note)) return [problemAt([...path, 'seal'], 'errors.bundle.seal', { id })]
    const previous = records[place - 1]?.note.signature.digest ?? null
    if (signature.sequence === place + 1 && signature.previous === previous) return []
    const params = { id, sequence: signature.sequence }
    return [problemAt([...path, 'previous'], 'errors.bundle.chain', params)]
  })
}

/** Notes that amend what cannot be: no note of this case, a draft, or one that was signed after them; so none amend in a circle. */
export function amendProblems(notes: readonly Note[]): BundleProblem[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  return notes.flatMap((note, index) => {
    if (note.amends === undefined) return []
    const amended = byId.get(note.amends.note)
    const problem = (key: TextKey) => [problemAt(['notes', index, 'amends', 'note'], key, { id: note.id })]
    if (amended === undefined) return problem('errors.bundle.amendsMissing')
    if (amended.status === 'utkast') return problem('errors.bundle.amendsDraft')
    if (note.status === 'utkast') return []
    return note.signature.sequence > amended.signature.sequence ? [] : problem('errors.bundle.amendsLater')
  })
}

type Path = readonly PropertyKey[]

/** An answer that no field takes, or of another form than its field's; in rows of a repeated group too. */
function answerFindings(ops: FieldOps | undefined, id: string, value: Json, path: Path): BundleProblem[] {
  if (!ops) return [problemAt(path, 'errors.bundle.unknownField', { field: id })]
  if (!ops.fits(value)) return [problemAt(path, 'errors.bundle.wrongType', { field: id })]
  return ops
    .inner(value)
    .flatMap((inner) => answerFindings(inner.column, inner.id, inner.value, [...path, ...inner.path]))
}

function templateFindings(note: Note, template: Template, path: Path): BundleProblem[] {
  const { byId } = templateIndex(template)
  const mismatch = note.kind !== template.kind || note.owner !== template.owner
  const answers = Object.entries(note.answers).flatMap(([id, value]) => {
    return answerFindings(byId.get(id)?.ops, id, value, [...path, 'answers', id])
  })
  const objections = (note.objections ?? []).flatMap(({ field }, index) =>
    byId.get(field)?.ops
      ? []
      : [problemAt([...path, 'objections', index, 'field'], 'errors.bundle.unknownField', { field })],
  )
  return [
    ...(mismatch ? [problemAt(path, 'errors.bundle.templateMismatch', { id: template.id })] : []),
    ...answers,
    ...objections,
  ]
}

/**
 * What is worth telling of notes that are taken in all the same: a template that is not here, answers and objections
 * that no field takes, answers of another form than their field's. Nothing of it is changed or dropped.
 */
export function bundleFindings(notes: readonly Note[], templates: Templates): BundleProblem[] {
  return notes.flatMap((note, index) => {
    const template = templates.find(note.template)
    return template
      ? templateFindings(note, template, ['notes', index])
      : [problemAt(['notes', index, 'template'], 'errors.bundle.unknownTemplate', note.template)]
  })
}
