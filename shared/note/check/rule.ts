import type { DocumentKind } from '../../case/kinds.ts'
import type { Concept } from '../../fields/concepts.ts'
import type { AnswerType } from '../../fields/index.ts'
import type { FieldEntry } from '../../template/template.ts'
import { howRun, type NoteContext } from '../context.ts'
import type { Marker } from '../marker.ts'
import type { ReadNote } from '../read-note.ts'

/**
 * A rule that looks across fields and notes: one file, one registration in shared/rules/index.ts.
 * A `note` rule sees one note among the others of its case, a `field` rule one of its fields at a time, a `case`
 * rule the whole case.
 */
export type Rule = NoteRule | FieldRule | CaseRule

interface RuleBase {
  /** `R1` … `R27`. */
  id: `R${number}`
  /** Where the rule comes from: `001:1009-1015`, `30 kap. 10 § SFB`. */
  sources: readonly string[]
  /**
   * Its errors protect the record, so that the agency cannot turn them off: without them a record would say something of
   * the wrong person or owner, on no ground, or more than may be said. Its warnings and information can be turned off.
   */
  protects?: true
}

export interface NoteRule extends RuleBase {
  scope: 'note'
  /** Kinds of document it concerns. */
  kinds: readonly DocumentKind[]
  /** What it reads in the note: an edit elsewhere does not run it again. */
  reads: { concepts?: readonly Concept[]; types?: readonly AnswerType[] }
  check: (read: ReadNote) => Marker[]
}

export interface FieldRule extends RuleBase {
  scope: 'field'
  kinds: readonly DocumentKind[]
  /** What it looks at in the note beside the field: an edit there runs it again in every field with own words. */
  reads?: readonly Concept[]
  /** Looks at this field's answer, at what `reads` names, and at nothing else. */
  check: (field: NonNullable<FieldEntry['ops']>, read: ReadNote) => Marker[]
}

export interface CaseRule extends RuleBase {
  scope: 'case'
  /** `context.others` holds every note of the case. */
  check: (context: NoteContext) => Marker[]
}

const nothing: readonly Marker[] = []

/** What a rule finds in a context, as far as the agency lets it be run. */
export function findingsOf(
  rule: RuleBase,
  context: NoteContext,
  check: () => readonly Marker[],
): readonly Marker[] {
  const run = howRun(rule, context)
  if (run === 'none') return nothing
  return run === 'all' ? check() : check().filter(({ severity }) => severity === 'error')
}
