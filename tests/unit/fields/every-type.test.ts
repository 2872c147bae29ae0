import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { shortText } from '../../../shared/fields/said.ts'
import { renderText } from '../../../shared/journal/text.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import { type Answers, cleanAnswers } from '../../../shared/note/answers.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { referredId, types } from './samples.ts'

const schema: unknown = JSON.parse(readFileSync('templates/mall.schema.json', 'utf8'))
const validate = new Ajv2020({ validateFormats: false, allowUnionTypes: true }).compile(Object(schema))

const other = draft(templateOf([{ id: 'f', type: 'text' }]), {})
const around = {
  ...context,
  others: [{ ...other, note: { ...other.note, id: noteIdSchema.parse(referredId) } }],
}
const otherForm: Answers[string] = { 'of another form': [7] }

describe.each(types)('a field of type %s', (type, { field, answer, says }) => {
  const template = templateOf([{ id: 'f', type, ...field }])
  const demanding = templateOf([{ id: 'f', type, ...field, obligation: 'obligatorisk' }])
  const found = (answers: Answers, of = template) =>
    checkNote(draft(of, answers), around)
      .filter(({ rule }) => rule.startsWith('falt/'))
      .map(({ rule, severity }) => `${rule} ${severity}`)
  const said = (value: Answers[string]) => {
    const read = readNote(draft(template, { f: value }), around)
    return read.shown().map(({ ops }) => shortText(ops?.say(value, read.scope)))
  }

  test('may stand in a template, for zod and for an editor with the schema', () => {
    expect(validate(JSON.parse(JSON.stringify(template)))).toBe(true)
    expect(validate(JSON.parse(JSON.stringify(template).replace(`"${type}"`, '"okand"')))).toBe(false)
  })
  test('has nothing wrong in a right answer, nor in none', () => {
    expect(found({ f: answer })).toEqual([])
    expect(found({})).toEqual([])
  })
  test('is missed where it is obligatory, and only then', () => {
    expect(found({}, demanding)).toEqual(['falt/obligatoriskt error'])
    expect(found({ f: answer }, demanding)).toEqual([])
  })
  test('says what was answered, in the journal too', () => {
    expect(said(answer)).toEqual([says])
    const printed = renderText(toJournalEntry(readNote(draft(template, { f: answer }), around)))
    for (const word of says.split(/[\s,;:()]+/)) expect(printed).toContain(word)
  })
  test('keeps an answer of another form, tells of it and prints it as it is', () => {
    expect(found({ f: otherForm })).toEqual(['falt/form error'])
    expect(said(otherForm)).toEqual([JSON.stringify(otherForm)])
  })
  test('takes words behind what it says, and loses nothing of that; or takes none', () => {
    const [ops] = readNote(draft(template, {}), around)
      .shown()
      .flatMap((entry) => entry.ops ?? [])
    const longer = ops?.append(answer, 'Nytt')
    if (longer === undefined) expect(ops?.append(undefined, 'Nytt')).toBeUndefined()
    else {
      expect(ops?.fits(longer)).toBe(true)
      expect(said(longer)).toEqual([expect.stringMatching(new RegExp(`^${says}\\s+Nytt$`))])
      expect(said(ops?.append(undefined, 'Nytt') ?? null)).toEqual(['Nytt'])
    }
    expect(ops?.append(otherForm, 'Nytt')).toBeUndefined()
  })
  test('is stored as it was answered', () => {
    expect(cleanAnswers({ f: answer })).toEqual({ f: answer })
    const [ops] = readNote(draft(template, {}), around)
      .shown()
      .flatMap((entry) => entry.ops ?? [])
    expect(ops?.fits(answer)).toBe(true)
    expect(ops?.equal(answer, structuredClone(answer))).toBe(true)
    expect(ops?.equal(answer, otherForm)).toBe(false)
  })
})
