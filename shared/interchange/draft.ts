import { type Json, type JsonObject, toJson } from '../fields/json.ts'
import { type Localized, localized } from '../text/index.ts'
import { type AskedField, ourCondition } from './asked.ts'
import { type FlatSection, flatten } from './flatten.ts'
import type { Bilingual, Outline, OutlineItem, OutlineOption } from './outline.ts'
import type { Converted, ReportEntry } from './report.ts'
import { slugs } from './slug.ts'

/** What a template must say and no form does. */
export const notInForms = ['kind', 'owner', 'legalBasis', 'demand']

/** What a template is called that nobody has given a name, and a text that says nothing. */
const NAMELESS = '–'

/** An item with the ids that it and its options have here. */
interface Named {
  item: OutlineItem
  id: string
  options: { option: OutlineOption; value: string }[]
  columns: Named[]
}
interface NamedSection {
  section: FlatSection
  id: string
  fields: Named[]
}

function named(items: readonly OutlineItem[]): Named[] {
  const idOf = slugs('f')
  return items.map((item) => {
    const valueFor = slugs('v')
    return {
      item,
      id: idOf(item.id),
      options: (item.options ?? []).map((option) => ({ option, value: valueFor(option.code) })),
      columns: item.kind === 'group' ? named(item.items) : [],
    }
  })
}

/** Ids are one row through all sections, since conditions name them without their section. */
function namedSections(sections: readonly FlatSection[]): NamedSection[] {
  const idOf = slugs('avsnitt')
  const all = named(sections.flatMap(({ fields }) => fields))
  let from = 0
  return sections.map((section) => {
    const fields = all.slice(from, from + section.fields.length)
    from += section.fields.length
    return { section, id: idOf(section.part?.id ?? 'uppgifter'), fields }
  })
}

/** What conditions can ask about, by the source's names; the first where a name stands twice. */
function targets(fields: readonly Named[]): Map<string, AskedField> {
  const found = new Map<string, AskedField>()
  for (const { item, id, options } of fields) {
    if (item.kind === 'info' || item.kind === 'part') continue
    const codes = new Map(options.map(({ option, value }) => [option.code, value]))
    for (const name of [item.name, ...(item.aliases ?? [])])
      if (!found.has(name)) found.set(name, { id, kind: item.kind, codes })
  }
  return found
}

/** An object with the source's own members in the place of ours; one that the source says is not there is taken out. */
function withOwn(members: JsonObject, own: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...members, ...own }).filter(([, value]) => value !== null))
}

/**
 * An outline as a template in the making: JSON that may not hold together yet. What a template asks and the outline does
 * not say is our own choice (`eget-val`), and said to be.
 */
export function rawTemplate(outline: Outline): Converted<JsonObject> {
  const { sections, report } = flatten(outline)
  let untranslated = 0
  let undemanded = 0

  const both = ({ sv, en }: Bilingual, otherwise = NAMELESS): Localized => {
    const [swedish, english] = [sv || undefined, en || undefined]
    if (swedish === undefined || english === undefined) untranslated++
    return { sv: swedish ?? english ?? otherwise, en: english ?? swedish ?? otherwise }
  }
  const help = (words: Bilingual | undefined) => (words?.sv || words?.en ? { help: both(words) } : {})
  const visible = (item: OutlineItem, scope: readonly ReadonlyMap<string, AskedField>[]) => {
    // A condition of ours is kept as it is, and need not be understood twice.
    if (item.when === undefined || 'visibleWhen' in item.own) return {}
    const found = ourCondition(item.when, (name) => scope.find((map) => map.has(name))?.get(name))
    if (found !== undefined) return { visibleWhen: toJson(found) }
    report.push({ key: 'interchange.in.condition', path: item.name })
    return {}
  }

  const optionJson = ({ option, value }: Named['options'][number], anyInclusive: boolean): Json =>
    withOwn(
      {
        value,
        label: both(option.label, option.code),
        ...(option.exclusive && anyInclusive ? { exclusive: true } : {}),
        ...(option.other ? { other: true } : {}),
      },
      option.own,
    )

  const fieldJson = (
    { item, id, options, columns }: Named,
    scope: readonly ReadonlyMap<string, AskedField>[],
  ): JsonObject => {
    if (item.kind === 'info') {
      const text = item.text?.sv || item.text?.en ? { text: both(item.text) } : {}
      const info = { id, type: 'info', label: both(item.label), ...text, ...visible(item, scope) }
      return withOwn(info, item.own)
    }
    if (!('demand' in item.own)) undemanded++
    const inclusive = item.kind === 'choices' && options.some(({ option }) => !option.exclusive)
    const inRow = [targets(columns), ...scope]
    return withOwn(
      {
        id,
        type: item.kind,
        label: both(item.label, item.name || NAMELESS),
        ...help(item.help),
        obligation: item.required === true ? 'obligatorisk' : 'frivillig',
        ...visible(item, scope),
        demand: { basis: 'eget-val' },
        ...item.members,
        ...(options.length > 0 ? { options: options.map((option) => optionJson(option, inclusive)) } : {}),
        ...(columns.length > 0
          ? { item: localized('interchange.row'), fields: columns.map((column) => fieldJson(column, inRow)) }
          : {}),
      },
      item.own,
    )
  }

  const all = namedSections(sections)
  const scope = [targets(all.flatMap(({ fields }) => fields))]
  const sectionJson = ({ section: { part, label }, id, fields }: NamedSection): JsonObject =>
    withOwn(
      {
        id,
        title: both(label),
        ...help(part?.help),
        ...(part === undefined ? {} : visible(part, scope)),
        fields: fields.map((field) => fieldJson(field, scope)),
      },
      part?.own ?? {},
    )

  const title = both(outline.title)
  const value = withOwn(
    {
      format: 'klarlagt/mall',
      id: slugs('mall')(outline.id || title.sv),
      version: outline.version,
      kind: 'aktivitet',
      owner: 'forsakringskassan',
      title,
      summary: both(outline.summary, title.sv),
      whenToUse: both(outline.whenToUse, title.sv),
      legalBasis: [{ provision: localized('interchange.noProvision').sv, source: 'eget-val' }],
      sections: all.map(sectionJson),
    },
    outline.own,
  )
  return { value, report: [...report, ...missing({ untranslated, undemanded }, outline.own)] }
}

/** What the source does not say of the whole, and that whoever owns the template has to. */
function missing(
  { untranslated, undemanded }: { untranslated: number; undemanded: number },
  own: JsonObject,
): ReportEntry[] {
  const asked = [
    ['kind', 'interchange.in.kind'],
    ['legalBasis', 'interchange.in.legalBasis'],
  ] as const
  return [
    ...asked.flatMap(([member, key]) => (member in own ? [] : [{ key, path: '' }])),
    ...(undemanded > 0
      ? [{ key: 'interchange.in.demand' as const, params: { count: undemanded }, path: '' }]
      : []),
    ...(untranslated > 0
      ? [{ key: 'interchange.in.untranslated' as const, params: { count: untranslated }, path: '' }]
      : []),
  ]
}
