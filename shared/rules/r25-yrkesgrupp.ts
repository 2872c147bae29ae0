import { applies } from '../case/law.ts'
import { dayOfNote } from '../note/case-insatser.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import { dateConcepts } from '../note/read-note.ts'

/**
 * R25: sjukpenning is refused because the insured can do work normally found in the labour market, and no occupational group
 * is named. Since 1 September 2022 the reasons have to name one or more; before that day nothing is asked.
 */
export const r25: NoteRule = {
  id: 'R25',
  scope: 'note',
  sources: ['27 kap. 48 § SFB', '001:16370-16386'],
  kinds: ['stallningstagande'],
  reads: { concepts: ['nfa-utfall', 'yrkesgrupper', ...dateConcepts] },
  check: (read) => {
    if (read.answer('nfa-utfall', 'choice')?.value !== 'avslag' || read.answered('yrkesgrupper')) return []
    if (!applies('yrkesgrupp', dayOfNote(read))) return []
    const field = read.field('yrkesgrupper')
    const where = read.whereOf(field ? 'yrkesgrupper' : 'nfa-utfall')
    const fixes = field ? [goTo('rules.goToField', where, { label: field.label })] : []
    return [marker('R25', 'warning', ['rules.r25.name', {}], where, { fixes })]
  },
}
