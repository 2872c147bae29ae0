// EN 301 549 11.8.2–11.8.5: the studio leads to forms that everybody can use, finds what is not, and helps to repair it.
import { describe, expect, test } from 'vitest'
import { type Json, toJson } from '../../../shared/fields/json.ts'
import { fixesOf } from '../../../shared/studio/fixes.ts'
import type { JsonPath } from '../../../shared/studio/json-path.ts'
import { problemsOf } from '../../../shared/studio/problems.ts'
import type { Working } from '../../../shared/studio/working.ts'
import { newestVersions } from '../../../shared/template/template.ts'
import { templates } from '../rules/bundles.ts'
import { linesOf, smallWith, words } from './sample.ts'

const said = ['sections', 0, 'fields', 1]
const group = ['sections', 1, 'fields', 0]
const reason = words('För provets skull.', 'For the test.')
const heading = (id: string): Json => ({ id, type: 'info', label: words(`Rubrik ${id}`, `Heading ${id}`) })
const number = {
  id: 'antal',
  type: 'number',
  label: words('Antal dagar', 'Number of days'),
  obligation: 'frivillig',
  demand: { basis: 'eget-val', why: reason },
  min: 1,
  max: 31,
}

const accessHints = (working: Working) => problemsOf(working).filter(({ clause }) => clause !== undefined)

describe('is pointed out, with the requirement that it breaks', () => {
  test.each<[clause: string, what: string, working: Working, line: string]>([
    [
      '9.3.1.2',
      'a text that is the same in both languages',
      smallWith([...said, 'label'], words('Vad sades i samtalet', 'Vad sades i samtalet')),
      'warning sections[0].fields[1].label.en studio.access.sameText',
    ],
    [
      '9.3.1.2',
      'a text that is in the other language',
      smallWith(
        [...said, 'help'],
        words('Write what the employer said, and when.', 'Skriv det som arbetsgivaren sade.'),
      ),
      'warning sections[0].fields[1].help.sv studio.access.otherLanguage',
    ],
    [
      '9.2.4.6',
      'two fields of one name beside each other',
      smallWith([...said, 'label'], words('Talat med:', 'Spoken with')),
      'warning sections[0].fields[1].label.sv studio.access.sameLabel',
    ],
    [
      '9.2.4.6',
      'two columns of one name',
      smallWith([...group, 'fields', 1, 'label'], words('namn', 'Name')),
      'warning sections[1].fields[0].fields[1].label.sv studio.access.sameLabel',
    ],
    [
      '9.2.4.6',
      'two options of one name',
      smallWith(['sections', 0, 'fields', 0, 'options', 1, 'label'], words('Arbetsgivaren', 'Care')),
      'warning sections[0].fields[0].options[1].label.sv studio.access.sameOption',
    ],
    [
      '9.2.4.6',
      'two sections of one heading',
      smallWith(['sections', 1, 'title'], words('Vem', 'Whom')),
      'warning sections[1].title.sv studio.access.sameTitle',
    ],
    [
      '9.2.4.6',
      'a section that is called as the template',
      smallWith(['sections', 0, 'title'], words('Samtal', 'Who')),
      'warning sections[0].title.sv studio.access.sameTitle',
    ],
    [
      '9.2.4.6',
      'a label that asks nothing',
      smallWith([...said, 'label'], words('Välj …', 'What was said')),
      'warning sections[0].fields[1].label.sv studio.access.vagueLabel',
    ],
    [
      '9.1.3.1',
      'a heading with nothing below it',
      smallWith(['sections', 0, 'fields', 2], heading('sist')),
      'warning sections[0].fields[2].label studio.access.idleHeading',
    ],
    [
      '9.1.3.3',
      'a field that is told by its colour',
      smallWith([...said, 'help'], words('Fyll i de röda fälten först.', 'First the others.')),
      'warning sections[0].fields[1].help.sv studio.access.byLooks',
    ],
    [
      '9.1.3.3',
      'a field that is told by its place',
      smallWith([...said, 'help'], words('Först de andra.', 'Use the box on the right.')),
      'warning sections[0].fields[1].help.en studio.access.byLooks',
    ],
    [
      '9.3.3.2',
      'a star for what is obligatory',
      smallWith([...said, 'label'], words('Vad sades *', 'What was said')),
      'warning sections[0].fields[1].label.sv studio.access.star',
    ],
    [
      '9.3.3.2',
      'limits that nobody is told of',
      smallWith(['sections', 0, 'fields', 2], number),
      'info sections[0].fields[2].help studio.access.unsaidBounds',
    ],
  ])('%s %s', (clause, _what, working, line) => {
    const found = accessHints(working)
    expect(linesOf(found)).toContain(line)
    expect(found[0]?.clause).toBe(`EN 301 549, ${clause}`)
  })
})

describe('is repaired by a fix (11.8.4)', () => {
  test.each<[string, JsonPath, Json]>([
    ['a star', [...said, 'label'], words('Vad sades *', 'What was said *')],
    ['limits that nobody is told of', ['sections', 0, 'fields', 2], number],
    ['a heading with nothing below it', ['sections', 0, 'fields', 2], heading('sist')],
  ])('%s', (_what, path, value) => {
    let working: Working = smallWith(path, value)
    for (let [problem] = accessHints(working); problem; [problem] = accessHints(working)) {
      const [fix] = fixesOf(working, problem)
      expect(fix).toBeDefined()
      working = fix?.edit(working) ?? working
    }
    expect(problemsOf(working)).toEqual([])
  })
})

describe('is left alone', () => {
  test.each<[string, JsonPath, Json]>([
    ['a heading over a field', ['sections', 0, 'fields', 0], heading('forst')],
    [
      'a help that speaks of colours of things',
      [...said, 'help'],
      words('Skriv bilens färg, till exempel röd.', 'Write the colour of the car.'),
    ],
    ['a short word that both languages have', [...said, 'label'], words('SFB', 'SFB')],
    [
      'an English text with Swedish terms',
      [...said, 'help'],
      words('Skriv vad som är sagt.', 'Write what the insatser of the planering are.'),
    ],
  ])('%s', (_what, path, value) => {
    // What names the choice that the heading stands in place of is of no matter here.
    const working = smallWith(path, value)
    expect(linesOf(accessHints(working))).toEqual([])
  })
})

test('11.8.5 in the templates that ship, only names of things are told twice', () => {
  const found = newestVersions(templates.all).flatMap((template) =>
    accessHints(toJson(template)).map(({ key }) => `${template.id} ${key}`),
  )
  expect(new Set(found)).toEqual(
    new Set(['behovsklarlaggande studio.access.sameText', 'planering studio.access.sameText']),
  )
})
