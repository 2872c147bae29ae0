import { simpleTypes } from '../fields/simple.ts'
import {
  type Bilingual,
  both,
  comparisons,
  MOST_COMPARISONS,
  type Outline,
  type OutlineItem,
  type SourceCondition,
} from './outline.ts'
import type { ReportEntry } from './report.ts'

/** A section of a template in the making. Where nothing of the source is one, it has no part. */
export interface FlatSection {
  part: OutlineItem | undefined
  label: Bilingual
  fields: OutlineItem[]
}

interface Flat {
  sections: FlatSection[]
  report: ReportEntry[]
}

/** A heading in the place of a group, or of what can be no more than words. */
function heading(item: OutlineItem, when: SourceCondition | undefined): OutlineItem {
  const { name, id, label, help, text } = item
  return { name: '', id: id || name, kind: 'info', label, text: text ?? help, when, items: [], own: {} }
}

/** What can stand in a row: simple fields. */
function columns(item: OutlineItem, report: ReportEntry[]): OutlineItem[] {
  return item.items
    .flatMap((inner) => flattened(inner, undefined, report))
    .flatMap((column) => {
      if (column.kind === 'info') {
        report.push({ key: 'interchange.in.wordsInRows', path: column.id })
        return []
      }
      if (column.kind === 'group') {
        report.push({ key: 'interchange.in.rowsInRows', path: column.name })
        return column.items.map((cell) => ({ ...cell, when: both(column.when, cell.when) }))
      }
      if (column.kind in simpleTypes) return [column]
      report.push({ key: 'interchange.in.notInRows', path: column.name })
      return [{ ...column, kind: 'text' as const, own: {} }]
    })
}

/** An item as fields one after another: groups that do not repeat become headings, and what follows on a question follows it. */
function flattened(
  item: OutlineItem,
  outer: SourceCondition | undefined,
  report: ReportEntry[],
): OutlineItem[] {
  const whole = both(outer, item.when)
  const isTooMuch = whole !== undefined && comparisons(whole) > MOST_COMPARISONS
  if (isTooMuch) report.push({ key: 'interchange.in.condition', path: item.name })
  const when = isTooMuch ? outer : whole
  if (item.kind === 'part') {
    const inner = item.items.flatMap((each) => flattened(each, when, report))
    return [heading(item, when), ...inner]
  }
  if (item.kind !== 'group')
    return [{ ...item, when, items: [] }, ...item.items.flatMap((each) => flattened(each, outer, report))]
  const items = columns(item, report)
  if (items.length > 0) return [{ ...item, when, items }]
  report.push({ key: 'interchange.in.emptyGroup', path: item.name })
  return [heading(item, when)]
}

/** An outline as a template has it: sections of fields, and groups of simple fields in them. */
export function flatten({ items, title }: Outline): Flat {
  const report: ReportEntry[] = []
  const sections: FlatSection[] = []
  let loose: FlatSection | undefined
  for (const item of items) {
    if (item.kind === 'part') {
      loose = undefined
      const fields = item.items.flatMap((each) => flattened(each, undefined, report))
      if (fields.length === 0) report.push({ key: 'interchange.in.emptyGroup', path: item.name })
      else sections.push({ part: item, label: item.label, fields })
      continue
    }
    if (loose === undefined) {
      loose = { part: undefined, label: title, fields: [] }
      sections.push(loose)
    }
    loose.fields.push(...flattened(item, undefined, report))
  }
  return { sections, report }
}
