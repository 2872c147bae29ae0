import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Json, toJson } from '../../../shared/fields/json.ts'
import { fixesOf } from '../../../shared/studio/fixes.ts'
import { type JsonPath, jsonAt, withJsonAt } from '../../../shared/studio/json-path.ts'
import { optionRenamed, renamed } from '../../../shared/studio/namings.ts'
import { problemsOf } from '../../../shared/studio/problems.ts'
import { templateFault } from '../../../shared/studio/published.ts'
import { withoutPlace } from '../../../shared/studio/without-place.ts'
import type { Working } from '../../../shared/studio/working.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import type { Template } from '../../../shared/template/template.ts'
import { pinned, shipped } from '../rules/bundles.ts'
import { linesOf, small } from './sample.ts'

const choice = ['sections', 0, 'fields', 0]
const said = ['sections', 0, 'fields', 1]
const group = ['sections', 1, 'fields', 0]

function read(working: Working): Template {
  const parsed = parseTemplate('mall.json', JSON.stringify(working))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.template
}

/** The version that answers come from, and the next one as it is begun. */
const first = read(small)
const next = withJsonAt(small, ['version'], 2)
const nextWith = (...steps: Json[]) => withJsonAt(next, ['follows'], { from: 1, steps })
const found = (working: Working) => problemsOf(working, [first])
const steps = (working: Working) => jsonAt(working, ['follows', 'steps'])

/** What the first fix of the first problem makes of it. */
function mended(working: Working): Working {
  const [fix] = found(working).flatMap((problem) => fixesOf(working, problem))
  return fix === undefined ? working : fix.edit(working)
}

describe('what keeps a template from being published is told while it is written', () => {
  test.each<[string, Working, string]>([
    ['a number that another version has', small, 'error version studio.problem.version'],
    ['another kind than it had', withJsonAt(next, ['kind'], 'mote'), 'error kind studio.problem.otherKind'],
    [
      'a step from a field that the version before did not have',
      nextWith({ name: 'ett', do: 'rename', field: 'borta', to: 'vad-sades' }),
      'error follows.steps[0].field follow.cause.unknown',
    ],
    [
      'a step that turns a type that the field did not have',
      nextWith({
        name: 'ett',
        do: 'split-text',
        field: 'talat-med',
        at: ':',
        into: ['vad-sades', 'talat-med'],
      }),
      'error follows.steps[0].field follow.cause.type',
    ],
    [
      'a step from a column that the version before did not have',
      nextWith({ name: 'ett', do: 'rename-column', group: 'deltagare', column: 'borta', to: 'roll' }),
      'error follows.steps[0].column follow.cause.unknown',
    ],
    [
      'a step to a column that other answers stand in',
      nextWith({ name: 'ett', do: 'rename-column', group: 'deltagare', column: 'namn', to: 'roll' }),
      'error follows.steps[0].to follow.cause.taken',
    ],
    [
      'half of a character',
      withJsonAt(next, [...said, 'label', 'sv'], 'Vad \ud83d sades'),
      'error sections[0].fields[1].label.sv studio.problem.halfCharacter',
    ],
  ])('%s', (_what, working, line) => {
    expect(linesOf(found(working))).toContain(line)
    const isPlain = !line.includes('follow.cause')
    if (isPlain) expect(linesOf(found(mended(working)))).toEqual([])
  })

  test('a step that cannot be taken is taken away by its fix, and the last one takes all of it with it', () => {
    const one = { name: 'ett', do: 'rename', field: 'borta', to: 'vad-sades' }
    const two = { name: 'tva', do: 'rename', field: 'saknas', to: 'vad-sades' }
    const once = mended(nextWith(one, two))
    expect(jsonAt(once, ['follows', 'steps', 0, 'name'])).toBe('tva')
    expect(jsonAt(mended(once), ['follows'])).toBeUndefined()
  })

  test('nothing of it is an error where, and only where, the template can stand beside the others', () => {
    const change = fc.constantFrom<(working: Working) => Working>(
      (working) => withJsonAt(working, ['version'], 1),
      (working) => withJsonAt(working, ['kind'], 'mote'),
      (working) => withJsonAt(working, ['follows', 'steps', 0, 'field'], 'borta'),
      (working) => withJsonAt(working, ['follows', 'from'], 7),
      (working) => withJsonAt(working, ['id'], 'annan'),
      (working) => renamed(working, said, 'nytt', first),
      (working) => renamed(working, said, 'vad-sades', first),
      (working) => renamed(working, choice, 'vem', first),
      (working) => optionRenamed(working, [...choice, 'options', 1], 'halso-och-sjukvarden', first),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const working = changes.reduce((done, edit) => edit(done), next)
        const parsed = parseTemplate('mall.json', JSON.stringify(working))
        const stands = parsed.ok && templateFault(parsed.template, [first]) === undefined
        const errors = linesOf(found(working)).filter((line) => line.startsWith('error'))
        expect([stands, errors]).toEqual([errors.length === 0, errors])
      }),
    )
  })
})

describe('what older answers find no place is pointed out', () => {
  test('not where every answer goes to the field that asks the same', () => {
    expect(found(next)).toEqual([])
  })

  test('a field that is called the same under another id gets a step by the fix', () => {
    const working = withJsonAt(
      withJsonAt(next, [...said, 'id'], 'samtalet'),
      [...said, 'visibleWhen'],
      undefined,
    )
    expect(linesOf(found(working))).toEqual(['warning follows studio.problem.noPlace.field'])
    expect(steps(mended(working))).toEqual([
      { name: 'vad-sades-blir-samtalet', do: 'rename', field: 'vad-sades', to: 'samtalet' },
    ])
    expect(found(mended(working))).toEqual([])
  })

  test('a field whose type another can take in gets a step that turns it', () => {
    const working = withJsonAt(next, [...said, 'type'], 'rich-text')
    expect(steps(mended(working))).toEqual([
      { name: 'vad-sades-byter-typ', do: 'retype', field: 'vad-sades', from: 'text', to: 'rich-text' },
    ])
    expect(found(mended(working))).toEqual([])
  })

  test('an option that is gone is told of alone, and one that is called the same is what it becomes', () => {
    const option = [...choice, 'options', 0]
    expect(linesOf(found(withJsonAt(next, option, undefined)))).toEqual([
      'info follows studio.problem.noPlace.option',
    ])
    const working = withJsonAt(next, [...option, 'value'], 'chefen')
    expect(steps(mended(working))).toEqual([
      {
        name: 'arbetsgivaren-blir-chefen',
        do: 'map-options',
        field: 'talat-med',
        map: { arbetsgivaren: 'chefen' },
      },
    ])
    expect(found(mended(working))).toEqual([])
  })

  test('a column that is gone is told of alone', () => {
    expect(linesOf(found(withJsonAt(next, [...group, 'fields', 1], undefined)))).toEqual([
      'info follows studio.problem.noPlace.column',
    ])
  })

  test('a column that is called the same under another id gets a step by the fix', () => {
    const working = withJsonAt(next, [...group, 'fields', 1, 'id'], 'uppgift')
    expect(linesOf(found(working))).toEqual(['warning follows studio.problem.noPlace.column'])
    expect(steps(mended(working))).toEqual([
      { name: 'roll-blir-uppgift', do: 'rename-column', group: 'deltagare', column: 'roll', to: 'uppgift' },
    ])
    expect(found(mended(working))).toEqual([])
  })

  test('a version that nothing is known of before it has none', () => {
    expect(problemsOf(next, [])).toEqual([])
  })

  test.each([
    ['arbetsgivarens-plan', ['uppfoljning']],
    ['avstamningsmote', []],
    ['planering', ['tidsgrans']],
    ['behovsklarlaggande', []],
  ])('of %s that ships, the second version left out what it asks otherwise: %s', (id, fields) => {
    const lost = withoutPlace(pinned({ id, version: 1 }), shipped(id))
    expect(lost.map(({ field }) => field)).toEqual(fields)
  })
})

describe('what is renamed is followed by the steps', () => {
  const rename = { name: 'ett', do: 'rename', field: 'gammalt', to: 'vad-sades' }
  const intoNamn = { name: 'in', do: 'into-group', field: 'gammalt', group: 'deltagare', column: 'namn' }
  const columnStep = { name: 'kolumn', do: 'rename-column', group: 'deltagare' }
  test.each<[string, Json[], JsonPath, string, Json | undefined]>([
    [
      'answers that stood in the field all along get a step more',
      [],
      said,
      'samtalet',
      [{ name: 'vad-sades-blir-samtalet', do: 'rename', field: 'vad-sades', to: 'samtalet' }],
    ],
    [
      'what a step gives its id gets the new one',
      [rename],
      said,
      'samtalet',
      [{ ...rename, to: 'samtalet' }],
    ],
    [
      'a field that is called as it was needs no step',
      [{ ...rename, field: 'samtalet' }],
      said,
      'samtalet',
      undefined,
    ],
    [
      'what is merged to it',
      [{ name: 'ett', do: 'merge', fields: ['vad-sades', 'mer'], to: 'vad-sades', separator: '\n' }],
      said,
      'samtalet',
      [{ name: 'ett', do: 'merge', fields: ['vad-sades', 'mer'], to: 'samtalet', separator: '\n' }],
    ],
    [
      'a step that changes its answer still finds it by its old id',
      [{ name: 'ett', do: 'map-options', field: 'talat-med', map: { facket: 'varden' } }],
      choice,
      'med-vem',
      [
        { name: 'ett', do: 'map-options', field: 'talat-med', map: { facket: 'varden' } },
        { name: 'talat-med-blir-med-vem', do: 'rename', field: 'talat-med', to: 'med-vem' },
      ],
    ],
    [
      'rows that had the column all along get a step more, behind what comes into it',
      [intoNamn],
      [...group, 'fields', 0],
      'vem',
      [
        intoNamn,
        { name: 'namn-blir-vem', do: 'rename-column', group: 'deltagare', column: 'namn', to: 'vem' },
      ],
    ],
    [
      'what a step calls a column, and what comes into it after',
      [{ ...columnStep, column: 'person', to: 'namn' }, intoNamn],
      [...group, 'fields', 0],
      'vem',
      [
        { ...columnStep, column: 'person', to: 'vem' },
        { ...intoNamn, column: 'vem' },
      ],
    ],
    [
      'a column that is called as it was needs no step',
      [{ ...columnStep, column: 'vem', to: 'namn' }],
      [...group, 'fields', 0],
      'vem',
      undefined,
    ],
    [
      'a field that a step takes away again is another than the one that is here now',
      [{ name: 'ett', do: 'rename', field: 'vad-sades', to: 'annat' }],
      said,
      'samtalet',
      [{ name: 'ett', do: 'rename', field: 'vad-sades', to: 'annat' }],
    ],
  ])('%s', (_what, before, part, id, after) => {
    const working = before.length === 0 ? next : nextWith(...before)
    expect(steps(renamed(working, part, id, first))).toEqual(after)
  })

  test('by way of any ids and back, nothing is left of it', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'vad-sades'), { maxLength: 5 })
    fc.assert(
      fc.property(ids, (way) => {
        const there = way.reduce<Working>((done, id) => renamed(done, said, id, first), next)
        expect(withoutPlace(first, read(there))).toEqual([])
        expect(renamed(there, said, 'vad-sades', first)).toEqual(next)
      }),
    )
  })

  test('and so of a column, also where its group gets another id in between', () => {
    const column = [...group, 'fields', 0]
    const change = fc.constantFrom<(working: Working) => Working>(
      ...['a', 'b', 'namn'].map((id) => (working: Working) => renamed(working, column, id, first)),
      (working) => renamed(working, group, 'de-andra', first),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        const there = changes.reduce((done, edit) => edit(done), next)
        expect(withoutPlace(first, read(there))).toEqual([])
        const back = renamed(renamed(there, group, 'deltagare', first), column, 'namn', first)
        expect(withoutPlace(first, read(back))).toEqual([])
      }),
    )
  })

  test('an id that stands twice is changed in one place alone: what names it means the other', () => {
    const twice = withJsonAt(next, [...said, 'id'], 'talat-med')
    const once = renamed(twice, said, 'nytt', first)
    expect(jsonAt(once, ['sections', 1, 'visibleWhen', 'any', 0, 'field'])).toBe('talat-med')
    expect(steps(once)).toBeUndefined()
  })

  test('an option’s conditions and older answers follow it, and back', () => {
    const option = [...choice, 'options', 1]
    const there = optionRenamed(next, option, 'lakaren', first)
    expect(jsonAt(there, [...said, 'visibleWhen', 'value'])).toBe('lakaren')
    expect(steps(there)).toEqual([
      { name: 'varden-blir-lakaren', do: 'map-options', field: 'talat-med', map: { varden: 'lakaren' } },
    ])
    const further = optionRenamed(there, option, 'vardgivaren', first)
    expect(steps(further)).toMatchObject([{ map: { varden: 'vardgivaren' } }])
    expect(optionRenamed(further, option, 'varden', first)).toEqual(next)
  })

  test('an option that a step splits another into follows it', () => {
    const step = {
      name: 'ett',
      do: 'split-options',
      field: 'gammalt',
      into: [
        { field: 'talat-med', options: { vard: 'varden' } },
        { field: 'annat', options: { fack: 'varden' } },
      ],
    }
    const there = optionRenamed(nextWith(step), [...choice, 'options', 1], 'lakaren', first)
    expect(steps(there)).toMatchObject([
      { into: [{ options: { vard: 'lakaren' } }, { options: { fack: 'varden' } }] },
    ])
  })
})

test('a shipped second version, begun anew as the third, has nothing to say of its answers', () => {
  const { follows: _follows, ...plan } = shipped('arbetsgivarens-plan')
  const third = withJsonAt(toJson(plan), ['version'], 3)
  const lines = linesOf(problemsOf(third, [pinned({ id: plan.id, version: 1 }), shipped(plan.id)]))
  expect(lines.filter((line) => line.includes('follow') || line.startsWith('error'))).toEqual([])
})
