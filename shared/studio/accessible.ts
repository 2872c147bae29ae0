// What makes a form hard to use for whoever listens, sees no colours or reads one of the languages: real checks of what is written,
// each by the requirement of EN 301 549 that it would break in every note of the template (11.8.2: an authoring tool leads to
// accessible content; 11.8.4: it helps to repair what is not).
import { isObject, type Json, type Value } from '../fields/json.ts'
import type { Language } from '../text/index.ts'
import { type JsonPath, jsonAt, listAt } from './json-path.ts'
import type { StudioProblem } from './problem.ts'
import { isTemplateText } from './text.ts'

type Key = Extract<StudioProblem['key'], `studio.access.${string}`>

/** The requirement that each rests on. */
const clauses: Readonly<Record<Key, string>> = {
  'studio.access.sameText': '9.3.1.2',
  'studio.access.otherLanguage': '9.3.1.2',
  'studio.access.sameLabel': '9.2.4.6',
  'studio.access.sameOption': '9.2.4.6',
  'studio.access.sameTitle': '9.2.4.6',
  'studio.access.vagueLabel': '9.2.4.6',
  'studio.access.idleHeading': '9.1.3.1',
  'studio.access.byLooks': '9.1.3.3',
  'studio.access.star': '9.3.3.2',
  'studio.access.unsaidBounds': '9.3.3.2',
}

function hint(key: Key, path: JsonPath, more: Partial<StudioProblem> = {}): StudioProblem {
  return { path, key, severity: 'warning', clause: `EN 301 549, ${clauses[key]}`, ...more }
}

const said = (value: Value, path: JsonPath): string => {
  const text = jsonAt(value, path)
  return typeof text === 'string' ? text.trim() : ''
}
const plain = (text: string) => text.toLocaleLowerCase('sv').replace(/[\s.:?!…]+$/u, '')

/** Those that are called as one before them is, in Swedish. */
function calledTwice(items: readonly Json[], member: string, key: Key, path: JsonPath): StudioProblem[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const label = plain(said(item, [member, 'sv']))
    const isTwice = label !== '' && seen.has(label)
    seen.add(label)
    return isTwice ? [hint(key, [...path, index, member, 'sv'])] : []
  })
}

/** Few words may well be the same in both languages: "SFB", "Text". Own choice. */
const MANY_WORDS = 3

/** Words that hardly a sentence is without in its language, and that the other does not have. */
const telling: Readonly<Record<Language, RegExp>> = {
  sv: /(?<!\p{L})(?:och|att|som|är|det|inte|på|för|med|den|av|ska|har)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|and|of|is|that|not|with|which|what|how|are|has|when)(?!\p{L})/giu,
}
const FEW_TELLING = 2
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Whether a text seems to be in the other language than it says. */
function isOther(text: string, language: Language): boolean {
  const other = language === 'sv' ? 'en' : 'sv'
  return count(text, telling[other]) >= FEW_TELLING && count(text, telling[language]) === 0
}

/** What points at something by how it looks or where it stands: that is not heard, and colours are not seen by all. */
const looks: Readonly<Record<Language, RegExp>> = {
  sv: /(?<!\p{L})(?:(?:den|det|de) )?(?:röd|grön|gul|blå|orange)(?:a|t|tt|markerad|markerade|markerat)? ?(?:\p{L}* )?(?:fält|ruta|rutor|rutan|rutorna|knapp|knappen|text|texten|markering|markerade|märkta|fälten|fältet)(?!\p{L})|(?<!\p{L})(?:rutan|fältet|fälten|knappen|listan|kolumnen|spalten) (?:till (?:höger|vänster))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:red|green|yellow|blue|orange)(?:-marked)? (?:\p{L}+ )?(?:field|fields|box|boxes|button|text|mark|marks)(?!\p{L})|(?<!\p{L})(?:box|field|fields|button|list|column) (?:to|on) the (?:right|left)(?!\p{L})/iu,
}

function ofText(text: Partial<Record<Language, string | undefined>>, path: JsonPath): StudioProblem[] {
  const { sv = '', en = '' } = text
  if (sv === en && sv.split(/\s+/).length >= MANY_WORDS)
    return [hint('studio.access.sameText', [...path, 'en'])]
  return (['sv', 'en'] as const).flatMap((language) => {
    const words = text[language] ?? ''
    const at = [...path, language]
    return [
      ...(isOther(words, language) ? [hint('studio.access.otherLanguage', at)] : []),
      ...(looks[language].test(words) ? [hint('studio.access.byLooks', at)] : []),
    ]
  })
}

/** What is to be said of the texts in a value, wherever they stand. */
export function textHints(value: Json, path: JsonPath = []): StudioProblem[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => textHints(part, [...path, index]))
  if (!isObject(value)) return []
  if (isTemplateText(value)) return ofText(value, path)
  return Object.entries(value).flatMap(([member, part]) => textHints(part, [...path, member]))
}

/** Names that say nothing of what is asked: whoever goes from field to field hears them alone. */
const vague: ReadonlySet<string> = new Set([
  'ange',
  'fyll i',
  'fält',
  'skriv',
  'skriv här',
  'svar',
  'text',
  'välj',
  'välj alternativ',
  'välj ett alternativ',
  'answer',
  'choose',
  'enter',
  'field',
  'select',
  'write here',
])

function ofLabel(label: Json | undefined, path: JsonPath): StudioProblem[] {
  return (['sv', 'en'] as const).flatMap((language) => {
    const words = said(label, [language])
    const at = [...path, language]
    if (words === '') return []
    const isVague = vague.has(plain(words)) || !/\p{L}/u.test(words)
    const value = words.replaceAll('*', '').trim()
    return [
      ...(isVague ? [hint('studio.access.vagueLabel', at, { params: { label: words } })] : []),
      ...(words.includes('*') && value !== ''
        ? [hint('studio.access.star', at, { instead: { key: 'studio.fix.star', value } })]
        : []),
    ]
  })
}

/** The limits of a number, in words that can stand in its help. */
function boundsOf(field: Json): Json | undefined {
  const [min, max] = [jsonAt(field, ['min']), jsonAt(field, ['max'])]
  const low = typeof min === 'number' ? min : undefined
  const high = typeof max === 'number' ? max : undefined
  if (low !== undefined && high !== undefined)
    return { sv: `Mellan ${low} och ${high}.`, en: `Between ${low} and ${high}.` }
  if (low !== undefined) return { sv: `Minst ${low}.`, en: `At least ${low}.` }
  return high === undefined ? undefined : { sv: `Högst ${high}.`, en: `At most ${high}.` }
}

/** A number with limits that nobody is told of before the error. */
function ofBounds(field: Json): StudioProblem[] {
  const value = jsonAt(field, ['type']) === 'number' ? boundsOf(field) : undefined
  if (value === undefined || jsonAt(field, ['help']) !== undefined) return []
  return [
    hint('studio.access.unsaidBounds', ['help'], {
      severity: 'info',
      instead: { key: 'studio.fix.sayBounds', value },
    }),
  ]
}

/** What is to be said of a field, or a column. */
export function fieldHints(field: Json): StudioProblem[] {
  return [
    ...ofLabel(jsonAt(field, ['label']), ['label']),
    ...calledTwice(listAt(field, ['options']), 'label', 'studio.access.sameOption', ['options']),
    ...calledTwice(listAt(field, ['fields']), 'label', 'studio.access.sameLabel', ['fields']),
    ...listAt(field, ['fields']).flatMap((column, index) =>
      fieldHints(column).map((each) => ({ ...each, path: ['fields', index, ...each.path] })),
    ),
    ...ofBounds(field),
  ]
}

const isHeading = (field: Value) =>
  jsonAt(field, ['type']) === 'info' && jsonAt(field, ['text']) === undefined

/** What is to be said of the fields of a section as they stand together. */
export function sectionHints(fields: readonly Json[]): StudioProblem[] {
  const idle = fields.flatMap((field, index) => {
    const next = fields[index + 1]
    return isHeading(field) && (next === undefined || isHeading(next)) ? [index] : []
  })
  return [
    ...calledTwice(fields, 'label', 'studio.access.sameLabel', ['fields']),
    ...idle.map((index) => hint('studio.access.idleHeading', ['fields', index, 'label'])),
  ]
}

/** What is to be said of the sections as they stand together, under the template's own title. */
export function titleHints(working: Value): StudioProblem[] {
  const sections = listAt(working, ['sections'])
  const title = plain(said(working, ['title', 'sv']))
  const likeTitle = sections.flatMap((section, index) =>
    title !== '' && plain(said(section, ['title', 'sv'])) === title
      ? [hint('studio.access.sameTitle', ['sections', index, 'title', 'sv'])]
      : [],
  )
  return [...calledTwice(sections, 'title', 'studio.access.sameTitle', ['sections']), ...likeTitle]
}
