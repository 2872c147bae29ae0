import type { FieldId } from '../../../shared/fields/base.ts'
import { holdsAnswer } from '../../../shared/fields/index.ts'
import type { Rule } from '../../../shared/note/check/rule.ts'
import { type CitedPassage, citations } from '../../../shared/sources/cite.ts'
import { type SourceDocument, sourceDocuments } from '../../../shared/sources/documents.ts'
import type { Template } from '../../../shared/template/template.ts'
import type { Localized } from '../../../shared/text/index.ts'

/** Something that leans on a source: a field, a template's legal basis, or a rule. */
export type Use =
  | {
      readonly kind: 'field'
      readonly template: Template
      readonly field: FieldId
      readonly label: Localized
    }
  | { readonly kind: 'legalBasis'; readonly template: Template; readonly provision: string }
  | { readonly kind: 'rule'; readonly id: Rule['id'] }

/** A place in a document and what leans on it. */
export interface UsedPlace {
  /** The passages there, as references name them: they read alike. */
  readonly passages: readonly [CitedPassage, ...CitedPassage[]]
  readonly uses: readonly Use[]
}
export interface UsedDocument {
  readonly document: SourceDocument
  readonly places: readonly UsedPlace[]
}

/** Each rule once, with all its sources: a rule of several parts has one id. */
export function rulesWithSources(rules: readonly Rule[]): readonly { id: Rule['id']; sources: string }[] {
  const byId = Map.groupBy(rules, ({ id }) => id)
  return [...byId].map(([id, parts]) => ({
    id,
    sources: [...new Set(parts.flatMap(({ sources }) => sources))].join('; '),
  }))
}

function* references(
  templates: readonly Template[],
  rules: readonly Rule[],
): Generator<{ reference: string; use: Use }> {
  for (const template of templates) {
    for (const { provision, source } of template.legalBasis)
      yield { reference: source, use: { kind: 'legalBasis', template, provision } }
    for (const field of template.sections.flatMap(({ fields }) => fields)) {
      if (!holdsAnswer(field) || field.demand.basis === 'eget-val') continue
      yield {
        reference: field.demand.source,
        use: { kind: 'field', template, field: field.id, label: field.label },
      }
    }
  }
  for (const { id, sources } of rulesWithSources(rules))
    yield { reference: sources, use: { kind: 'rule', id } }
}

/** Every source, and for each place in it that templates or rules lean on, which they are, in the document's order. */
export function usesOfSources(
  templates: readonly Template[],
  rules: readonly Rule[],
): readonly UsedDocument[] {
  const cited = [...references(templates, rules)].flatMap(({ reference, use }) =>
    citations(reference).flatMap((citation) =>
      citation.kind === 'words'
        ? []
        : citation.passages.map((passage) => ({ document: citation.document, passage, use })),
    ),
  )
  return sourceDocuments.map((document) => {
    const here = cited
      .filter((each) => each.document === document)
      .toSorted((one, other) => firstLine(one.passage) - firstLine(other.passage))
    const places = Map.groupBy(here, ({ passage: { place, heading, leaves } }) =>
      [place, heading, leaves?.join('–')].join('|'),
    )
    return { document, places: [...places.values()].flatMap(placeOf) }
  })
}

const firstLine = ({ lines }: CitedPassage) => Number.parseInt(lines, 10)

function placeOf(cited: readonly { passage: CitedPassage; use: Use }[]): UsedPlace[] {
  const byLines = new Map(cited.map(({ passage }) => [passage.lines, passage]))
  const [first, ...others] = byLines.values()
  if (first === undefined) return []
  const uses = new Map(cited.map(({ use }) => [keyOfUse(use), use]))
  return [{ passages: [first, ...others], uses: [...uses.values()] }]
}

/** What tells one use from another. */
export function keyOfUse(use: Use): string {
  if (use.kind === 'rule') return use.id
  return `${use.template.id} ${use.kind === 'field' ? use.field : use.provision}`
}
