import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type AnswerField, holdsAnswer } from '../../../shared/fields/index.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { context, draft } from '../check/sample.ts'
import { shipped } from '../rules/bundles.ts'

const template = shipped('intervju-om-stodet')

/** The survey as the text extracted from document 004 has it, lines 90-331: its categories and then its questions. */
const survey = readFileSync('tests/fixtures/sources/enkat.txt', 'utf8').split('\n')

/** What stands on the paper for the pen, and not for the one who is asked. */
const forThePen = /^(|[-\s]+|Ange antal timmar per vecka|Fortsätt till fråga 9)$/
const onPaper = survey
  .slice(survey.findIndex((line) => line.startsWith('Frågor om ditt arbete')))
  .map((line) =>
    line
      .replace(/\*\*|^[\s-]+(?=\p{L})| —+> .*$/gu, '')
      .trim()
      .replace(/:$/, ''),
  )
  .filter((line) => !forThePen.test(line))

const asked = (fields: readonly AnswerField[]) =>
  fields.filter(({ survey: question }) => question !== undefined)
const sections = template.sections
  .map((section) => ({ ...section, fields: asked(section.fields.filter(holdsAnswer)) }))
  .filter(({ fields }) => fields.length > 0)
const questions = sections.flatMap(({ fields }) => fields)

const options = (field: AnswerField) => ('options' in field ? field.options : [])
const labels = (field: AnswerField) => options(field).map(({ label }) => label.sv)

test('the interview asks what the survey asks, word for word and in its order', () => {
  const inTemplate = sections.flatMap(({ title, help, fields }) => [
    title.sv,
    ...(help ? [help.sv] : []),
    ...fields.flatMap((field) => [field.label.sv, ...(field.help ? [field.help.sv] : []), ...labels(field)]),
  ])
  expect(inTemplate).toEqual(onPaper)
})

test('there are 23 questions, numbered as on paper', () => {
  expect(questions.map((field) => field.survey?.question)).toEqual(
    Array.from({ length: 23 }, (_, at) => at + 1),
  )
  for (const { label, survey: question } of questions)
    expect(label.sv.startsWith(`${question?.question}. `)).toBe(true)
})

test('each question is as comparable as the survey says', () => {
  const numbersAfter = (words: string) =>
    survey
      .find((line) => line.includes(words))
      ?.split(words)[1]
      ?.match(/\d+/g)
      ?.map(Number)
  const of = (category: number) =>
    questions.flatMap(({ survey: question }) =>
      question?.comparability === category ? [question.question] : [],
    )
  const categories = survey.filter((line) => line.includes('Denna kategori inkluderar frågorna'))
  expect(categories).toHaveLength(2)
  expect(of(1)).toEqual(numbersAfter('sedan undersökningen 2023. Denna kategori inkluderar frågorna'))
  expect(of(2)).toEqual(numbersAfter('från enkätundersökningen 2023. Denna kategori inkluderar frågorna'))
  expect(of(3)).toHaveLength(9)
})

test('several answers where the paper says that several may be marked, else one', () => {
  const several = questions.filter(({ help }) => help?.sv.includes('Flera alternativ kan markeras'))
  expect(several.map(({ id }) => id)).toEqual(
    questions.flatMap(({ id, type }) => (type === 'choices' ? [id] : [])),
  )
})

test('own words are asked for where the paper asks to be told more', () => {
  for (const field of questions)
    for (const { label, other } of options(field))
      expect([label.sv, other === true]).toEqual([label.sv, label.sv.includes('beskriv gärna')])
})

test('a no, a not-known and a not-applicable stand alone', () => {
  const alone = questions.flatMap((field) =>
    options(field).flatMap(({ label, exclusive }) => (exclusive === true ? [`${field.id} ${label.sv}`] : [])),
  )
  expect(alone).toEqual([
    'fraga-3 Nej, mitt arbete bidrog inte',
    'fraga-3 Vet inte',
    'fraga-7 Inga anpassningar har gjorts',
    'fraga-8 Vet inte',
    'fraga-10 Inga ytterligare åtgärder',
    'fraga-10 Inte aktuellt',
    'fraga-13 Jag har inte fått någon vård eller behandling',
    'fraga-13 Vet inte',
    'fraga-18 Nej',
    'fraga-22 Nej',
  ])
})

describe('a question that the answers before make needless is not asked', () => {
  const shown = (answers: Parameters<typeof draft>[1]) => {
    const { visible } = readNote(draft(template, answers), context)
    return questions.flatMap(({ id, survey: question }) => (visible(id) ? [question?.question] : []))
  }
  const all = questions.map(({ survey: question }) => question?.question)
  const but = (...left: number[]) => all.filter((number) => number === undefined || !left.includes(number))

  test.each([
    ['nothing', {}, but(8)],
    ['an adjustment', { 'fraga-7': { values: ['pauser'] } }, but(8)],
    ['no adjustment', { 'fraga-7': { values: ['inga'] } }, all],
    ['no talk with the case worker', { 'fraga-18': { values: ['nej'] } }, but(8, 19, 20)],
    ['a talk by telephone', { 'fraga-18': { values: ['telefon'] } }, but(8)],
  ])('after %s', (_, answers, left) => {
    expect(shown(answers)).toEqual(left)
  })
})
