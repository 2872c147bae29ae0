import { describe, expect, test } from 'vitest'
import { isObject, type Json, toJson } from '../../../shared/fields/json.ts'
import { fieldsAfter, followFields } from '../../../shared/studio/follow-fields.ts'
import { stepsIn, withStep } from '../../../shared/studio/follow-names.ts'
import { jsonAt, listAt, withJsonAt } from '../../../shared/studio/json-path.ts'
import {
  beginStep,
  followKinds,
  type StepAround,
  type StepControl,
  stepControls,
  usualKind,
  withPicked,
} from '../../../shared/studio/step-controls.ts'
import { withoutPlace } from '../../../shared/studio/without-place.ts'
import { followCauses } from '../../../shared/template/follow-shapes.ts'
import { followStepSchema } from '../../../shared/template/follow-steps.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateOf } from '../check/sample.ts'
import { pinned, shipped } from '../rules/bundles.ts'

const words = (text: string) => ({ sv: text, en: text })
const option = (value: string, more = {}) => ({ value, label: words(value), ...more })
const column = (id: string, type = 'text') => ({
  id,
  type,
  label: words(id),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
})
const group = (id: string, ...fields: ReturnType<typeof column>[]) => ({
  id,
  type: 'group',
  item: words('rad'),
  fields,
})
const choice = (id: string, ...options: ReturnType<typeof option>[]) => ({ id, type: 'choice', options })

/** Two versions between which a step of every kind is possible. */
const before = templateOf([
  { id: 'mal', type: 'text' },
  { id: 'mer', type: 'text' },
  choice('kanal', option('brev'), option('annat', { other: true })),
  { id: 'klart', type: 'yes-no' },
  group('behov', column('vad'), column('skal'), column('mott', 'yes-no')),
])
const after = templateOf(
  [
    { id: 'malet', type: 'text' },
    { id: 'rest', type: 'text' },
    choice('kanal', option('brev'), option('post')),
    choice('avsandare', option('annan', { other: true })),
    choice('klart', option('ja-helt'), option('inte')),
    group('behov', column('vad'), column('varfor')),
    group('franvarande', column('vad')),
  ],
  { version: 2 },
)

const aroundIn = (from: Template, to: Template, number = 0): StepAround => ({
  there: fieldsAfter(from, to, (to.follows?.steps ?? []).slice(0, number)),
  ahead: followFields(to),
})

/** What of a step is not among what there is to pick from. */
function unpickable(step: Json, control: StepControl): string[] {
  const value = jsonAt(step, control.path) ?? null
  const among = (values: readonly Json[], from: readonly string[]) =>
    values
      .filter((each) => typeof each !== 'string' || !from.includes(each))
      .map((each) => JSON.stringify(each))
  switch (control.as) {
    case 'field':
      return among(
        [value],
        control.from.map(({ id }) => id),
      )
    case 'fields':
      return among(
        listAt(step, control.path),
        control.from.map(({ id }) => id),
      )
    case 'type':
      return among([value], control.from)
    case 'values':
      return among(
        listAt(step, control.path),
        control.from.map((each) => each.value),
      )
    case 'map': {
      const map = isObject(value) ? value : {}
      return [
        ...among(
          Object.keys(map),
          control.from.map((each) => each.value),
        ),
        ...among(
          Object.values(map),
          control.to.map((each) => each.value),
        ),
      ]
    }
    case 'parts':
      return control.parts.flat().flatMap((inner) => unpickable(step, inner))
    case 'mark':
    case 'flag':
      return []
  }
}

describe('what is picked for a step', () => {
  test.each(['arbetsgivarens-plan', 'avstamningsmote'])(
    'is what the steps of %s say, all of it among what there is to pick from',
    (id) => {
      const [from, to] = [pinned({ id, version: 1 }), shipped(id)]
      const steps = stepsIn(toJson(to))
      expect(steps).not.toEqual([])
      for (const { step, index } of steps) {
        const controls = stepControls(toJson(step), aroundIn(from, to, index))
        expect(controls.flatMap((control) => unpickable(toJson(step), control))).toEqual([])
      }
    },
  )

  test.each(followKinds)(
    'of %s is begun with what can be, and says nothing that is wrong of older answers',
    (kind) => {
      const step = beginStep(kind, aroundIn(before, after))
      expect(
        stepControls(step, aroundIn(before, after)).flatMap((control) => unpickable(step, control)),
      ).toEqual([])
      const { data } = followStepSchema.safeParse(step)
      expect(data).toMatchObject({ do: kind })
      const causes = followCauses({ ...after, follows: { from: 1, steps: data ? [data] : [] } }, before)
      expect(causes.map(({ key }) => key).filter((key) => key !== 'follow.cause.taken')).toEqual([])
    },
  )

  test('begins from the field that is wanted, to one that is new', () => {
    expect(beginStep('rename', aroundIn(before, after), 'mer')).toMatchObject({ field: 'mer', to: 'malet' })
  })

  test('of a column begins from the one that has gone, to the one that has come', () => {
    const step = { group: 'behov', column: 'skal', to: 'varfor' }
    expect(beginStep('rename-column', aroundIn(before, after))).toMatchObject(step)
    expect(beginStep('rename-column', aroundIn(before, after), 'behov', 'vad')).toMatchObject({
      ...step,
      column: 'vad',
    })
  })

  test('of a column that finds no place is another column of its type where one has come, else a field', () => {
    const around = aroundIn(before, after)
    const kinds = withoutPlace(before, after).flatMap((lost) =>
      lost.field === 'behov' ? [`${lost.part?.id}: ${usualKind(lost, around)}`] : [],
    )
    expect(kinds).toEqual(['skal: rename-column', 'mott: out-of-group'])
  })

  test('of a type is turned with the map that it needs, and without where it needs none', () => {
    const around = aroundIn(before, after)
    const step = beginStep('retype', around, 'klart')
    expect(step).toMatchObject({ from: 'yes-no', to: 'choice', map: {} })
    const other = withPicked(step, ['field'], 'mal', around)
    expect(other).toMatchObject({ from: 'text', to: 'rich-text' })
    expect(jsonAt(other, ['map'])).toBeUndefined()
  })

  test('sees an answer where the steps before it have put it', () => {
    const first = withStep(toJson(after), before, { name: 'a', do: 'rename', field: 'mal', to: 'malet' })
    const steps = stepsIn(first).map(({ step }) => step)
    const ids = fieldsAfter(before, after, steps).map(({ id }) => id)
    expect(ids).toContain('malet')
    expect(ids).not.toContain('mal')
    const inside = [
      { name: 'a', do: 'rename-column', group: 'behov', column: 'skal', to: 'varfor' },
      { name: 'b', do: 'out-of-group', group: 'behov', column: 'vad', to: 'rest', separator: ', ' },
    ].map((step) => followStepSchema.parse(step))
    const behov = fieldsAfter(before, after, inside).find(({ id }) => id === 'behov')
    expect(behov?.columns.map(({ id }) => id)).toEqual(['varfor', 'mott'])
  })
})

test('a step more has a name that is free, however long the field’s id is', () => {
  const long = `a${'b'.repeat(59)}`
  const step = { name: `rename-${long}`, do: 'rename', field: long, to: 'mal' }
  const twice = withStep(withStep(withJsonAt({}, ['version'], 2), before, step), before, step)
  expect(stepsIn(twice)).toHaveLength(2)
})
