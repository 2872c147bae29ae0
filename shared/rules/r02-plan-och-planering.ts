import { localized, marker } from '../note/check/marker.ts'
import type { NoteRule } from '../note/check/rule.ts'
import type { Marker } from '../note/marker.ts'
import { documentKinds } from '../template/kinds.ts'
import { message } from '../text/index.ts'
import { type Reading, reading } from './reading.ts'
import { ownWordsOf, rewritten } from './text/own-words.ts'
import { ownPlanWords } from './text/plan-words.ts'

const OWNER_OF_PLAN = 'arbetsgivare'
const OWNER_OF_THE_REST = 'forsakringskassan'

/** A plan that is said to be the agency's, a planering said to be the employer's, or a note that differs from its template. */
function wrongDocument({ subject: { note, template } }: Reading): Marker[] {
  const owner = template.kind === 'arbetsgivarens-plan' ? OWNER_OF_PLAN : OWNER_OF_THE_REST
  if (note.kind === template.kind && note.owner === owner) return []
  const params = { kind: localized(`lists.kind.${template.kind}`), owner: localized(`lists.owner.${owner}`) }
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
}

/** One marker a field, however many times the word stands there: one fix mends them all. */
function wrongWords(read: Reading): Marker[] {
  const { note, template } = read.subject
  if (template.kind === 'arbetsgivarens-plan') return []
  return read.fields().flatMap((field) => {
    const places = ownWordsOf(field, note.answers).filter(({ text }) => ownPlanWords(text).length > 0)
    const [first] = places
    if (!first) return []
    const { row, column } = first
    const where = { note: note.id, field: field.id, ...(row ? { row } : {}), ...(column ? { column } : {}) }
    const value = rewritten(field, note.answers, ownPlanWords)
    const title = message('rules.r2.byt-ord')
    return [
      marker('R2', 'error', ['rules.r2.ord', { label: field.label }], where, {
        fixes: value === undefined ? [] : [{ kind: 'edit', title, changes: [{ field: field.id, value }] }],
      }),
    ]
  })
}

/**
 * R2: the employer's plan and the agency's planering are taken for each other: the document has the wrong
 * owner or kind, or a text of the agency's calls its own planering a plan ("vår plan för återgång").
 */
export const r02: NoteRule = {
  id: 'R2',
  scope: 'note',
  severity: 'error',
  sources: ['000:342-344', '001:10554-10562', '001:10783-10789'],
  kinds: documentKinds,
  reads: { types: ['text', 'rich-text', 'choice', 'choices', 'insatser', 'aktiviteter', 'group'] },
  check: (subject, context) => {
    const read = reading(subject, context)
    return [...wrongDocument(read), ...wrongWords(read)]
  },
}
