import { describe, expect, test } from 'vitest'
import { followProblems, parseTemplate } from '../../../shared/template/load.ts'
import { smallTemplate, templateOf } from '../check/sample.ts'

const words = (text: string) => ({ sv: text, en: text })
const field = (id: string, type = 'text', more = {}) => ({
  id,
  type,
  label: words(id),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  ...more,
})
const options = { options: [{ value: 'x', label: words('x') }] }

/** A second version with these steps, as the text of its file. */
const fileOf = (steps: readonly unknown[], { from = 1, fields = [field('b')] } = {}) =>
  JSON.stringify({
    ...smallTemplate,
    version: 2,
    follows: { from, steps },
    sections: [{ id: 'allt', title: words('Allt'), fields }],
  })

describe('a version by itself is refused where its steps', () => {
  test.each<[what: string, file: string, says: string]>([
    [
      'follow itself',
      fileOf([{ name: 'a', do: 'rename', field: 'a', to: 'b' }], { from: 2 }),
      'follows.from ska vara en version före mallens egen.',
    ],
    [
      'bring answers to a field that is not there',
      fileOf([{ name: 'a', do: 'rename', field: 'a', to: 'c' }]),
      'follows.steps[0].to pekar på ett fält som inte finns: ”c”.',
    ],
    [
      'bring them to one of another type',
      fileOf([{ name: 'a', do: 'merge', fields: ['a', 'c'], to: 'b', separator: '\n' }], {
        fields: [field('b', 'date')],
      }),
      'follows.steps[0].to har typen text, men här behövs date: ”b”.',
    ],
    [
      'have one name',
      fileOf(
        ['a', 'c'].map((from) => ({ name: 'a', do: 'rename', field: from, to: from === 'a' ? 'b' : 'd' })),
        { fields: [field('b'), field('d')] },
      ),
      'follows.steps[1].name används två gånger: ”a”.',
    ],
    [
      'turn an answer into what it cannot be without loss',
      fileOf([{ name: 'a', do: 'retype', field: 'b', from: 'text', to: 'date' }], {
        fields: [field('b', 'date')],
      }),
      'follows.steps[0].to kan inte bli date: ett svar av typen text skulle förlora något.',
    ],
    [
      'do not say what a yes becomes',
      fileOf([{ name: 'a', do: 'retype', field: 'b', from: 'yes-no', to: 'choice' }], {
        fields: [field('b', 'choice', options)],
      }),
      'follows.steps[0].map saknas. Säg vad varje svar av typen yes-no blir.',
    ],
    [
      'say that an option becomes one that is not there',
      fileOf([{ name: 'a', do: 'map-options', field: 'b', map: { y: 'z' } }], {
        fields: [field('b', 'choice', options)],
      }),
      'follows.steps[0].map.y är ”z”, som fältet ”b” aldrig kan ha.',
    ],
  ])('%s', (_what, file, says) => {
    const parsed = parseTemplate('prov.json', file)
    if (parsed.ok) throw new Error('It is not refused.')
    expect(parsed.problems[0]?.message).toContain(says)
  })
})

describe('beside the version that it follows it is refused where its steps', () => {
  const before = templateOf([
    { id: 'a', type: 'date' },
    { id: 'b', type: 'text' },
  ])
  const problems = (steps: readonly unknown[], language: 'sv' | 'en' = 'sv') => {
    const parsed = parseTemplate('prov.json', fileOf(steps))
    if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
    return followProblems('prov.json', parsed.template, before, language).map(({ message }) => message)
  }

  test('take from a field that it has not', () => {
    const steps = [{ name: 'a', do: 'rename', field: 'borta', to: 'b' }]
    expect(problems(steps)).toContainEqual(
      expect.stringContaining('follows.steps[0].field finns inte i versionen före'),
    )
    expect(problems(steps, 'en')).toContainEqual(
      expect.stringContaining('follows.steps[0].field is not in the version before'),
    )
  })

  test('put an answer where another stands', () => {
    const twice = [
      { name: 'a', do: 'retype', field: 'a', from: 'date', to: 'text' },
      { name: 'b', do: 'rename', field: 'a', to: 'b' },
    ]
    expect(problems(twice)).toEqual([expect.stringContaining('follows.steps[1].to har redan ett svar')])
  })

  test('take one for of another type than it is', () => {
    expect(problems([{ name: 'a', do: 'merge', fields: ['a', 'b'], to: 'b', separator: ' ' }])).toEqual([
      expect.stringContaining('follows.steps[0].fields[0] har typen date, men här behövs text: ”a”'),
    ])
  })
})
