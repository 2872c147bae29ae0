import { createAnalyser } from '../note/check/analyse.ts'
import type { Rule } from '../note/check/rule.ts'
import { isRun, type NoteContext, type NoteWithTemplate } from '../note/context.ts'
import type { Marker } from '../note/marker.ts'
import { r01 } from './r01-fk-utfor-insats.ts'
import { r02Document, r02Words } from './r02-plan-och-planering.ts'
import { r03 } from './r03-behovet-klarlagt.ts'
import { r04 } from './r04-samtycke.ts'
import { r05 } from './r05-inkommen-plan.ts'
import { r06 } from './r06-plan-efter-dag-30.ts'
import { r07 } from './r07-foljbar-plan.ts'
import { r27 } from './r27-samrad.ts'

export type { Analysis } from '../note/check/analyse.ts'

/** Every rule that looks across fields and notes, in number order. A new rule is added here and nowhere else. */
export const rules: readonly Rule[] = [r01, r02Document, r02Words, r03, r04, r05, r06, r07, r27]

/** The sources that a marker's rule rests on, as references; a check of a field rests on its template's own. */
export function sourcesOf(rule: string): readonly string[] {
  return rules.find(({ id }) => id === rule)?.sources ?? []
}

/**
 * Reads and checks one note among the others of its case, its fields and every rule for its kind; `update` does the
 * same for the next state of its answers, with only what an edit can have changed worked out anew.
 */
export const { analyse, update } = createAnalyser(rules)

/** The problems of one note among the others of its case. */
export function checkNote(subject: NoteWithTemplate, context: NoteContext): readonly Marker[] {
  return analyse(subject, context).markers
}

/** Checks what concerns the case as a whole. `context.others` holds every note of the case. */
export function checkCase(context: NoteContext): Marker[] {
  return rules.flatMap((rule) => (rule.scope === 'case' && isRun(rule, context) ? rule.check(context) : []))
}
