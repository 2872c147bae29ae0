import { isoDateSchema } from '../case/dates.ts'
import type { Cause } from '../fields/define.ts'
import { holdsAnswer } from '../fields/index.ts'
import type { Answers } from '../note/answers.ts'
import { newestVersions, type Template, type TemplateIndex, templateIndex } from '../template/template.ts'
import { momentOf, wholeCase } from './cases.ts'
import { livingCauses } from './living.ts'
import type { Pack, PackCase, PackExercise, PackScene, PackShown } from './pack.ts'
import { answersAt, holdsDate, relativeIn, textsIn } from './relative.ts'

type Path = readonly PropertyKey[]
type WholeCase = NonNullable<ReturnType<typeof wholeCase>>

/** What a pack is held against: the newest version of each template, by its id. */
type Known = ReadonlyMap<string, Template>

/** Dates are worked out from some day, to see whether an answer is of its field's form then. */
const someDay = isoDateSchema.parse('2026-06-03')

function twice(names: readonly { readonly name: string; readonly path: Path }[]): Cause[] {
  return names
    .filter(({ name }, index) => names.findIndex((other) => other.name === name) < index)
    .map(({ name, path }) => ({ path, key: 'rules.template.idTwice', params: { id: name } }))
}

function textFaults(value: unknown, of: WholeCase, path: Path): Cause[] {
  return textsIn(value, path).flatMap(({ text, path: at }): Cause[] => {
    const relative = relativeIn(text)
    if (relative === 'unknown') return [{ path: at, key: 'training.fault.relative', params: { text } }]
    if (relative?.kind === 'note' && !of.notes.some(({ key }) => key === relative.key))
      return [{ path: at, key: 'training.fault.noNote', params: { key: relative.key } }]
    return holdsDate(text) ? [{ path: at, key: 'training.fault.calendarDate' }] : []
  })
}

/** Faults of answers to a template, of a note or of an exercise in a case; `null` takes an answer away. */
function answerFaults(
  pack: Pack,
  { byId }: TemplateIndex,
  answers: Answers,
  of: WholeCase,
  path: Path,
): Cause[] {
  const worked = answersAt(answers, momentOf(pack, of, someDay))
  return Object.entries(answers).flatMap(([id, answer]): Cause[] => {
    const at = [...path, id]
    const entry = byId.get(id)
    if (entry?.ops === undefined) return [{ path: at, key: 'training.fault.noField' }]
    const faults = textFaults(answer, of, at)
    if (faults.length > 0 || answer === null) return faults
    return entry.ops.fits(worked[id]) ? [] : [{ path: at, key: 'training.fault.form' }]
  })
}

const noTemplate = (path: Path, id: string): Cause => ({
  path: [...path, 'template'],
  key: 'training.fault.noTemplate',
  params: { id },
})

function wholeCaseFaults(pack: Pack, known: Known, of: WholeCase, path: Path): Cause[] {
  const notes = of.notes.map((note, index) => ({ note, path: [...path, 'notes', index] }))
  return [
    ...twice(notes.map(({ note, path: at }) => ({ name: note.key, path: [...at, 'key'] }))),
    ...textFaults(of.details, of, [...path, 'details']),
    ...notes.flatMap(({ note, path: at }): Cause[] => {
      const template = known.get(note.template)
      const late: Cause[] =
        note.day > of.day
          ? [{ path: [...at, 'day'], key: 'training.fault.day', params: { day: of.day } }]
          : []
      if (template === undefined) return [...late, noTemplate(at, note.template)]
      return [...late, ...answerFaults(pack, templateIndex(template), note.answers, of, [...at, 'answers'])]
    }),
  ]
}

type Variant = Extract<PackCase, { like: string }>

function variantFaults(pack: Pack, known: Known, variant: Variant, path: Path): Cause[] {
  const like = wholeCase(pack, variant.like)
  const whole = wholeCase(pack, variant.key)
  if (like === undefined || whole === undefined)
    return [{ path: [...path, 'like'], key: 'training.fault.noCase', params: { key: variant.like } }]
  const noNote = (key: string, at: Path): Cause => ({
    path: at,
    key: 'training.fault.noNote',
    params: { key },
  })
  const isThere = (key: string) => like.notes.some((note) => note.key === key)
  const changes = variant.notes.flatMap(({ key, answers }, index): Cause[] => {
    const at = [...path, 'notes', index]
    const template = known.get(whole.notes.find((note) => note.key === key)?.template ?? '')
    if (template === undefined) return [noNote(key, [...at, 'key'])]
    return answerFaults(pack, templateIndex(template), answers, whole, [...at, 'answers'])
  })
  const without = variant.without ?? []
  return [
    ...changes,
    ...without.flatMap((key, index) => (isThere(key) ? [] : [noNote(key, [...path, 'without', index])])),
  ]
}

function shownFaults(pack: Pack, known: Known, shown: PackShown, path: Path): Cause[] {
  const whole = wholeCase(pack, shown.case)
  if (whole === undefined)
    return [{ path: [...path, 'case'], key: 'training.fault.noCase', params: { key: shown.case } }]
  const note = whole.notes.find(({ key }) => key === shown.note)
  if (shown.note !== undefined && note === undefined)
    return [{ path: [...path, 'note'], key: 'training.fault.noNote', params: { key: shown.note } }]
  const template = note && known.get(note.template)
  // That there is no such template is told of the note.
  if (note !== undefined && template === undefined) return []
  const fields = [
    { field: shown.field, path: [...path, 'field'] },
    ...(shown.points ?? []).map(({ field }, index) => ({ field, path: [...path, 'points', index, 'field'] })),
  ]
  const isField = (id: string) => template !== undefined && templateIndex(template).byId.has(id)
  const isSection = (id: string) => template?.sections.some((section) => section.id === id) === true
  return [
    ...fields.flatMap(({ field, path: at }): Cause[] =>
      field === undefined || isField(field) ? [] : [{ path: at, key: 'training.fault.noField' }],
    ),
    ...(shown.section === undefined || isSection(shown.section)
      ? []
      : [{ path: [...path, 'section'], key: 'training.fault.noSection' } as const]),
  ]
}

/** A note has one tab: the same beside itself would be one, at the last of its places. */
function shownTwice({ shows: [first, second] }: PackScene, path: Path): Cause[] {
  if (first?.case !== second?.case || first?.note !== second?.note) return []
  return [{ path: [...path, 'shows', 1], key: 'training.fault.shownTwice' }]
}

const sceneFaults = (pack: Pack, known: Known, scene: PackScene, path: Path): Cause[] => [
  ...scene.shows.flatMap((shown, index) => shownFaults(pack, known, shown, [...path, 'shows', index])),
  ...shownTwice(scene, path),
]

function exerciseFaults(pack: Pack, known: Known, exercise: PackExercise, path: Path): Cause[] {
  const whole = wholeCase(pack, exercise.case)
  if (whole === undefined)
    return [{ path: [...path, 'case'], key: 'training.fault.noCase', params: { key: exercise.case } }]
  return exercise.tasks.flatMap((task, index): Cause[] => {
    const at = [...path, 'tasks', index]
    const template = known.get(task.template)
    if (template === undefined) return [noTemplate(at, task.template)]
    const { byId } = templateIndex(template)
    const why = task.why.flatMap(({ field }, which): Cause[] => {
      const asked = byId.get(field)?.field
      if (asked !== undefined && holdsAnswer(asked)) return []
      return [{ path: [...at, 'why', which, 'field'], key: 'training.fault.noField' }]
    })
    return [...answerFaults(pack, templateIndex(template), task.answers, whole, [...at, 'answers']), ...why]
  })
}

/** What a pack of the right form says that cannot be, held against the templates that are here. */
export function packCauses(pack: Pack, templates: readonly Template[]): Cause[] {
  const known: Known = new Map(newestVersions(templates).map((template) => [template.id, template]))
  const { cases, scenes = [], exercises = [] } = pack
  const named = (list: string, name: string, of: readonly string[]) =>
    twice(of.map((each, index) => ({ name: each, path: [list, index, name] })))
  const numbers = cases.map((each) => ('like' in each ? each.number : each.details.number))
  return [
    ...livingCauses(pack),
    ...named(
      'cases',
      'key',
      cases.map(({ key }) => key),
    ),
    ...named('cases', 'number', numbers),
    ...named(
      'scenes',
      'id',
      scenes.map(({ id }) => id),
    ),
    ...named(
      'exercises',
      'id',
      exercises.map(({ id }) => id),
    ),
    ...cases.flatMap((each, index) => {
      const path = ['cases', index]
      return 'like' in each
        ? variantFaults(pack, known, each, path)
        : wholeCaseFaults(pack, known, each, path)
    }),
    ...scenes.flatMap((scene, index) => sceneFaults(pack, known, scene, ['scenes', index])),
    ...exercises.flatMap((each, index) => exerciseFaults(pack, known, each, ['exercises', index])),
  ]
}
