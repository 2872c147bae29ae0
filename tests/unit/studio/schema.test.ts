import { describe, expect, test } from 'vitest'
import { membersAt, schemaAt, valuesAt } from '../../../shared/studio/schema.ts'
import { small, smallWith } from './sample.ts'

const choice = ['sections', 0, 'fields', 0]
const namesAt = (path: readonly (string | number)[]) => membersAt(small, path).map(({ name }) => name)

describe('what may stand at a place of a template, by its schema', () => {
  test('are the members of the type that a field has', () => {
    expect(namesAt(choice)).toContain('options')
    expect(namesAt(['sections', 0, 'fields', 1])).not.toContain('options')
    expect(namesAt(['sections', 1, 'fields', 0])).toContain('item')
  })

  test('are for a type all types, whatever the field is now; in a group those that may stand there', () => {
    expect(valuesAt(small, [...choice, 'type'])).toContain('insatser')
    const column = valuesAt(small, ['sections', 1, 'fields', 0, 'fields', 0, 'type'])
    expect(column).toContain('date')
    expect(column).not.toContain('insatser')
  })

  test('are the members of the demand that somebody means', () => {
    const lag = smallWith([...choice, 'demand'], { basis: 'lag' })
    expect(membersAt(lag, [...choice, 'demand']).map(({ name }) => name)).toEqual([
      'basis',
      'provision',
      'source',
    ])
    expect(valuesAt(lag, [...choice, 'demand', 'basis'])).toEqual(['lag', 'styrning', 'eget-val'])
  })

  test('are in conditions fields, facts and combinations, to any depth', () => {
    const path = ['sections', 1, 'visibleWhen', 'any', 1]
    expect(valuesAt(small, [...path, 'fact'])).toContain('dag')
  })

  test('is nothing where nothing may stand', () => {
    expect(schemaAt(small, ['sections', 0, 'colour'])).toBeUndefined()
  })
})
