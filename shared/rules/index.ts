import { type Checker, createChecker } from '../note/check/checker.ts'
import type { CheckContext, NoteWithTemplate, Rule } from '../note/check/rule.ts'
import type { Marker } from '../note/marker.ts'
import type { Template } from '../template/template.ts'
import { r01 } from './r01-fk-utfor-insats.ts'
import { r02 } from './r02-plan-och-planering.ts'
import { r03 } from './r03-behovet-klarlagt.ts'
import { r04 } from './r04-samtycke.ts'
import { r05 } from './r05-inkommen-plan.ts'
import { r06 } from './r06-plan-efter-dag-30.ts'
import { r07 } from './r07-foljbar-plan.ts'
import { r27 } from './r27-samrad.ts'

export type { Checker, CheckState } from '../note/check/checker.ts'
export type { CheckContext, NoteWithTemplate } from '../note/check/rule.ts'

/** Every cross-document rule (domain.md §10.2), in number order. A new rule is added here and nowhere else. */
export const rules: readonly Rule[] = [r01, r02, r03, r04, r05, r06, r07, r27]

const checkers = new WeakMap<Template, Checker>()

/** The checker for notes of a template, with all rules; made once for each template object. */
export function checkerFor(template: Template): Checker {
  const known = checkers.get(template)
  if (known) return known
  const checker = createChecker(rules, template)
  checkers.set(template, checker)
  return checker
}

/** Checks one note among the others of its case: its fields, and every rule for its kind. In document order. */
export function checkNote(subject: NoteWithTemplate, context: CheckContext): Marker[] {
  return [...checkerFor(subject.template).full(subject, context).markers]
}

/** Checks what concerns the case as a whole. `context.others` holds every note of the case. */
export function checkCase(context: CheckContext): Marker[] {
  return rules.flatMap((rule) => (rule.scope === 'case' ? rule.check(context) : []))
}
