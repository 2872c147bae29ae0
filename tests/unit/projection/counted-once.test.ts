// A corrected note counts once and an annulled one not at all, wherever a case is read across its notes.
import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { answersSchema } from '../../../shared/note/answers.ts'
import { aroundCase } from '../../../shared/note/context.ts'
import { draftNoteSchema, type Note, signedNoteSchema } from '../../../shared/note/note.ts'
import { overviewOf } from '../../../shared/overview/overview.ts'
import { attentionOf } from '../../../shared/projection/attention.ts'
import { readWholeCase } from '../../../shared/projection/read-case.ts'
import { responsibilitiesIn } from '../../../shared/projection/responsibility.ts'
import { context } from '../check/sample.ts'
import { caseOn } from './support.ts'

const insats = (id: string, what: string) => ({
  id,
  what,
  kind: 'arbetsanpassning',
  performer: { actor: 'arbetsgivare' },
  from: '2026-03-20',
  status: 'planerad',
})
const planering = (on: string, rows: readonly object[]) => ({
  template: 'planering',
  on,
  signed: true,
  answers: answersSchema.parse({ insatser: rows, 'nasta-uppfoljning': '2026-04-01' }),
})

const { notes: written } = caseOn('2026-04-10', [
  planering('2026-03-04', [insats('a', 'Anpassade tider')]),
  planering('2026-03-05', [insats('a', 'Anpassade arbetstider')]),
  planering('2026-03-06', [insats('b', 'Skrivbord')]),
])
const [first, second, third] = written.map(({ note }) => note)
const templates = written.map(({ template }) => template)

function as(note: Note | undefined, more: Partial<Note>, sequence: number): Note {
  if (note?.status !== 'journalford') throw new Error('not signed')
  return signedNoteSchema.parse({ ...note, ...more, signature: { ...note.signature, sequence } })
}

const original = as(first, {}, 1)
const annulment = { at: original.createdAt, by: original.author, reason: 'Fel ärende.' }

function read(notes: readonly Note[]) {
  const today = isoDateSchema.parse('2026-04-10')
  const whole = readWholeCase({ ...context, today, ...aroundCase(notes, templates) })
  const overview = overviewOf(whole, 'sv')
  return {
    insatser: overview.insatser.map(({ row, replacedBy }) => [row.what, replacedBy !== undefined]),
    documents: overview.timeLine.events.map(({ date }) => date),
    late: attentionOf(whole).late.map(({ where }) => where.note),
    duties: responsibilitiesIn(whole).flatMap(({ duties }) => duties.map(({ row }) => row.what)),
  }
}

describe('a case', () => {
  test('with a rättelse reads as if it alone had been written, on the day of what it corrects', () => {
    const rattelse = as(second, { amends: { verb: 'rattelse', note: original.id } }, 2)
    expect(read([original, rattelse])).toEqual({
      insatser: [['Anpassade arbetstider', false]],
      documents: ['2026-03-04'],
      late: [rattelse.id],
      duties: ['Anpassade arbetstider'],
    })
  })

  test('with a rättelse that is annulled reads as before it', () => {
    const rattelse = as(second, { amends: { verb: 'rattelse', note: original.id } }, 2)
    const { annulled: _none, ...plain } = { annulled: undefined, ...rattelse }
    const gone = signedNoteSchema.parse({ ...plain, annulled: annulment })
    expect(read([original, gone])).toEqual(read([original]))
  })

  test('with an annulled note reads as if it had never been written', () => {
    expect(read([signedNoteSchema.parse({ ...original, annulled: annulment })])).toEqual(read([]))
  })

  test('with a komplettering has the insatser of both: it replaces none', () => {
    const komplettering = as(third, { amends: { verb: 'komplettering', note: original.id } }, 2)
    expect(read([original, komplettering]).insatser).toEqual([
      ['Anpassade tider', false],
      ['Skrivbord', false],
    ])
  })

  test('with a newer planering leaves out what the komplettering of the older one added', () => {
    const komplettering = as(third, { amends: { verb: 'komplettering', note: original.id } }, 3)
    const newer = as(second, {}, 2)
    expect(read([original, newer, komplettering]).insatser).toEqual([
      ['Anpassade arbetstider', false],
      ['Skrivbord', true],
    ])
  })

  test('checks a rättelse that is being written, and counts it for nothing', () => {
    const { signature: _signature, ...unsigned } = { signature: undefined, ...as(second, {}, 2) }
    const draft = draftNoteSchema.parse({
      ...unsigned,
      status: 'utkast',
      amends: { verb: 'rattelse', note: original.id },
    })
    expect(read([original, draft])).toEqual(read([original]))
    const today = isoDateSchema.parse('2026-04-10')
    const { drafts } = readWholeCase({ ...context, today, ...aroundCase([original, draft], templates) })
    expect(drafts.map(({ note, markers }) => [note, markers.length > 0])).toEqual([[draft.id, true]])
  })
})
