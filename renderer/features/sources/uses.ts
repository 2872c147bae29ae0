import type { FieldId } from '../../../shared/fields/base.ts'
import type { Rule } from '../../../shared/note/check/rule.ts'
import { citations, type Passage } from '../../../shared/sources/cite.ts'
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
export interface UsedPassage {
  readonly passage: Passage
  readonly uses: readonly Use[]
}
export interface UsedDocument {
  readonly document: SourceDocument
  readonly passages: readonly UsedPassage[]
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
      if (field.type === 'info' || field.demand.basis === 'eget-val') continue
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
  const found = new Map<string, Map<string, { passage: Passage; uses: Use[] }>>()
  for (const { reference, use } of references(templates, rules)) {
    for (const citation of citations(reference)) {
      if (citation.kind === 'words') continue
      const passages = found.get(citation.document.id) ?? new Map<string, { passage: Passage; uses: Use[] }>()
      found.set(citation.document.id, passages)
      for (const passage of citation.passages) {
        const known = passages.get(passage.lines) ?? { passage, uses: [] }
        known.uses.push(use)
        passages.set(passage.lines, known)
      }
    }
  }
  return sourceDocuments.map((document) => ({
    document,
    passages: [...(found.get(document.id)?.values() ?? [])].toSorted(
      (one, other) => Number.parseInt(one.passage.lines, 10) - Number.parseInt(other.passage.lines, 10),
    ),
  }))
}
