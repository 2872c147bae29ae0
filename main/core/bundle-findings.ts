import type { BundleProblem } from '../../shared/api/errors.ts'
import type { FieldOps } from '../../shared/fields/define.ts'
import { readAs } from '../../shared/fields/index.ts'
import type { Json } from '../../shared/fields/json.ts'
import type { Note } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'
import { templateIndex } from '../../shared/template/template.ts'
import { problemAt } from './bundle-problems.ts'
import type { Templates } from './templates.ts'

type Path = readonly PropertyKey[]

/** An answer that no field takes, or of another form than its field's; in rows of a repeated group too. */
function answerFindings(ops: FieldOps | undefined, id: string, value: Json, path: Path): BundleProblem[] {
  if (!ops) return [problemAt(path, 'errors.bundle.unknownField', { field: id })]
  if (!ops.fits(value)) return [problemAt(path, 'errors.bundle.wrongType', { field: id })]
  const rows = ops.columns.length === 0 ? [] : (readAs('group', value) ?? [])
  return rows.flatMap((row, index) =>
    Object.entries(row.answers).flatMap(([column, answer]) =>
      answerFindings(
        ops.columns.find(({ field }) => field.id === column),
        column,
        answer,
        [...path, index, 'answers', column],
      ),
    ),
  )
}

function templateFindings(note: Note, template: Template, path: Path): BundleProblem[] {
  const { byId } = templateIndex(template)
  const mismatch = note.kind !== template.kind || note.owner !== template.owner
  const answers = Object.entries(note.answers).flatMap(([id, value]) => {
    return answerFindings(byId.get(id)?.ops, id, value, [...path, 'answers', id])
  })
  return [
    ...(mismatch ? [problemAt(path, 'errors.bundle.templateMismatch', { id: template.id })] : []),
    ...answers,
  ]
}

/**
 * What is worth telling of notes that are taken in all the same: a template that is not here, answers that no
 * field takes, answers of another form than their field's. Nothing of it is changed or dropped.
 */
export function bundleFindings(notes: readonly Note[], templates: Templates): BundleProblem[] {
  return notes.flatMap((note, index) => {
    const template = templates.find(note.template)
    return template
      ? templateFindings(note, template, ['notes', index])
      : [problemAt(['notes', index, 'template'], 'errors.bundle.unknownTemplate', note.template)]
  })
}
