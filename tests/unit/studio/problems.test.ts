import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Json, toJson } from '../../../shared/fields/json.ts'
import { blankTemplate } from '../../../shared/studio/blank.ts'
import {
  type Edited,
  withCopy,
  withMoved,
  withNewColumn,
  withNewField,
  withNewSection,
  withoutPart,
  withType,
} from '../../../shared/studio/edit.ts'
import { fixesOf } from '../../../shared/studio/fixes.ts'
import { type JsonPath, jsonAt, withJsonAt } from '../../../shared/studio/json-path.ts'
import { renamed } from '../../../shared/studio/namings.ts'
import { problemsOf } from '../../../shared/studio/problems.ts'
import { readWorking } from '../../../shared/studio/read-working.ts'
import { changed, redone, undoable, undone } from '../../../shared/studio/undo.ts'
import { partsOf, type Working } from '../../../shared/studio/working.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import { shipped, shippedTemplates } from '../rules/bundles.ts'
import { linesOf, small, smallWith, words } from './sample.ts'

const said = ['sections', 0, 'fields', 1]
const errorsOf = (working: Working) => problemsOf(working).filter(({ severity }) => severity === 'error')
const isTaken = (working: Working) => parseTemplate('mall.json', JSON.stringify(working)).ok

/** A working copy mended by the first fix of the first problem that has one, as long as there is one. */
function mended(working: Working): Working {
  for (const problem of errorsOf(working)) {
    const [first] = fixesOf(working, problem)
    if (first) return mended(first.edit(working))
  }
  return working
}

describe('the problems of a working copy', () => {
  test('are none where the template is right', () => {
    expect(problemsOf(small)).toEqual([])
  })

  test('are no errors in the templates that ship', () => {
    const found = shippedTemplates.map((id) => linesOf(errorsOf(toJson(shipped(id)))))
    expect(found.flat()).toEqual([])
  })

  test('tell of a template just begun which texts are to be written, and why what it asks for is asked for', () => {
    const keys = new Set(problemsOf(blankTemplate('mall')).map(({ key }) => key))
    expect(keys).toEqual(
      new Set([
        'studio.problem.unwritten.sv',
        'studio.problem.unwritten.en',
        'rules.template.tooSmall',
        'studio.problem.noReason',
      ]),
    )
  })

  test('tell in which language a text is missing, and take the other’s words to translate', () => {
    const working = smallWith([...said, 'label'], words('Vad sades', ''))
    expect(linesOf(problemsOf(working))).toEqual([
      'error sections[0].fields[1].label.en studio.problem.untranslated.en',
    ])
    expect(jsonAt(mended(working), [...said, 'label', 'en'])).toBe('Vad sades')
  })

  test('go on past what is unfinished: other fields are still checked', () => {
    const working = withJsonAt(smallWith([...said, 'label'], words('', '')), ['sections', 1, 'visibleWhen'], {
      field: 'saknas',
      op: 'answered',
    })
    expect(linesOf(errorsOf(working))).toEqual([
      'error sections[0].fields[1].label.sv studio.problem.unwritten.sv',
      'error sections[0].fields[1].label.en studio.problem.unwritten.en',
      'error sections[1].visibleWhen.field rules.template.unknownField',
    ])
  })

  test('of a text that is not JSON are one: it is kept as it stands', () => {
    expect(linesOf(problemsOf('{"format": '))).toEqual(['error  studio.problem.notJson'])
  })
})

describe('a problem’s first fix mends it', () => {
  test.each<[string, JsonPath, Json | undefined]>([
    ['an id that stands twice', [...said, 'id'], 'talat-med'],
    ['an id that is none', [...said, 'id'], 'Vad Sades?'],
    ['no id', [...said, 'id'], undefined],
    ['no obligation', [...said, 'obligation'], undefined],
    ['no demand', [...said, 'demand'], undefined],
    ['a member that is not known', [...said, 'lable'], 'x'],
    ['conditions on a field that is taken away', ['sections', 0, 'fields', 0], undefined],
    ['a condition on a field that is gone', [...said, 'visibleWhen', 'field'], 'borta'],
    ['a value that an option does not have', [...said, 'visibleWhen', 'value'], 'facket'],
    ['an operator that the type does not have', [...said, 'visibleWhen', 'op'], 'less'],
    ['an option that stands twice', ['sections', 0, 'fields', 0, 'options', 1, 'value'], 'arbetsgivaren'],
    ['a group without columns', ['sections', 1, 'fields', 0, 'fields'], []],
    ['the wrong owner', ['owner'], 'arbetsgivare'],
    ['no sections', ['sections'], []],
  ])('%s', (_what, path, value) => {
    const working = smallWith(path, value)
    const before = errorsOf(working)
    expect(before).not.toEqual([])
    const solved = mended(working)
    const left = errorsOf(solved).filter(({ key }) => !key.startsWith('studio.problem.un'))
    expect(left).toEqual([])
  })
})

test.each([
  ['hittepå', 'studio.problem.source'],
  ['001:1-2', undefined],
  ['000:265-277; 001:16224-16250', undefined],
  ['999:1-2', 'studio.problem.source'],
  ['30 kap. 6 § SFB', undefined],
])('a source that is “%s” leads somewhere, or is pointed out', (source, key) => {
  const working = smallWith([...said, 'demand'], { basis: 'styrning', source })
  expect(problemsOf(working).map((problem) => problem.key)).toEqual(key === undefined ? [] : [key])
})

test('a heavy word is pointed out, and the plain one put in its place by a fix', () => {
  const working = smallWith([...said, 'help'], words('Skriv avseende samtalet.', 'Write about it.'))
  const [problem] = problemsOf(working)
  const [first] = problem ? fixesOf(working, problem) : []
  expect(problem).toMatchObject({ severity: 'info', key: 'plain.word' })
  expect(jsonAt(first?.edit(working), [...said, 'help', 'sv'])).toBe('Skriv om samtalet.')
})

// EN 301 549 11.8.2–11.8.5: the tool enables, checks and helps repair accessible content.
describe('the studio helps to write forms that everybody can use (EN 301 549 11.8)', () => {
  test('11.8.2 a field without a label is refused, heading or not: no field has its help or its place alone as name', () => {
    for (const path of [said, ['sections', 1, 'fields', 0, 'fields', 0]])
      expect(linesOf(errorsOf(smallWith([...path, 'label'], undefined)))).not.toEqual([])
  })

  test('11.8.2 each text says its language, so that it can be read out in it', () => {
    expect(linesOf(errorsOf(smallWith([...said, 'help'], 'Skriv kort.')))).not.toEqual([])
  })

  test('11.8.4 a missing alternative in one language comes with a way to repair it', () => {
    const working = smallWith([...said, 'label'], words('', 'What was said'))
    const [problem] = problemsOf(working)
    expect(problem && fixesOf(working, problem).map(({ key }) => key)).toEqual(['studio.fix.words.en'])
  })
})

describe('what can be tried of an unfinished template', () => {
  test('shows a field whose words are missing by those it has', () => {
    const { template } = readWorking(smallWith([...said, 'label'], words('', 'What was said')))
    expect(template?.sections[0]?.fields[1]?.label).toEqual({ sv: 'What was said', en: 'What was said' })
  })

  test('shows a field whose id is none yet', () => {
    const { template } = readWorking(smallWith([...said, 'id'], 'Vad sades?'))
    expect(template?.sections[0]?.fields[1]?.id).toBe('utan-id-vad-sades')
    expect(linesOf(errorsOf(smallWith([...said, 'id'], 'Vad sades?')))).toEqual([
      'error sections[0].fields[1].id rules.template.slug',
    ])
  })

  test('is the same objects for what was not changed', () => {
    const before = readWorking(small).template
    const after = readWorking(smallWith([...said, 'label', 'sv'], 'Vad')).template
    expect(after?.sections[1]).toBe(before?.sections[1])
    expect(after?.sections[0]?.fields[0]).toBe(before?.sections[0]?.fields[0])
  })
})

const types = ['text', 'date', 'choice', 'choices', 'group', 'info', 'insatser']
type Step = (working: Working, part: JsonPath) => Edited
const inPlace = (working: Working, at: JsonPath): Edited => ({ working, at })
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>(withNewSection),
  fc.constantFrom(...types).map(
    (type): Step =>
      (working, part) =>
        withNewField(working, part, type),
  ),
  fc.constant<Step>((working, part) =>
    part.length === 4 ? withNewColumn(working, part) : inPlace(working, part),
  ),
  fc.constant<Step>(withCopy),
  fc.constant<Step>(withoutPart),
  fc.constantFrom<-1 | 1>(-1, 1).map(
    (by): Step =>
      (working, part) =>
        withMoved(working, part, by),
  ),
  fc.constantFrom('ny', 'talat-med', 'namn').map(
    (id): Step =>
      (working, part) =>
        inPlace(renamed(working, part, id), part),
  ),
  fc.constantFrom(...types).map(
    (type): Step =>
      (working, part) =>
        inPlace(part.length === 4 ? withType(working, part, type) : working, part),
  ),
  fc
    .tuple(fc.constantFrom('label', 'title', 'visibleWhen', 'demand', 'obligation', 'fields'), fc.jsonValue())
    .map(
      ([member, value]): Step =>
        (working, part) =>
          inPlace(withJsonAt(working, [...part, member], toJson(value)), part),
    ),
)
const edits = fc.array(fc.tuple(steps, fc.nat()), { maxLength: 12 })

/** The working copies that edits lead through, each at some part of the one before. */
function through(all: readonly (readonly [Step, number])[]): Working[] {
  let working: Working = small
  return [
    small,
    ...all.map(([step, number]) => {
      const parts = partsOf(working)
      const part = parts[number % parts.length]
      if (part) working = step(working, part.path).working
      return working
    }),
  ]
}

describe('after any edits', () => {
  test('there is no error where, and only where, the loader takes the template', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const working = through(all).at(-1) ?? small
        expect([isTaken(working), linesOf(errorsOf(working))]).toEqual([
          errorsOf(working).length === 0,
          linesOf(errorsOf(working)),
        ])
      }),
    )
  })

  test('undoing them all gives back what was there, and doing them again what came of them', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const copies = through(all)
        const last = copies.reduce((state, copy, index) => changed(state, copy, index), undoable(small))
        const first = copies.reduce((state) => undone(state), last)
        expect(first.now).toBe(small)
        expect(copies.reduce((state) => redone(state), first).now).toBe(copies.at(-1))
      }),
    )
  })
})

test('typing in one text is undone as one, and what comes after a rest or in another text is not', () => {
  const typed = ['a', 'ab', 'abc'].reduce(
    (state, text, index) => changed(state, text, index * 100, 'titel'),
    undoable(''),
  )
  expect(undone(typed).now).toBe('')
  expect(undone(changed(typed, 'abcd', 5000, 'titel')).now).toBe('abc')
  expect(undone(changed(typed, 'abcd', 250, 'hjälp')).now).toBe('abc')
})
