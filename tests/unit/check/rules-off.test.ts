import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import { analyse, checkCase, checkNote, update } from '../../../shared/rules/index.ts'
import { contextOf, notesOf, readBundle } from '../rules/bundles.ts'
import { noteOf, withAnswers } from '../rules/edit.ts'

const fixtures = globSync('tests/fixtures/rules/r[0-9]*-fel.json').toSorted()
const ruleIn = (file: string) => `R${Number(/r(\d+)-/.exec(file)?.[1])}`
const off = (context: NoteContext, rulesOff: readonly string[]): NoteContext => ({ ...context, rulesOff })

/** The rules of all markers of a fixture's case and notes, with some of them off. */
function foundIn(file: string, rulesOff: readonly string[]): string[] {
  const bundle = readBundle(file)
  const ofNotes = notesOf(bundle).flatMap((subject) =>
    checkNote(subject, off(contextOf(bundle, subject), rulesOff)),
  )
  return [...checkCase(off(contextOf(bundle), rulesOff)), ...ofNotes].map(({ rule }) => rule).toSorted()
}

describe('a rule that is off finds nothing, and every other finds what it found', () => {
  test.each(fixtures.map((file) => [ruleIn(file), file]))('%s', (rule, file) => {
    const all = foundIn(file, [])
    expect(all).toContain(rule)
    // Where a rule says what is missing, "fill in" is not said as well; without the rule it is.
    const without = foundIn(file, [rule]).filter((found) => !found.startsWith('falt/'))
    expect(without).toEqual(all.filter((found) => found !== rule && !found.startsWith('falt/')))
  })
})

describe('in a note that is being written', () => {
  const bundle = readBundle('tests/fixtures/rules/r27-ratt.json')
  const field = fieldIdSchema.parse('den-forsakrades-syn')
  const answers = { [field]: 'Vår plan för återgång gäller.' }
  const subject = withAnswers(noteOf(bundle, 'planering'), answers)
  const context = contextOf(bundle, subject)
  const rulesOf = ({ markers }: { markers: readonly { rule: string }[] }) => markers.map(({ rule }) => rule)

  test('an edit runs it no more than the first reading did', () => {
    const before = analyse(withAnswers(subject, { [field]: '' }), off(context, ['R2']))
    expect(rulesOf(update(before, subject.note, [field]))).not.toContain('R2')
    const all = analyse(withAnswers(subject, { [field]: '' }), context)
    expect(rulesOf(update(all, subject.note, [field]))).toContain('R2')
  })

  test('turning it off reads the note anew', () => {
    const before = analyse(subject, context)
    expect(rulesOf(before)).toContain('R2')
    expect(rulesOf(update(before, subject.note, [], off(context, ['R2'])))).not.toContain('R2')
  })

  test('an objection to it is kept, and neither told nor missed', () => {
    const sentence = 'Vår plan för återgång gäller.'
    const objection = {
      rule: 'R2',
      field,
      sentence,
      by: { name: 'Anna Ek', role: 'utredare' },
      at: timestampSchema.parse('2026-03-04T10:00:00.000Z'),
    } as const
    const objected: NoteWithTemplate = { ...subject, note: { ...subject.note, objections: [objection] } }
    expect(rulesOf(analyse(objected, context))).toContain('R2')
    expect(rulesOf(analyse(objected, off(context, ['R2'])))).not.toContain('R2')
  })
})
