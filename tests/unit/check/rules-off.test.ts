import { describe, expect, test } from 'vitest'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import {
  analyse,
  checkCase,
  checkNote,
  protectsRecord,
  turnedOff,
  update,
} from '../../../shared/rules/index.ts'
import { contextOf, notesOf } from '../rules/bundles.ts'
import { noteOf, withAnswers } from '../rules/edit.ts'
import { ruleBundle, ruleCases } from '../rules/rule-pack.ts'

const broken = ruleCases.filter((key) => key.endsWith('-fel'))
const ruleIn = (key: string) => `R${Number(/r(\d+)-/.exec(key)?.[1])}`
const off = (context: NoteContext, rulesOff: readonly string[]): NoteContext => ({ ...context, rulesOff })

/** The markers of a case and notes, with some rules off: which rule, and how grave. */
function foundIn(key: string, rulesOff: readonly string[]): string[] {
  const bundle = ruleBundle(key)
  const ofNotes = notesOf(bundle).flatMap((subject) =>
    checkNote(subject, off(contextOf(bundle, subject), rulesOff)),
  )
  return [...checkCase(off(contextOf(bundle), rulesOff)), ...ofNotes]
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .toSorted()
}

describe('a rule that is off finds no more than the errors that protect the record, and every other what it found', () => {
  test.each(broken.map((key) => [ruleIn(key), key]))('%s', (rule, key) => {
    const all = foundIn(key, [])
    const isItsOwn = (found: string) => found.startsWith(`${rule} `)
    expect(all.some(isItsOwn)).toBe(true)
    // Where a rule says what is missing, "fill in" is not said as well; without the rule it is.
    const ofRules = (found: readonly string[]) => found.filter((one) => !one.startsWith('falt/'))
    const stays = (found: string) => !isItsOwn(found) || (protectsRecord(rule) && found.endsWith(' error'))
    expect(ofRules(foundIn(key, [rule]))).toEqual(ofRules(all).filter(stays))
  })

  test('what says whose a document is, on what ground, or what may be told, cannot be turned off', () => {
    const { off: isOff, kept } = turnedOff([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R6',
      'R7',
      'R8',
      'R15',
      'R24',
      'R27',
    ])
    expect(kept).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R15', 'R24', 'R27'])
    expect(isOff).toEqual(['R6', 'R7', 'R8'])
  })
})

describe('in a note that is being written', () => {
  const bundle = ruleBundle('r27-ratt')
  const field = fieldIdSchema.parse('den-forsakrades-syn')
  const answers = { [field]: 'Vår plan för återgång gäller.' }
  const subject = withAnswers(noteOf(bundle, 'planering'), answers)
  const context = contextOf(bundle, subject)
  const rulesOf = ({ markers }: { markers: readonly { rule: string }[] }) => markers.map(({ rule }) => rule)

  test('an error that protects the record is found after an edit too, though the rule is off', () => {
    const before = analyse(withAnswers(subject, { [field]: '' }), off(context, ['R2']))
    expect(rulesOf(update(before, subject.note, [field]))).toContain('R2')
  })

  test('an edit runs one that is off no more than the first reading did', () => {
    const rows = (what: string) => [{ id: 'x', what, performer: { actor: 'halso-och-sjukvarden' } }]
    const insatser = fieldIdSchema.parse('insatser')
    // R1 warns of a description of what the agency does, where nobody is said to perform it.
    const wrong = withAnswers(subject, { [insatser]: [{ id: 'x', what: 'FK genomför arbetsträning' }] })
    const before = withAnswers(subject, { [insatser]: rows('Fysioterapi') })
    expect(rulesOf(update(analyse(before, context), wrong.note, [insatser]))).toContain('R1')
    const without = analyse(before, off(context, ['R1']))
    expect(rulesOf(update(without, wrong.note, [insatser]))).not.toContain('R1')
  })

  test('turning it off reads the note anew', () => {
    const wrong = withAnswers(subject, { insatser: [{ id: 'x', what: 'FK genomför arbetsträning' }] })
    const before = analyse(wrong, context)
    expect(rulesOf(before)).toContain('R1')
    expect(rulesOf(update(before, wrong.note, [], off(context, ['R1'])))).not.toContain('R1')
  })

  test('an objection is heard all the same where the rule’s errors are', () => {
    const sentence = 'Vår plan för återgång gäller'
    const objection = {
      rule: 'R2',
      field,
      sentence,
      by: { name: 'Anna Ek', role: 'utredare' },
      at: timestampSchema.parse('2026-03-04T10:00:00.000Z'),
    } as const
    const objected: NoteWithTemplate = { ...subject, note: { ...subject.note, objections: [objection] } }
    const told = (rulesOff: readonly string[]) =>
      analyse(objected, off(context, rulesOff)).markers.filter(({ rule }) => rule === 'R2')
    expect(told([])).toMatchObject([{ severity: 'info' }])
    expect(told(['R2'])).toEqual(told([]))
  })
})
