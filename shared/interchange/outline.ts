import type { AnswerType } from '../fields/index.ts'
import type { JsonObject } from '../fields/json.ts'

/**
 * A form as any format has it, before it is a template: questions in groups, in the source's own names. Each format is
 * read into an outline, and what a template asks beside that is decided in one place for all of them.
 */
export interface Outline {
  id: string
  version: number
  title: Bilingual
  summary: Bilingual
  whenToUse: Bilingual
  items: OutlineItem[]
  /** Members of the template that the source carries as we write them. */
  own: JsonObject
}

/** A text in the languages that the source has it in. */
export interface Bilingual {
  sv?: string | undefined
  en?: string | undefined
}

export interface OutlineItem {
  /** What conditions of the source call it. */
  name: string
  /** Other names that conditions have for its answer. */
  aliases?: readonly string[]
  /** What it would best be called here; made to an id that holds. */
  id: string
  /** A type of field; a help text; or a group that does not repeat. */
  kind: AnswerType | 'info' | 'part'
  label: Bilingual
  help?: Bilingual | undefined
  /** The words below a heading. */
  text?: Bilingual | undefined
  required?: boolean
  when?: SourceCondition | undefined
  /** What its type has beside what all have: length, bounds, unit. */
  members?: JsonObject
  options?: readonly OutlineOption[]
  /** What stands in a group; after a question, what follows on it. */
  items: readonly OutlineItem[]
  own: JsonObject
}

export interface OutlineOption {
  code: string
  label: Bilingual
  exclusive?: boolean
  /** Asks for own words beside it. */
  other?: boolean
  own: JsonObject
}

/** A condition in the source's names and values. */
export type SourceCondition =
  | { item: string; op: AskedOperator; value: string | number | boolean }
  | { item: string; op: 'answered' | 'unanswered' }
  | { all: SourceCondition[] }
  | { any: SourceCondition[] }
  | { not: SourceCondition }
export type AskedOperator = 'is' | 'is-not' | 'less' | 'greater' | 'at-least' | 'at-most'

/** What a sign between a question and a value asks: FHIR and XLSForm write the same. */
export const operatorOf: Readonly<Partial<Record<string, AskedOperator>>> = {
  '=': 'is',
  '!=': 'is-not',
  '<': 'less',
  '>': 'greater',
  '<=': 'at-most',
  '>=': 'at-least',
}

/** Both conditions, where there are two. */
export function both(
  one: SourceCondition | undefined,
  other: SourceCondition | undefined,
): SourceCondition | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return { all: [...parts(one), ...parts(other)] }
}

const parts = (asked: SourceCondition): SourceCondition[] => ('all' in asked ? asked.all : [asked])

/**
 * What a form may come to before it is no form but something made to fill the memory. Own choice: four times the largest
 * template that we have measured, with options and conditions in proportion.
 */
export const MOST_ITEMS = 2000
export const MOST_OPTIONS = 20_000
/** Comparisons in the condition of one item, those of the groups it stands in among them. */
export const MOST_COMPARISONS = 40

/** How many items there are, those that stand in others counted too. */
export function itemCount(items: readonly OutlineItem[]): number {
  return items.reduce((sum, item) => sum + 1 + itemCount(item.items), 0)
}

/** How many comparisons a condition makes. */
export function comparisons(condition: SourceCondition): number {
  const sum = (inner: readonly SourceCondition[]) => inner.reduce((all, part) => all + comparisons(part), 0)
  if ('all' in condition) return sum(condition.all)
  if ('any' in condition) return sum(condition.any)
  return 'not' in condition ? comparisons(condition.not) : 1
}
