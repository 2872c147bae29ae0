import { type DocumentKind, documentKinds } from '../case/kinds.ts'
import type { Find } from '../fields/own-words.ts'
import { readingMarker, readSentence } from '../note/check/objections.ts'
import type { FieldRule, NoteRule } from '../note/check/rule.ts'
import { editFix, marker } from '../note/marker.ts'
import { objectionTo } from '../note/objections.ts'
import { localized, message, type TextKey } from '../text/index.ts'
import { readInAgencysDocument, readInEmployersPlan } from './text/plan-words.ts'
import type { PlanFault, PlanReading } from './text/reading.ts'

const OWNER_OF_PLAN = 'arbetsgivare'
const OWNER_OF_THE_REST = 'forsakringskassan'

const sources = ['000:342-344', '001:10554-10562', '001:10783-10789']

/**
 * R2: the employer's plan and the agency's planering are taken for each other: a plan that is said to be the
 * agency's, a planering said to be the employer's, or a note that differs from its template.
 */
export const r02Document: NoteRule = {
  id: 'R2',
  scope: 'note',
  protects: true,
  sources,
  kinds: documentKinds,
  reads: {},
  check: ({ note, template }) => {
    const owner = template.kind === 'arbetsgivarens-plan' ? OWNER_OF_PLAN : OWNER_OF_THE_REST
    if (note.kind === template.kind && note.owner === owner) return []
    const params = {
      kind: localized(`lists.kind.${template.kind}`),
      owner: localized(`lists.owner.${owner}`),
    }
    const title = message('rules.r2.writeNew', { kind: params.kind })
    return [
      marker(
        'R2',
        'error',
        ['rules.r2.document', params],
        { note: note.id },
        {
          fixes: [{ kind: 'create-note', title, documentKind: template.kind }],
        },
      ),
    ]
  },
}

const faults: Record<PlanFault, TextKey> = {
  'own-plan': 'rules.r2.words',
  'agency-made-plan': 'rules.r2.agencyMadePlan',
  'employers-planering': 'rules.r2.employersPlanering',
}

function readingsIn(kind: DocumentKind): (text: string) => readonly PlanReading[] {
  return kind === 'arbetsgivarens-plan' ? readInEmployersPlan : readInAgencysDocument
}

/**
 * R2 as well: a text of the agency's calls its own planering a plan ("vår plan för återgång"), says in the
 * employer's document that the agency made it, or calls the employer's plan a planering. One marker a sentence, which
 * can be objected to by itself; one fix mends all the sentences of the field that nobody has objected to.
 */
export const r02Words: FieldRule = {
  id: 'R2',
  scope: 'field',
  protects: true,
  sources,
  kinds: documentKinds,
  check: ({ field, ownWords, rewrite }, { note, template }) => {
    const read = readingsIn(template.kind)
    const answer = note.answers[field.id]
    const found = ownWords(answer).flatMap(({ text, row, column }) => {
      const where = { note: note.id, field: field.id, ...(row ? { row } : {}), ...(column ? { column } : {}) }
      const bySentence = Map.groupBy(read(text), ({ sentence }) => sentence)
      return [...bySentence].map(([sentence, readings]) => ({ where, sentence, readings }))
    })
    if (found.length === 0) return []

    const objectedTo = found.filter(({ where, sentence }) =>
      objectionTo(note.objections, readSentence('R2', where, sentence)),
    )
    const stays = (sentence: string, { row, column }: Parameters<Find>[1]) =>
      objectedTo.some(
        (one) => one.sentence === sentence && one.where.row === row && one.where.column === column,
      )
    const value = rewrite(answer, (text, at) =>
      read(text).flatMap(({ start, end, insert, sentence }) =>
        insert === undefined || stays(sentence, at) ? [] : [{ start, end, insert }],
      ),
    )
    const isPlan = found.some(({ readings }) => readings.some(({ why }) => why === 'own-plan'))
    const title = message(isPlan ? 'rules.r2.replaceWords' : 'rules.r2.writePlan')
    const fixes = value === undefined ? [] : [editFix(field.id, { title, value })]
    return found.flatMap(({ where, sentence, readings }) => {
      const [first] = readings
      if (!first) return []
      return readingMarker('R2', 'error', [faults[first.why], { label: field.label }], where, {
        words: readings.map(({ words }) => words),
        sentence,
        fixes: readings.some(({ insert }) => insert !== undefined) ? fixes : [],
      })
    })
  },
}
