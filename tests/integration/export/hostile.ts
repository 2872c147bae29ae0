import { answersSchema } from '../../../shared/note/answers.ts'
import { draftOf, type EntryInput, example } from '../../unit/journal/examples.ts'

/** Texts that some format would take for markup, formula or order, or cannot hold; and that must be read as text. */
export const hostile: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>',
  image: '<img src=x onerror=alert(1)>',
  entity: '&lt;b&gt; &amp; &#0;',
  attribute: `" onclick='x'`,
  comment: '<!-- x --> ]]>',
  formula: '=1+1',
  link: '=HYPERLINK("http://x")',
  address: 'www.x.se x@y.se',
  pipe: 'a|b',
  stars: '**x** _y_ `z`',
  markdownLink: '[x](javascript:y)',
  heading: '# x',
  list: '- x',
  number: '1. x',
  backslash: 'a\\b\\',
  nul: 'a\u0000b',
  surrogate: 'a\ud800b',
  rightToLeft: 'a\u202eb\u202c \u200f',
  decomposed: 'a\u030a',
  emoji: '👩‍🔧 ✅',
  greek: 'Ωμέγα Привет',
  unknown: '中文',
  rules: '--- === ~~~',
}

const say = (place: string) => Object.values(hostile).map((text, index) => `${place}${index} ${text}`)
const rows = (place: string) => say(place).map((text, index) => ({ text, id: `${place}${index}` }))

/** Every place of a note that takes free text. */
export const places = [
  'kor',
  'lan',
  'fri',
  'dat',
  'tal',
  'val',
  'akt',
  'per',
  'tit',
  'ins',
  'utf',
  'syf',
  'ska',
  'fka',
  'res',
  'sam',
  'gru',
]

/** What a reader must find: a place, its number, and the hostile text. */
export const expectations: readonly string[] = places.flatMap(say)

const own = [{ value: 'annat', label: { sv: 'Annat', en: 'Other' }, other: true }]
const many = (id: string, type: string, member: (text: string) => unknown, more: object = {}) =>
  say(id).map((text, index) => ({ field: { id: `${id}${index}`, type, ...more }, answer: member(text) }))

/** A draft with every hostile text in every place, and in the case and its names too. */
export function hostileDraft(): EntryInput {
  const simple = [
    ...many('kor', 'text', (text) => text),
    ...many('lan', 'text', (text) => text, { multiline: true }),
    ...many('dat', 'date', (text) => text),
    ...many('tal', 'number', (text) => text),
    ...many('val', 'choice', (other) => ({ value: 'annat', other }), { options: own }),
    ...many('akt', 'actor', (name) => ({ actor: 'annan', name })),
    ...many('per', 'person', (name) => ({ name })),
    ...many('tit', 'person', (title) => ({ name: 'N', title })),
  ]
  const fri = say('fri')
  const runs = (index: number) => [
    { text: fri[index] ?? '', ...(index % 2 === 0 ? { bold: true } : { italic: true }) },
  ]
  const rich = {
    blocks: fri.map((_, index) =>
      index % 3 === 0
        ? { type: 'paragraph', runs: runs(index) }
        : index % 3 === 1
          ? { type: 'heading', level: 2, runs: runs(index) }
          : { type: 'list', ordered: true, items: [{ runs: runs(index) }] },
    ),
  }
  const utf = say('utf')
  const syf = say('syf')
  const ska = say('ska')
  const res = say('res')
  const compound = [
    { field: { id: 'fri', type: 'rich-text' }, answer: rich },
    {
      field: { id: 'insatser', type: 'insatser' },
      answer: rows('ins').map(({ id, text }, index) => ({
        id,
        what: text,
        performer: { name: utf[index] },
        purpose: syf[index],
        status: 'behovs-men-saknas',
        missingComment: ska[index],
      })),
    },
    {
      field: { id: 'aktiviteter', type: 'aktiviteter' },
      answer: rows('fka').map(({ id, text }, index) => ({ id, what: text, outcome: res[index] })),
    },
    {
      field: { id: 'samtycken', type: 'consents' },
      answer: say('sam').map((date) => ({ actor: 'arbetsgivare', consent: 'ja', date })),
    },
    {
      field: {
        id: 'grupp',
        type: 'group',
        item: { sv: 'rad', en: 'row' },
        fields: [{ id: 'vad', type: 'text' }],
      },
      answer: rows('gru').map(({ id, text }) => ({ id, answers: { vad: text } })),
    },
  ]
  const all = [...simple, ...compound]
  const input = draftOf(
    all.map(({ field }) => field),
    // Through JSON, as answers come.
    answersSchema.parse(
      JSON.parse(JSON.stringify(Object.fromEntries(all.map(({ field, answer }) => [field.id, answer])))),
    ),
  )
  const names = Object.values(hostile).join(' ').slice(0, 190)
  const { case: details } = example('planering')
  return {
    ...input,
    note: { ...input.note, author: { ...input.note.author, name: names } },
    case: {
      ...details,
      number: '../<24>/1187?',
      insured: { ...details.insured, name: names },
    },
  }
}
