import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import type { Objection, ReadSentence } from '../../../shared/note/note.ts'
import { analyse, checkNote, update } from '../../../shared/rules/index.ts'
import { messageText } from '../../../shared/text/index.ts'
import { contextOf } from './bundles.ts'
import { afterFix, noteOf, withAnswers } from './edit.ts'
import { ruleBundle } from './rule-pack.ts'

const bundle = ruleBundle('r27-ratt')
const field = fieldIdSchema.parse('den-forsakrades-syn')
const text = 'Vår plan för återgång gäller. Hon mår bra. Vår nya plan för återgång är klar.'
const answers = { [field]: text }
const who = {
  by: { name: 'Anna Ek', role: 'utredare' },
  at: timestampSchema.parse('2026-03-04T10:00:00.000Z'),
} as const
const to = (sentence: string, rule = 'R2'): ReadSentence => ({ rule, field, sentence })

function planering(changes: Answers, sentences: readonly ReadSentence[] = []): NoteWithTemplate {
  const subject = withAnswers(noteOf(bundle, 'planering'), changes)
  const objections = sentences.map((sentence): Objection => ({ ...sentence, ...who }))
  return objections.length === 0 ? subject : { ...subject, note: { ...subject.note, objections } }
}

function found(subject: NoteWithTemplate, rule = 'R2'): Marker[] {
  return checkNote(subject, contextOf(bundle, subject)).filter((marker) => marker.rule === rule)
}
const inShort = (markers: readonly Marker[]) =>
  markers.map(({ severity, reading, fixes }) => [severity, reading?.sentence, fixes.map(({ kind }) => kind)])

/** The sentences of the text as they are read. */
const [first = '', second = ''] = found(planering(answers)).map(({ reading }) => reading?.sentence)

describe('a rule that reads Swedish', () => {
  test('says which words it read so, in which sentence, and lets each sentence be objected to', () => {
    const markers = found(planering(answers))
    expect([first, second].map((sentence) => sentence.slice(0, 9))).toEqual(['Vår plan ', 'Vår nya p'])
    expect(inShort(markers)).toEqual([
      ['error', first, ['edit', 'object']],
      ['error', second, ['edit', 'object']],
    ])
    expect(markers[0]?.reading?.words.join()).toMatch(/plan/)
    for (const { message } of markers) expect(messageText('sv', message)).not.toContain('återgång')
  })

  test('finds no fault in a sentence that is objected to, and tells who answered and when', () => {
    const markers = found(planering(answers, [to(first)]))
    expect(inShort(markers)).toEqual([
      ['info', first, ['withdraw']],
      ['error', second, ['edit', 'object']],
    ])
    expect(messageText('sv', markers[0]?.message ?? { key: '' })).toMatch(/Anna Ek.*2026-03-04/)
  })

  test('leaves that sentence alone when its fix mends the others of the field', () => {
    const subject = planering(answers, [to(first)])
    const after = afterFix(subject, found(subject)[1])
    expect(after.note.answers['den-forsakrades-syn']).toBe(text.replace('nya plan', 'nya planering'))
    expect(inShort(found(after))).toEqual([['info', first, ['withdraw']]])
  })

  test('finds the fault again where the sentence is changed, and tells of the answer that is left', () => {
    const changed = { [field]: 'Vår plan för återgång gäller inte längre.' }
    const [now = ''] = found(planering(changed)).map(({ reading }) => reading?.sentence)
    const markers = found(planering(changed, [to(first)]))
    expect(inShort(markers)).toEqual([
      ['error', now, ['edit', 'object']],
      ['info', first, ['withdraw']],
    ])
    expect(messageText('sv', markers[1]?.message ?? { key: '' })).toContain('gäller ingenting nu')
  })

  test('tells of an objection in a field that the template has not', () => {
    const gone = fieldIdSchema.parse('forut-fanns')
    const markers = found(planering({}, [{ ...to(first), field: gone }]))
    expect(markers.map(({ severity, where }) => [severity, where.field])).toEqual([['info', gone]])
  })

  test('takes an objection to another rule for what it is', () => {
    expect(inShort(found(planering(answers, [to(first, 'R1')])))).toHaveLength(2)
  })
})

describe('R1', () => {
  const rows = ['r1', 'r2'].map((id) => ({ id, what: 'Samtal', performer: { name: 'handläggaren' } }))
  test('is objected to for one row, and stands for the other', () => {
    const [marker] = found(planering({ insatser: rows }), 'R1')
    const fix = marker?.fixes.find(({ kind }) => kind === 'object')
    if (fix?.kind !== 'object') throw new Error('Nothing to object to')
    expect(fix.to).toEqual({
      rule: 'R1',
      field: 'insatser',
      row: 'r1',
      column: 'performer',
      sentence: 'handläggaren',
    })
    const after = found(planering({ insatser: rows }, [fix.to]), 'R1')
    expect(after.map(({ severity, where }) => [severity, where.row])).toEqual([
      ['info', 'r1'],
      ['error', 'r2'],
    ])
  })
})

test('what is found after each answer and objection is what a check of the whole note finds', () => {
  const texts = fc.constantFrom('', `${first}.`, text, 'Hon mår bra.')
  const sentences = fc.subarray([to(first), to(second), to('En annan.'), to(first, 'R1')])
  const context = contextOf(bundle, planering({}))
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, sentences), { minLength: 1 }), (steps) => {
      let state = analyse(planering({}), context)
      for (const [written, objectedTo] of steps) {
        const subject = planering({ [field]: written }, objectedTo)
        state = update(state, subject.note, [field])
        expect(state.markers).toEqual(analyse(subject, context).markers)
      }
    }),
  )
})
