import type { OutlineItem } from '../outline.ts'

/** What an XLSForm type is: a kind of ours, whether it says less, and the list that its options are in. */
export interface XlsType {
  kind: OutlineItem['kind'] | 'begin' | 'end' | 'left-out'
  list?: string
  /** Whether a choice takes own words beside what it offers. */
  orOther?: boolean
  whole?: boolean
  /** Whether ours says less than it: no time of day, no picture. */
  less?: boolean
}

const simple: ReadonlyMap<string, XlsType> = new Map([
  ['text', { kind: 'text' }],
  ['string', { kind: 'text' }],
  ['note', { kind: 'info' }],
  ['integer', { kind: 'number', whole: true, less: true }],
  ['decimal', { kind: 'number' }],
  ['range', { kind: 'number', less: true }],
  ['date', { kind: 'date' }],
  ['datetime', { kind: 'date', less: true }],
  ['acknowledge', { kind: 'yes-no', less: true }],
])
/** What a device writes down by itself, and what is worked out: nothing that anybody is asked. */
const leftOut = [
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'calculate',
  'hidden',
  'xml-external',
  'csv-external',
  'start-geopoint',
  'background-audio',
]

/** Other ways of writing a type, which older forms have. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^(begin|end)_/i, '$1 '],
  [/^(?:add )?select[ _](?:one|1)(?: from| prompt using)? +/i, 'select_one '],
  [/^(?:add )?select[ _](?:all that apply|multiple)(?: from| prompt using)? +/i, 'select_multiple '],
  [/ or specify other$/i, ' or_other'],
  [/^uri:/i, ''],
]
const withoutAliases = (type: string) =>
  aliases.reduce((plain, [pattern, instead]) => plain.replace(pattern, instead), type)

/** Reads the cell of a type: `select_one yes_no or_other`, `begin repeat`. */
export function xlsType(cell: string): XlsType {
  const plain = withoutAliases(cell.trim())
  const [word = '', second = '', third = ''] = plain.toLowerCase().split(/\s+/)
  if (word === 'begin' || (word === 'end' && second !== ''))
    return word === 'end' ? { kind: 'end' } : { kind: second === 'repeat' ? 'group' : 'part' }
  if (word.startsWith('select_')) {
    // The name of a list is as it was written, capitals and all.
    const list = plain.split(/\s+/)[1] ?? ''
    const orOther = third === 'or_other' ? { orOther: true } : {}
    return { kind: word.startsWith('select_one') ? 'choice' : 'choices', list, ...orOther }
  }
  if (leftOut.includes(word)) return { kind: 'left-out' }
  return simple.get(word) ?? { kind: 'text', less: true }
}
