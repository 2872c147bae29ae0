import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FileFault, MAX_LEVELS, readJson, sizeFault } from '../../../shared/file/json-text.ts'

const LIMIT = 1_000_000

function faultOf(text: string): FileFault | undefined {
  const read = readJson(text, LIMIT)
  return read.ok ? undefined : read.fault
}

describe('what is JSON is read as it is', () => {
  test.each<[string, string, unknown]>([
    ['a byte order mark is passed over', '\ufeff{"a": 1}', { a: 1 }],
    ['brackets in a text are no levels', JSON.stringify('['.repeat(900)), '['.repeat(900)],
    ['nor is a quote in it its end', String.raw`["\"[[", "\\"]`, ['"[[', '\\']],
  ])('%s', (_what, text, value) => {
    expect(readJson(text, LIMIT)).toEqual({ ok: true, value })
  })

  test('whatever it says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        const parsed: unknown = JSON.parse(text)
        expect(readJson(text, LIMIT)).toEqual({ ok: true, value: parsed })
      }),
    )
  })

  test('as deep as the limit, and no deeper', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(faultOf(nested(MAX_LEVELS))).toBeUndefined()
    expect(faultOf(nested(MAX_LEVELS + 1))?.kind).toBe('tooDeep')
  })

  test('many lists after one another are not deep', () => {
    expect(faultOf(`[${'[],'.repeat(20_000)}[]]`)).toBeUndefined()
  })
})

describe('what is not read says why, and where', () => {
  test.each<[string, string, FileFault]>([
    ['too long', ' '.repeat(LIMIT + 1), { kind: 'tooLong', params: { characters: LIMIT + 1, limit: LIMIT } }],
    [
      'lists 200 000 levels deep',
      '['.repeat(200_000),
      { kind: 'tooDeep', params: { line: 1, column: MAX_LEVELS + 1, limit: MAX_LEVELS } },
    ],
    [
      'objects 200 000 levels deep, on the second line',
      `{"a":\n${'{"a":'.repeat(180_000)}`,
      { kind: 'tooDeep', params: { line: 2, column: 5 * (MAX_LEVELS - 1) + 1, limit: MAX_LEVELS } },
    ],
    [
      'an unclosed string before 200 000 levels',
      `"a\n${'['.repeat(200_000)}`,
      { kind: 'notJson', params: { line: 1, column: 1 } },
    ],
    ['a comma too many', '{"a":\n 1,}', { kind: 'notJson', params: { line: 2, column: 4 } }],
    ['nothing', '', { kind: 'empty', params: {} }],
    ['white space alone', ' \n', { kind: 'empty', params: {} }],
    ['no colon', '{"a" 1}', { kind: 'notJson', params: { line: 1, column: 6 } }],
    ['an unclosed string', '{"a": "x', { kind: 'notJson', params: { line: 1, column: 7 } }],
    ['cut off', '[1,\n2', { kind: 'notJson', params: { line: 2, column: 2 } }],
    ['a number with a zero before it', '{"a": 01}', { kind: 'notJson', params: { line: 1, column: 8 } }],
    ['something after the end', '{} x', { kind: 'notJson', params: { line: 1, column: 4 } }],
    ['a line break in a string', '{"a": "rad\nbruten"}', { kind: 'notJson', params: { line: 1, column: 7 } }],
  ])('%s', (_what, text, fault) => {
    expect(faultOf(text)).toEqual(fault)
  })

  test('at a place that is in the file, whatever is broken', () => {
    const broken = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '{', ']', '\\', '0', '\n', 'e'),
      )
      .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1))
    fc.assert(
      fc.property(broken, (text) => {
        const fault = faultOf(text)
        if (fault === undefined) return
        // Of a text of one letter, nothing may be left.
        expect(fault.kind).toBe(text.trim() === '' ? 'empty' : 'notJson')
        if (fault.kind !== 'notJson') return
        const lines = text.split('\n')
        expect(fault.params.line).toBeLessThanOrEqual(lines.length)
        expect(fault.params.column).toBeLessThanOrEqual((lines[fault.params.line - 1]?.length ?? 0) + 1)
      }),
      { numRuns: 500, examples: [[''], ['\n']] },
    )
  })
})

test('a file is refused by its size alone, in megabytes', () => {
  expect(sizeFault(8_000_000, 8_000_000)).toBeUndefined()
  expect(sizeFault(300_000_000, 8_000_000)).toEqual({
    ok: false,
    fault: { kind: 'tooLarge', params: { megabytes: 300, limit: 8 } },
  })
})
