import { documentKinds } from '../case/kinds.ts'
import { editFix, marker } from '../note/check/marker.ts'
import type { FieldRule, NoteRule } from '../note/check/rule.ts'
import { localized, message } from '../text/index.ts'
import { ownPlanWords } from './text/plan-words.ts'

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
    const title = message('rules.r2.skriv-ny', { kind: params.kind })
    return [
      marker(
        'R2',
        'error',
        ['rules.r2.dokument', params],
        { note: note.id },
        {
          fixes: [{ kind: 'create-note', title, documentKind: template.kind }],
        },
      ),
    ]
  },
}

/**
 * R2 as well: a text of the agency's calls its own planering a plan ("vår plan för återgång"). One marker a
 * field, however many times the word stands there: one fix mends them all.
 */
export const r02Words: FieldRule = {
  id: 'R2',
  scope: 'field',
  sources,
  kinds: documentKinds.filter((kind) => kind !== 'arbetsgivarens-plan'),
  check: ({ field, ownWords, rewrite }, { note }) => {
    const answer = note.answers[field.id]
    const first = ownWords(answer).find(({ text }) => ownPlanWords(text).length > 0)
    if (!first) return []
    const { row, column } = first
    const where = { note: note.id, field: field.id, ...(row ? { row } : {}), ...(column ? { column } : {}) }
    const title = message('rules.r2.byt-ord')
    const value = rewrite(answer, ownPlanWords)
    return [
      marker('R2', 'error', ['rules.r2.ord', { label: field.label }], where, {
        fixes: value === undefined ? [] : [editFix(field.id, { title, value })],
      }),
    ]
  },
}
