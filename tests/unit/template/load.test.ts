import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseTemplate } from '../../../shared/template/load.ts'
import { smallTemplate } from '../check/sample.ts'
import { shippedTemplates } from '../rules/bundles.ts'

const words = (text: string) => ({ sv: text, en: text })
const field = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  type: 'text',
  label: words(id),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  ...more,
})
const option = (value: string, more = {}) => ({ value, label: words(value), ...more })

function template(fields: unknown[], more: Record<string, unknown> = {}) {
  return {
    ...smallTemplate,
    sections: [{ id: 'allt', title: words('Allt'), fields }],
    ...more,
  }
}

function problems(value: unknown): [path: string, message: string][] {
  const parsed = parseTemplate('mall.json', typeof value === 'string' ? value : JSON.stringify(value))
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => [path, message])
}

test.each(shippedTemplates)('the shipped template %s is taken', (name) => {
  expect(problems(readFileSync(`templates/${name}.json`, 'utf8'))).toEqual([])
})

test('a byte order mark before the template does not matter', () => {
  expect(problems(`\ufeff${JSON.stringify(template([field('a')]))}`)).toEqual([])
})

test('a document that tells only a part of the plan, as a request does, needs no more of its options', () => {
  const status = { type: 'choice', concept: 'plan-status', options: [option('begard'), option('uteblivit')] }
  expect(problems(template([field('a', status)]))).toEqual([])
})

test('a field is never called what every object has a member of', () => {
  expect(problems(template([field('constructor')])).map(([path]) => path)).toEqual([
    'sections[0].fields[0].id',
  ])
})

test('a file that cannot be read as JSON is refused by its name, with the place', () => {
  expect(problems('{"a":\n 1,}')).toEqual([
    ['', expect.stringMatching(/^mall\.json: Filen är inte giltig JSON\. .* rad 2, tecken 4\./)],
  ])
})

describe('a template of the wrong form is refused with path, cause and what to do', () => {
  test.each([
    ['a version in quotes', template([field('a')], { version: '1' }), 'version', 'heltal|ett tal'],
    ['no title', template([field('a')], { title: undefined }), 'title', 'saknas. Lägg till'],
    [
      'an unknown kind',
      template([field('a')], { kind: 'plan' }),
      'kind',
      'Skriv något av: arbetsgivarens-plan, ',
    ],
    [
      'an unknown type of field',
      template([field('a', { type: 'texx' })]),
      'sections[0].fields[0].type',
      'Skriv något av: text',
    ],
    ['an id with capitals', template([field('Mål')]), 'sections[0].fields[0].id', 'gemener'],
    [
      'a member nobody knows',
      template([field('a', { labell: 1 })]),
      'sections[0].fields[0].labell',
      'känns inte igen',
    ],
    [
      'no English',
      template([field('a', { label: { sv: 'A' } })]),
      'sections[0].fields[0].label.en',
      'saknas',
    ],
    [
      'an unknown operator',
      template([field('a'), field('b', { visibleWhen: { field: 'a', op: 'har' } })]),
      'sections[0].fields[1].visibleWhen.op',
      'Skriv något av: is',
    ],
    [
      'a condition that is none',
      template([field('a', { visibleWhen: 'alltid' })]),
      'sections[0].fields[0].visibleWhen',
      'är inget villkor',
    ],
    ['a list where an object stands', template([field('a')], { sections: {} }), 'sections', 'lista'],
  ])('%s', (_, value, path, cause) => {
    const found = problems(value)
    expect(found.map(([where]) => where)).toContain(path)
    expect(found.find(([where]) => where === path)?.[1]).toMatch(
      new RegExp(`^mall\\.json: .*(${cause.replace(/[.[\]]/g, '\\$&')})`),
    )
  })
})

const choice = (id: string, values: string[], more = {}) =>
  field(id, { type: 'choice', options: values.map((value) => option(value)), ...more })
const plan = { kind: 'arbetsgivarens-plan', owner: 'arbetsgivare' }
const many = Array.from({ length: 8 }, (_, index) => field(`f${index}`, { obligation: 'obligatorisk' }))

describe('a template that says what cannot be is refused', () => {
  test.each([
    ['two fields of one id', template([field('a'), field('a')]), 'sections[0].fields[1].id', 'två gånger'],
    [
      'two options of one value',
      template([choice('a', ['x', 'x'])]),
      'sections[0].fields[0].options[1].value',
      'finns redan',
    ],
    [
      'two sections of one id',
      template([field('a')], {
        sections: [1, 2].map((n) => ({ id: 's', title: words('S'), fields: [field(`f${n}`)] })),
      }),
      'sections[1].id',
      'två gånger',
    ],
    [
      'a condition on an unknown field',
      template([field('a', { visibleWhen: { field: 'x', op: 'answered' } })]),
      'sections[0].fields[0].visibleWhen.field',
      'finns: ”x”|inte finns',
    ],
    [
      'deep in a condition',
      template([
        field('a'),
        field('b', { obligatoryWhen: { all: [{ not: { field: 'x', op: 'answered' } }] } }),
      ]),
      'sections[0].fields[1].obligatoryWhen.all[0].not.field',
      'inte finns',
    ],
    [
      'on a heading',
      template([
        { id: 'h', type: 'info', label: words('H') },
        field('b', { visibleWhen: { field: 'h', op: 'answered' } }),
      ]),
      'sections[0].fields[1].visibleWhen.field',
      'inte finns',
    ],
    [
      'a value that is no option',
      template([choice('a', ['x']), field('b', { visibleWhen: { field: 'a', op: 'is', value: 'y' } })]),
      'sections[0].fields[1].visibleWhen.value',
      'aldrig kan ha',
    ],
    [
      'includes on one choice',
      template([choice('a', ['x']), field('b', { visibleWhen: { field: 'a', op: 'includes', value: 'x' } })]),
      'sections[0].fields[1].visibleWhen.op',
      'har typen choice',
    ],
    [
      'is without a value',
      template([field('a'), field('b', { visibleWhen: { field: 'a', op: 'is' } })]),
      'sections[0].fields[1].visibleWhen.value',
      'saknas',
    ],
    [
      'a date that is none',
      template([
        field('a', { type: 'date' }),
        field('b', { visibleWhen: { field: 'a', op: 'less', value: '2026-02-30' } }),
      ]),
      'sections[0].fields[1].visibleWhen.value',
      'aldrig kan ha',
    ],
    [
      'a fact that cannot be',
      template([field('b', { visibleWhen: { fact: 'anstallning', op: 'is', value: 'pension' } })]),
      'sections[0].fields[0].visibleWhen.value',
      'aldrig kan vara',
    ],
    [
      'less of what has no order',
      template([field('b', { visibleWhen: { fact: 'anstallning', op: 'less', value: 'annan' } })]),
      'sections[0].fields[0].visibleWhen.op',
      'is eller is-not',
    ],
    [
      'a circle',
      template([
        field('a', { visibleWhen: { field: 'b', op: 'answered' } }),
        field('b', { visibleWhen: { field: 'a', op: 'answered' } }),
      ]),
      'sections[0].fields[0]',
      'cirkel',
    ],
    [
      'a field shown by itself',
      template([field('a', { visibleWhen: { field: 'a', op: 'answered' } })]),
      'sections[0].fields[0]',
      'cirkel',
    ],
    [
      'a title under a condition on no field',
      template([field('a')], { titles: [{ when: { field: 'b', op: 'answered' }, title: words('B') }] }),
      'titles[0].when.field',
      'b',
    ],
    [
      'a law that holds under a condition on no field',
      template([field('a')], {
        legalBasis: [
          { provision: '110 kap. 31 §', source: '000:184-185', when: { field: 'b', op: 'answered' } },
        ],
      }),
      'legalBasis[0].when.field',
      'b',
    ],
    [
      'words according to a field that is no choice',
      template([field('a', { journal: { accordingTo: 'b' } }), field('b')]),
      'sections[0].fields[0].journal.accordingTo',
      'b är inget fält med ett val',
    ],
    [
      'insatser taken over into a text',
      template([field('a', { takesOver: { from: 'insatser', owner: 'arbetsgivare' } })]),
      'sections[0].fields[0].takesOver',
      'typen text',
    ],
    [
      'a concept twice',
      template([
        field('a', { type: 'yes-no', concept: 'samrad' }),
        field('b', { type: 'yes-no', concept: 'samrad' }),
      ]),
      'sections[0].fields[1].concept',
      'två gånger',
    ],
    [
      'a concept without the rules’ options',
      template([choice('a', ['inkommen'], { concept: 'plan-status' })], plan),
      'sections[0].fields[0]',
      'begard, saknas',
    ],
    [
      'a concept of another document without any of its options',
      template([choice('a', ['ja'], { concept: 'plan-status' })]),
      'sections[0].fields[0]',
      'inkommen, begard, saknas',
    ],
    [
      'a question of the survey twice',
      template([
        field('a', { survey: { question: 7, comparability: 1 } }),
        field('b', { survey: { question: 7, comparability: 3 } }),
      ]),
      'sections[0].fields[1].survey.question',
      'två gånger',
    ],
    ['more than a handful obligatory', template(many), 'sections', 'för många obligatoriska fält: 8'],
    [
      'exclusive in one choice',
      template([field('a', { type: 'choice', options: [option('x', { exclusive: true }), option('y')] })]),
      'sections[0].fields[0].options[0].exclusive',
      'behövs inte',
    ],
    [
      'all exclusive',
      template([field('a', { type: 'choices', options: [option('x', { exclusive: true })] })]),
      'sections[0].fields[0].options',
      'choice',
    ],
    ['a planering of the employer’s', template([field('a')], { owner: 'arbetsgivare' }), 'owner', 'ägs av'],
    [
      'a reference to no kind',
      template([field('a', { type: 'note-reference', kinds: ['plan'] })]),
      'sections[0].fields[0].kinds[0]',
      'Skriv något av',
    ],
    [
      'bounds the wrong way',
      template([field('a', { type: 'number', min: 2, max: 1 })]),
      'sections[0].fields[0]',
      'nedre gräns',
    ],
    [
      'always and sometimes obligatory',
      template([
        field('a', { obligation: 'obligatorisk', obligatoryWhen: { fact: 'dag', op: 'greater', value: 30 } }),
      ]),
      'sections[0].fields[0].obligatoryWhen',
      'alltid obligatoriskt',
    ],
  ])('%s', (_, value, path, cause) => {
    const found = problems(value)
    expect(found.map(([where]) => where)).toContain(path)
    expect(found.find(([where]) => where === path)?.[1]).toMatch(new RegExp(`^mall\\.json: .*(${cause})`))
  })

  test('seven obligatory fields are a handful', () => {
    expect(problems(template(many.slice(1)))).toEqual([])
  })

  test('a group’s columns may name each other and the fields around', () => {
    const group = (condition: unknown) =>
      field('g', {
        type: 'group',
        item: words('rad'),
        fields: [field('x'), field('y', { visibleWhen: condition })],
      })
    expect(problems(template([field('a'), group({ field: 'x', op: 'answered' })]))).toEqual([])
    expect(problems(template([field('a'), group({ field: 'a', op: 'answered' })]))).toEqual([])
    expect(
      problems(template([field('a'), group({ field: 'z', op: 'answered' })])).map(([path]) => path),
    ).toEqual(['sections[0].fields[1].fields[1].visibleWhen.field'])
  })
})
