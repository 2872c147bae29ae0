import type { Case } from '../../case/case.ts'
import type { IsoDate } from '../../case/dates.ts'
import type { Concept } from '../../template/concepts.ts'
import type { FieldType } from '../../template/field.ts'
import type { DocumentKind } from '../../template/kinds.ts'
import type { Template } from '../../template/template.ts'
import type { Marker, Severity } from '../marker.ts'
import type { Note } from '../note.ts'

/** A note with the template its answers belong to. */
export interface NoteWithTemplate {
  note: Note
  template: Template
}

/** All that a check may look at. Data in, markers out: no clock, no store. */
export interface CheckContext {
  case: Case
  today: IsoDate
  /** The other notes of the case; the checked note itself is not among them. */
  others: readonly NoteWithTemplate[]
}

/**
 * A cross-document rule (domain.md §10.2): one file, one registration in shared/rules/index.ts.
 * A `note` rule sees one note among the others of its case; a `case` rule sees the whole case.
 */
export type Rule = NoteRule | CaseRule

interface RuleBase {
  /** `R1` … `R27`. */
  id: `R${number}`
  severity: Severity
  /** Where the rule comes from: `001:1009-1015`, `30 kap. 10 § SFB`. */
  sources: readonly string[]
}

export interface NoteRule extends RuleBase {
  scope: 'note'
  /** Kinds of document it concerns. */
  kinds: readonly DocumentKind[]
  /** What it reads in the note: an edit elsewhere does not run it again. */
  reads: { concepts?: readonly Concept[]; types?: readonly FieldType[] }
  check(subject: NoteWithTemplate, context: CheckContext): Marker[]
}

export interface CaseRule extends RuleBase {
  scope: 'case'
  /** `context.others` holds every note of the case. */
  check(context: CheckContext): Marker[]
}
