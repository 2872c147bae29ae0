import type { BundleProblem } from '../../shared/api/errors.ts'
import { answerSchemas } from '../../shared/note/answers.ts'
import type { Note } from '../../shared/note/note.ts'
import type { AnswerField } from '../../shared/template/field.ts'
import { templateIndex } from '../../shared/template/fields.ts'
import type { Template } from '../../shared/template/template.ts'
import { problemAt } from './bundle-problems.ts'
import type { Templates } from './templates.ts'

type Path = readonly PropertyKey[]

/** Answers in the rows of a repeated group that no field of it takes, or not in that form. */
function rowFindings(
  field: Extract<AnswerField, { type: 'group' }>,
  value: unknown,
  path: Path,
): BundleProblem[] {
  const rows = answerSchemas.group.safeParse(value)
  if (!rows.success) return [problemAt(path, 'errors.bundle.wrong-type', { field: field.id })]
  return rows.data.flatMap((row, index) =>
    Object.entries(row.answers).flatMap(([id, answer]) =>
      answerFindings(
        field.fields.find((part) => part.id === id),
        id,
        answer,
        [...path, index, 'answers', id],
      ),
    ),
  )
}

function answerFindings(
  field: AnswerField | undefined,
  id: string,
  value: unknown,
  path: Path,
): BundleProblem[] {
  if (!field) return [problemAt(path, 'errors.bundle.unknown-field', { field: id })]
  if (field.type === 'group') return rowFindings(field, value, path)
  return answerSchemas[field.type].safeParse(value).success
    ? []
    : [problemAt(path, 'errors.bundle.wrong-type', { field: id })]
}

function templateFindings(note: Note, template: Template, path: Path): BundleProblem[] {
  const { byId } = templateIndex(template)
  const mismatch = note.kind !== template.kind || note.owner !== template.owner
  const answers = Object.entries(note.answers).flatMap(([id, value]) => {
    const field = byId.get(id)?.field
    return answerFindings(field?.type === 'info' ? undefined : field, id, value, [...path, 'answers', id])
  })
  return [
    ...(mismatch ? [problemAt(path, 'errors.bundle.template-mismatch', { id: template.id })] : []),
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
      : [problemAt(['notes', index, 'template'], 'errors.bundle.unknown-template', note.template)]
  })
}
