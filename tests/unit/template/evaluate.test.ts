import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../shared/fields/condition.ts'
import { dependencies } from '../../../shared/fields/condition.ts'
import type { Json } from '../../../shared/fields/json.ts'
import { parseNumber } from '../../../shared/fields/number.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateIndex } from '../../../shared/template/template.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { shipped } from '../rules/bundles.ts'

const option = (value: string) => ({ value, label: { sv: value, en: value } })
const template = templateOf([
  { id: 'text', type: 'text' },
  { id: 'tal', type: 'number' },
  { id: 'dag', type: 'date' },
  { id: 'ja-nej', type: 'yes-no' },
  { id: 'ett', type: 'choice', options: [option('a'), option('b')] },
  { id: 'flera', type: 'choices', options: [option('a'), option('b')] },
  { id: 'rader', type: 'insatser' },
  { id: 'dold', type: 'text', visibleWhen: { field: 'ja-nej', op: 'is', value: 'ja' } },
])
const read = (of: Template, answers: Answers) => readNote(draft(of, answers), context)

/** Whether a section is shown under a condition. */
function holds(condition: Condition, answers: Answers): boolean {
  const [section] = templateOf([{ id: 'prov', type: 'text' }]).sections
  if (!section) throw new Error('no section')
  const sections = [...template.sections, { ...section, visibleWhen: condition }]
  return read({ ...template, sections }, answers).visible('prov')
}

describe('a condition', () => {
  test.each<[Condition, Answers, boolean]>([
    [{ field: 'text', op: 'answered' }, { text: ' ' }, false],
    [{ field: 'text', op: 'answered' }, { text: 'x' }, true],
    [{ field: 'rader', op: 'unanswered' }, { rader: [] }, true],
    [{ field: 'rader', op: 'unanswered' }, { rader: [{ id: 'r' }] }, false],
    [{ field: 'ett', op: 'is', value: 'a' }, { ett: { value: 'a' } }, true],
    [{ field: 'ett', op: 'is', value: 'a' }, {}, false],
    [{ field: 'ett', op: 'is-not', value: 'a' }, { ett: { value: 'b' } }, true],
    [{ field: 'ett', op: 'is-not', value: 'a' }, {}, true],
    [{ field: 'flera', op: 'includes', value: 'b' }, { flera: { values: ['a', 'b'] } }, true],
    [{ field: 'flera', op: 'includes', value: 'b' }, { flera: { values: ['a'] } }, false],
    [{ field: 'tal', op: 'less', value: 10 }, { tal: '9,5' }, true],
    [{ field: 'tal', op: 'less', value: 10 }, { tal: '10' }, false],
    [{ field: 'tal', op: 'less', value: 10 }, {}, false],
    [{ field: 'tal', op: 'is', value: 1000 }, { tal: '1 000' }, true],
    [{ field: 'dag', op: 'greater', value: '2026-05-01' }, { dag: '2026-05-02' }, true],
    [{ field: 'dag', op: 'greater', value: '2026-05-01' }, { dag: '2026-05-40' }, false],
    [{ field: 'dold', op: 'answered' }, { dold: 'x', 'ja-nej': 'nej' }, false],
    [{ field: 'dold', op: 'answered' }, { dold: 'x', 'ja-nej': 'ja' }, true],
    [{ field: 'saknas', op: 'answered' }, { saknas: 'x' }, false],
    [{ fact: 'dag', op: 'is', value: 94 }, {}, true],
    [{ fact: 'dag', op: 'greater', value: 94 }, {}, false],
    [{ fact: 'anstallning', op: 'is', value: 'anstalld' }, {}, true],
    [{ fact: 'omfattning', op: 'less', value: 100 }, {}, false],
    [{ fact: 'forvantad-langd', op: 'is-not', value: 'kortare' }, {}, true],
    [{ not: { field: 'text', op: 'answered' } }, {}, true],
    [
      {
        all: [
          { field: 'text', op: 'answered' },
          { field: 'tal', op: 'answered' },
        ],
      },
      { text: 'x' },
      false,
    ],
    [
      {
        any: [
          { field: 'text', op: 'answered' },
          { field: 'tal', op: 'answered' },
        ],
      },
      { text: 'x' },
      true,
    ],
  ])('%j with %j: %s', (condition, answers, expected) => {
    expect(holds(condition, answers)).toBe(expected)
  })

  test('names the fields it depends on, each once', () => {
    const condition: Condition = {
      all: [
        { field: 'a', op: 'answered' },
        {
          not: {
            any: [
              { field: 'b', op: 'answered' },
              { field: 'a', op: 'unanswered' },
            ],
          },
        },
        { fact: 'dag', op: 'is', value: 1 },
      ],
    }
    expect(dependencies(condition)).toEqual(['a', 'b'])
    expect(dependencies(undefined)).toEqual([])
  })
})

describe('what is shown of the employer’s plan', () => {
  const plan = shipped('arbetsgivarens-plan')
  const shown = (answers: Answers) =>
    read(plan, answers)
      .shown()
      .map(({ field }) => field.id)
  test('only the first question, before it is answered', () => expect(shown({})).toEqual(['plan-status']))
  test.each([
    [
      'why there is none, who says so and when',
      'saknas',
      ['plan-saknas-skal', 'saknas-enligt', 'inkom-datum', 'uppgiftslamnare'],
    ],
    [
      'a requested one: when, by when, and why',
      'begard',
      ['begard-datum', 'svar-senast', 'begaran-skal', 'begaran-kommentar'],
    ],
    [
      'no answer has come: as for a requested one',
      'uteblivit',
      ['begard-datum', 'svar-senast', 'begaran-skal', 'begaran-kommentar'],
    ],
    [
      'one that was not obtained: why, who told and when',
      'ej-inhamtad',
      ['ej-inhamtad-skal', 'inkom-datum', 'uppgiftslamnare'],
    ],
    ['what is unclear', 'oklart', ['oklart-varfor', 'inkom-datum', 'uppgiftslamnare']],
  ])('%s', (_, status, fields) => {
    const further = ['nasta-steg', 'nasta-uppfoljning']
    expect(shown({ 'plan-status': { value: status } })).toEqual(['plan-status', ...fields, ...further])
  })
  test('an answer in a section hidden since counts as unanswered', () => {
    const answers = { initiativ: { value: 'begard-av-fk' }, 'plan-status': { value: 'saknas' } }
    expect(shown(answers)).not.toContain('begard-datum')
    expect(shown({ ...answers, 'plan-status': { value: 'inkommen' } })).toContain('begard-datum')
  })
  test('an informant is obligatory for every oral account, whoever it comes from, and only then', () => {
    const obligatory = (kanal: string, status = 'inkommen') =>
      read(plan, { 'plan-status': { value: status }, kanal: { value: kanal } }).obligatory('uppgiftslamnare')
    expect(['telefon', 'muntligt-mote', 'blankett'].map((kanal) => obligatory(kanal))).toEqual([
      true,
      true,
      false,
    ])
    expect(obligatory('telefon', 'saknas')).toBe(false)
  })
})

test.each<[type: string, answer: Json, answered: boolean]>([
  ['text', '', false],
  ['text', '\u00a0', false],
  ['text', null, false],
  ['yes-no', 'nej', true],
  ['choices', { values: [], other: '' }, false],
  ['choices', { values: [], other: 'x' }, true],
  ['rich-text', { blocks: [{ type: 'list', ordered: false, items: [{ runs: [] }] }] }, false],
  ['rich-text', { blocks: [{ type: 'list', ordered: false, items: [{ runs: [{ text: 'x' }] }] }] }, true],
  ['person', { name: '', role: 'arbetsgivare' }, true],
  ['insatser', [{ id: 'r' }], true],
])('%s %j is answered: %s', (type, value, answered) => {
  const more = type === 'choices' ? { options: [option('a')] } : {}
  const { entries } = templateIndex(templateOf([{ id: 'f', type, ...more }]))
  expect(entries[0]?.ops?.isAnswered(value)).toBe(answered)
})

test.each([
  ['12,5', 12.5],
  ['1 000', 1000],
  ['1\u00a0000,25', 1000.25],
  ['−3', -3],
  ['1,2,3', undefined],
  ['tolv', undefined],
  ['', undefined],
  ['0x10', undefined],
])('%s is the number %s', (text, number) => expect(parseNumber(text)).toBe(number))
