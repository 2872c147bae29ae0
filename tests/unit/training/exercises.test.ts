import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { shippedPacks } from '../../../main/core/training/pack-files.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { ReadNote } from '../../../shared/note/read-note.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { citations } from '../../../shared/sources/cite.ts'
import { castOf } from '../../../shared/training/cases.ts'
import { isDifference, withAnswers } from '../../../shared/training/compare.ts'
import { compareExercise } from '../../../shared/training/compare-exercise.ts'
import type { Pack, PackExercise } from '../../../shared/training/pack.ts'
import { readAnswers, readCast } from '../../../shared/training/read-cast.ts'

const templates = loadTemplates('templates').all
const today = isoDateSchema.parse('2026-06-03')
const reading = { templates, today, language: 'sv' } as const

function shippedPack(id: string): Pack {
  const found = shippedPacks('templates', templates).all.find((pack) => pack.id === id)
  if (!found) throw new Error(`No pack ${id}`)
  return found
}
const pack = shippedPack('aktorssituationer')
const exercises = pack.exercises ?? []

function exerciseNamed(id: string): PackExercise {
  const found = exercises.find((each) => each.id === id)
  if (!found) throw new Error(`No exercise ${id}`)
  return found
}

/** An exercise, the notes that its case begins with, and what the pack answers. */
function answered(exercise: PackExercise): { begun: ReadNote[]; answers: ReadNote[] } {
  const of = castOf(pack, today).find(({ key }) => key === exercise.case)
  if (!of) throw new Error(`No case ${exercise.case}`)
  return { begun: readCast(of, reading), answers: readAnswers(pack, exercise, of, reading) }
}

const compared = (exercise: PackExercise, written: readonly ReadNote[]) =>
  compareExercise(pack, exercise, [...answered(exercise).begun, ...written], { templates, today })

/** An answer with some fields changed, as a learner may have written it. */
const changed = (read: ReadNote | undefined, changes: Answers): ReadNote[] =>
  read === undefined ? [] : [withAnswers(read, { ...read.note.answers, ...changes })]

describe('Aktörssituationer', () => {
  test('has at least two situations for each actor', () => {
    const actors = Map.groupBy(exercises, ({ actor }) => actor.sv)
    expect([...actors.keys()]).toEqual([
      'Arbetsgivare',
      'Hälso- och sjukvård',
      'Arbetsförmedlingen',
      'Arbetstagarorganisation',
    ])
    for (const situations of actors.values()) expect(situations.length).toBeGreaterThanOrEqual(2)
  })

  test.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    '%s: its answers pass the check, and nothing differs from them',
    (_id, exercise) => {
      const { answers } = answered(exercise)
      expect(answers).toHaveLength(exercise.tasks.length)
      for (const read of answers) {
        const errors = checkNote(read, read.context).filter(({ severity }) => severity === 'error')
        expect(errors).toEqual([])
      }
      const { documents, beside } = compared(exercise, answers)
      expect(documents.flatMap(({ fields }) => fields).filter(isDifference)).toEqual([])
      expect(documents.every(({ written }) => written !== undefined)).toBe(true)
      expect(beside).toEqual([])
    },
  )

  test('every reason rests on a place in the documents, or is our own choice', () => {
    const sources = exercises.flatMap(({ tasks }) =>
      tasks.flatMap(({ why }) => why.map(({ source }) => source)),
    )
    const unknown = sources
      .filter((source) => source !== undefined)
      .flatMap((source) => citations(source))
      .filter(({ kind }) => kind === 'words')
    expect(unknown).toEqual([])
  })
})

describe('what a learner has written beside what an exercise expects', () => {
  const telephone = exerciseNamed('plan-i-telefon')
  const [plan] = answered(telephone).answers

  test('says of a difference why the answer is so, by which rule and from where', () => {
    const { documents } = compared(telephone, changed(plan, { kanal: { value: 'blankett' } }))
    const differing = documents.flatMap(({ fields }) => fields).filter(isDifference)
    expect(differing).toMatchObject([
      { id: 'kanal', verdict: 'different', reasons: [{ rule: 'R5', sources: ['000:274-277'] }] },
    ])
  })

  test('says what a rule finds in the learner’s note', () => {
    const lyft = { id: 'r', what: 'Kortare dagar', performer: { name: 'Försäkringskassan' } }
    const { documents } = compared(telephone, changed(plan, { 'insatser-i-planen': [lyft] }))
    const [field] = documents.flatMap(({ fields }) => fields).filter(isDifference)
    expect(field?.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['R1', 'R7']))
  })

  test('falls back on what the template says of a field, where the pack does not say', () => {
    const { documents } = compared(telephone, changed(plan, { 'upprattad-datum': '2026-01-01' }))
    const [field] = documents.flatMap(({ fields }) => fields).filter(isDifference)
    expect(field?.id).toBe('upprattad-datum')
    expect(field?.reasons).not.toEqual([])
  })

  test('says which document is missing', () => {
    const { documents } = compared(telephone, [])
    expect(documents).toMatchObject([{ written: undefined, instead: undefined, fields: [] }])
  })

  test('says that a planering was written where a plan was expected', () => {
    const wait = exerciseNamed('lang-vantan')
    const planering = answered(wait).answers.filter(({ template }) => template.kind === 'planering')
    const { documents, beside } = compared(telephone, planering)
    expect(documents[0]?.instead?.template.id).toBe('planering')
    expect(beside).toEqual([])
  })

  test('tells of a document that nobody asked for', () => {
    const wait = exerciseNamed('lang-vantan')
    const question = answered(wait).answers.filter(({ template }) => template.kind === 'aktivitet')
    const { documents, beside } = compared(telephone, [...changed(plan, {}), ...question])
    expect(documents[0]?.written).toBeDefined()
    expect(beside.map(({ template }) => template.id)).toEqual(['fraga-till-varden'])
  })

  test('leaves the notes that the pack has brought itself out of it', () => {
    const { documents, beside } = compared(exerciseNamed('planen-star-still'), [])
    expect(documents.map(({ written }) => written)).toEqual([undefined, undefined])
    expect(beside).toEqual([])
  })
})
