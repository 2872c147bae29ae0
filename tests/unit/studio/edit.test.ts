import { describe, expect, test } from 'vitest'
import {
  takesColumns,
  withCopy,
  withMoved,
  withNewColumn,
  withNewField,
  withNewSection,
  withoutPart,
  withType,
} from '../../../shared/studio/edit.ts'
import { type JsonPath, jsonAt } from '../../../shared/studio/json-path.ts'
import { namingsOf, renamed } from '../../../shared/studio/namings.ts'
import { problemsOf } from '../../../shared/studio/problems.ts'
import { partsOf, type Working } from '../../../shared/studio/working.ts'
import { pathText } from '../../../shared/template/problem.ts'
import { small, smallWith } from './sample.ts'

const choice = ['sections', 0, 'fields', 0]
const said = ['sections', 0, 'fields', 1]
const group = ['sections', 1, 'fields', 0]

const outline = (working: Working) =>
  partsOf(working).map(({ path, id }) => `${'  '.repeat(path.length / 2)}${id}`)
const idAt = (working: Working, path: JsonPath) => jsonAt(working, [...path, 'id'])

describe('the parts of a working copy', () => {
  test('are the template, its sections, their fields and the columns of groups, in document order', () => {
    expect(outline(small)).toEqual([
      'samtal',
      '  vem',
      '    talat-med',
      '    vad-sades',
      '  sedan',
      '    deltagare',
      '      namn',
      '      roll',
    ])
  })

  test('are told of whatever its form', () => {
    expect(
      partsOf({ sections: [null, { fields: 'inget' }, { fields: [7] }] }).map(({ kind }) => kind),
    ).toEqual(['template', 'section', 'section', 'section', 'field'])
  })
})

describe('adding', () => {
  test('a section puts it after the one that one is in', () => {
    const { working, at } = withNewSection(small, said)
    expect(at).toEqual(['sections', 1])
    expect(outline(working).slice(4, 6)).toEqual(['  avsnitt', '    falt'])
  })

  test('a field puts it after the field that one is at, with an id that is free', () => {
    const once = withNewField(small, choice, 'date')
    const twice = withNewField(once.working, once.at, 'date')
    expect(outline(twice.working).slice(2, 6)).toEqual([
      '    talat-med',
      '    falt',
      '    falt-2',
      '    vad-sades',
    ])
  })

  test('a field in a section puts it last there', () => {
    expect(withNewField(small, ['sections', 0], 'text').at).toEqual(['sections', 0, 'fields', 2])
  })

  test('a column puts it last in its group', () => {
    expect(takesColumns(small, group)).toBe(true)
    expect(withNewColumn(small, group).at).toEqual([...group, 'fields', 2])
    expect(takesColumns(small, choice)).toBe(false)
  })

  test('leaves everything else the same objects', () => {
    const { working } = withNewField(small, choice, 'text')
    expect(jsonAt(working, ['sections', 1])).toBe(jsonAt(small, ['sections', 1]))
    expect(jsonAt(working, choice)).toBe(jsonAt(small, choice))
  })
})

test('what is written leaves the members in their order, as the JSON beside has them', () => {
  const keys = Object.keys(jsonAt(smallWith(['title', 'sv'], 'Möte'), []) ?? {})
  expect(keys).toEqual(Object.keys(jsonAt(small, []) ?? {}))
})

describe('copying', () => {
  test('a field gives the copy an id of its own, and leaves the concept with the first', () => {
    const { working, at } = withCopy(smallWith([...choice, 'concept'], 'mal'), choice)
    expect(idAt(working, at)).toBe('talat-med-2')
    expect(jsonAt(working, [...at, 'concept'])).toBeUndefined()
  })

  test('a section gives its fields new ids, and what they say of each other follows', () => {
    const { working, at } = withCopy(small, ['sections', 0])
    expect(outline(working).slice(4, 7)).toEqual(['  vem-2', '    talat-med-2', '    vad-sades-2'])
    expect(jsonAt(working, [...at, 'fields', 1, 'visibleWhen', 'field'])).toBe('talat-med-2')
    expect(problemsOf(working).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('moving', () => {
  test('changes places with the one beside it', () => {
    const { working, at } = withMoved(small, said, -1)
    expect(at).toEqual(choice)
    expect(outline(working).slice(2, 4)).toEqual(['    vad-sades', '    talat-med'])
  })

  test('takes a field on into the next section, first there, and back', () => {
    const there = withMoved(small, said, 1)
    expect(there.at).toEqual(group)
    const back = withMoved(there.working, there.at, -1)
    expect(back.working).toEqual(small)
  })

  test('stays where there is nowhere to go', () => {
    expect(withMoved(small, ['sections', 0], -1)).toEqual({ working: small, at: ['sections', 0] })
    expect(withMoved(small, group, 1).working).toBe(small)
  })
})

describe('removing', () => {
  test('a field first tells where it is named', () => {
    expect(namingsOf(small, choice).map(pathText)).toEqual([
      'sections[0].fields[1].visibleWhen.field',
      'sections[0].fields[1].journal.accordingTo',
      'sections[1].visibleWhen.any[0].field',
    ])
  })

  test('leaves one at what stands in its place, or at its section where it was the last', () => {
    expect(withoutPart(small, choice).at).toEqual(choice)
    expect(withoutPart(small, group).at).toEqual(['sections', 1])
  })
})

describe('renaming', () => {
  test('a field is followed by every condition that names it', () => {
    const working = renamed(small, choice, 'part')
    expect(namingsOf(working, choice)).toHaveLength(3)
    expect(problemsOf(working)).toEqual([])
  })

  test('a column is followed in its own group alone', () => {
    const column = [...group, 'fields', 0]
    const working = renamed(small, column, 'person')
    expect(jsonAt(working, [...group, 'fields', 1, 'visibleWhen', 'field'])).toBe('person')
    expect(problemsOf(working)).toEqual([])
  })
})

test('a field made one of another type keeps its words, its demand and its conditions, and gets what that type needs', () => {
  const working = withType(small, said, 'choices')
  expect(jsonAt(working, said)).toMatchObject({
    id: 'vad-sades',
    type: 'choices',
    label: { sv: 'Vad sades' },
    visibleWhen: { field: 'talat-med' },
    options: [{ value: 'alternativ' }, { value: 'alternativ-2' }],
  })
})
