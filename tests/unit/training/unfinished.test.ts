import { describe, expect, test } from 'vitest'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { messageText, translate } from '../../../shared/text/index.ts'
import { emptyPackDraft, noWords, type PackDraft } from '../../../shared/training/pack-draft.ts'
import { packPlaceText } from '../../../shared/training/place-words.ts'
import { lackAt, lacksOf } from '../../../shared/training/unfinished.ts'

const caseId = caseIdSchema.parse('7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a01')
const [plan, planering] = ['02', '03'].map((end) =>
  noteIdSchema.parse(`7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a${end}`),
)
if (plan === undefined || planering === undefined) throw new Error('There are two notes.')
const there = { cases: new Set<string>([caseId]), notes: new Set<string>([plan, planering]) }
const words = (sv: string) => ({ sv, en: '' })

const finished: PackDraft = {
  title: words('Två vägar'),
  summary: words('Ett ärende.'),
  cases: [{ id: caseId, notes: [plan, planering] }],
  scenes: [
    { id: 's', title: words('Vems?'), say: words('Se bandet.'), shows: [{ note: plan, remarks: [] }] },
  ],
  exercises: [
    {
      id: 'e',
      title: words('Skriv den'),
      actor: words('Arbetsgivare'),
      situation: words('Det är dag 40.'),
      answers: [{ note: planering, remarks: [] }],
    },
  ],
}
const [scene] = finished.scenes
const [exercise] = finished.exercises
if (scene === undefined || exercise === undefined) throw new Error('There is one of each.')
const remark = { id: 'r', text: noWords, rule: '', source: '' }

/** What is lacking, as the page lists it, and where it leads. */
const told = (draft: PackDraft, of = there) =>
  lacksOf(draft, of).map(({ at, within, what }) => [
    at,
    [within, what].flatMap((each) => (each === undefined ? [] : messageText('sv', each))).join(' '),
  ])

describe('what a pack that is being written lacks', () => {
  test('is nothing once all is written, in Swedish alone', () => {
    expect(told(finished)).toEqual([])
  })

  test('is told of an empty one in three lines, each of its field', () => {
    expect(told(emptyPackDraft)).toEqual([
      ['title', 'Skriv en rubrik.'],
      ['summary', 'Skriv vad paketet handlar om.'],
      ['cases', 'Ta med minst ett ärende.'],
    ])
  })

  test('is told with the scene or the exercise that it is in, by number', () => {
    const emptyScene = { id: 's2', title: noWords, say: noWords, shows: [] }
    const emptyExercise = { id: 'e2', title: noWords, actor: noWords, situation: noWords, answers: [] }
    const draft = { ...finished, scenes: [scene, emptyScene], exercises: [exercise, emptyExercise] }
    expect(told(draft)).toEqual([
      ['s2/title', 'Scen 2: Skriv en rubrik.'],
      ['s2/say', 'Scen 2: Skriv vad utbildaren säger.'],
      ['s2/shows', 'Scen 2: Visa minst en anteckning.'],
      ['e2/title', 'Övning 2: Skriv en rubrik.'],
      ['e2/actor', 'Övning 2: Skriv vem det gäller, till exempel arbetsgivaren.'],
      ['e2/situation', 'Övning 2: Skriv vilken situation det är.'],
      ['e2/answers', 'Övning 2: Låt minst en anteckning vara ett svar.'],
    ])
  })

  test('is at the scene that shows what somebody is to write', () => {
    const shows = [{ note: planering, remarks: [] }]
    const lacks = told({ ...finished, scenes: [{ ...scene, shows }] })
    expect(lacks).toEqual([
      [lackAt('s/shows', planering), expect.stringContaining('Anteckningen är svar i en övning')],
    ])
  })

  test('is words of a remark, and the field of one that is about an answer', () => {
    const draft = {
      ...finished,
      exercises: [{ ...exercise, answers: [{ note: planering, remarks: [remark] }] }],
    }
    expect(told(draft).map(([at]) => at)).toEqual(['r/text', 'r/field'])
  })

  test('is what has gone from the archive since it was picked', () => {
    const lacks = told(finished, { cases: new Set(), notes: new Set([planering]) })
    expect(lacks.map(([at]) => at)).toEqual([lackAt(caseId, 'case'), lackAt('s/shows', plan)])
  })
})

test.each([
  ['scenes[0].say.sv', 'scen 1, vad utbildaren säger, svenska'],
  ['cases[2].details.insured.personnummer', 'ärende 3, uppgifterna om ärendet, den försäkrade, personnumret'],
  ['cases[0].notes[1].answers.datum', 'ärende 1, anteckning 2, svaren, datum'],
  ['', ''],
])('the place %j of a file is “%s”', (path, place) => {
  expect(packPlaceText(path, 'sv')).toBe(place)
})

test('a place that has words in Swedish has them in English', () => {
  expect(packPlaceText('scenes[0].say.sv', 'en')).toBe(
    `${translate('en', 'exercise.place.scenes', { number: 1 })}, what the trainer says, Swedish`,
  )
})
