// What every object has a member of (`constructor`) is a word like others where somebody else wrote it: looked up among our
// own names in a plain object, it is found. Ids of fields may not be such names; all else may.
import { expect, test } from 'vitest'
import { valuesFor } from '../../../renderer/features/studio/properties/condition-parts.ts'
import { parseStroke, placeLabel } from '../../../renderer/workbench/keys/stroke.ts'
import { isObject } from '../../../shared/fields/json.ts'
import { staticFile } from '../../../shared/host/serving.ts'
import { templateOfQuestionnaire } from '../../../shared/interchange/fhir/questionnaire-as-template.ts'
import { templateOfXlsForm } from '../../../shared/interchange/xlsform/xlsform-as-template.ts'
import { betweenMembers, partItself } from '../../../shared/studio/compare-members.ts'
import { withType } from '../../../shared/studio/edit.ts'
import { jsonAt } from '../../../shared/studio/json-path.ts'
import { schemaAt } from '../../../shared/studio/schema.ts'
import { templateOf } from '../check/sample.ts'
import { names, need, pageOf, story } from '../overview/story.ts'
import { small, smallWith } from '../studio/sample.ts'

const name = 'constructor'
const field = ['sections', 0, 'fields', 0]
const typeOfFirst = (read: ReturnType<typeof templateOfQuestionnaire>) =>
  read.ok && read.value.sections[0]?.fields[0]?.type

test.each<[string, () => unknown, unknown]>([
  [
    'a kind of need that a template offers is met by nothing of ours',
    () => {
      const said = { ...need, answers: { ...need.answers, slag: { values: [name] } } }
      return pageOf([said, ...story.filter((note) => note !== need)]).needs.needs.map(({ met }) => names(met))
    },
    [[]],
  ],
  ['the ending of a file is no type that is served', () => staticFile(`/assets/x.${name}`), undefined],
  [
    'a type of FHIR is a text',
    () =>
      typeOfFirst(
        templateOfQuestionnaire({
          resourceType: 'Questionnaire',
          status: 'active',
          title: 'A',
          item: [{ linkId: 'a', text: 'A', type: name }],
        }),
      ),
    'text',
  ],
  [
    'a type of XLSForm is a text',
    () =>
      typeOfFirst(
        templateOfXlsForm({
          survey: [
            ['type', 'name', 'label'],
            [name, 'a', 'A'],
          ],
        }),
      ),
    'text',
  ],
  [
    'a language of XLSForm is none of ours, and its column told of',
    () => {
      const read = templateOfXlsForm({
        survey: [
          ['type', 'name', 'label', `label::${name}`],
          ['text', 'a', 'A', 'B'],
        ],
      })
      return read.ok && read.report.some(({ key }) => key === 'interchange.in.column')
    },
    true,
  ],
  [
    'what an option becomes is new where it was not there',
    () => {
      const template = templateOf([{ id: 'a', type: 'text' }])
      const of = { before: template, after: template }
      return betweenMembers(of, partItself, { map: { ja: 'a' } }, { map: { ja: 'a', [name]: 'b' } }).map(
        ({ change, path }) => `${change} ${path}`,
      )
    },
    [`added map.${name}`],
  ],
  ['no member of a field by its schema', () => schemaAt(small, [...field, name]), undefined],
  [
    'no member that a field of another type takes over',
    () => {
      const changed = jsonAt(withType(smallWith([...field, name], 1), field, 'text'), field)
      return isObject(changed) && Object.hasOwn(changed, name)
    },
    false,
  ],
  ['a fact of a condition has no values of ours', () => valuesFor(small, [], name, true), []],
  ['the place of a key is printed as it is', () => placeLabel(name), name],
])(`${name}: %s`, (_what, act, expected) => {
  expect(act()).toEqual(expected)
})

test(`${name} is the name of no key`, () => {
  expect(() => parseStroke(`Mod+${name}`, false)).toThrow(/called/)
})
