import { createAnalyser } from '../note/check/analyse.ts'
import { findingsOf, type Rule } from '../note/check/rule.ts'
import type { NoteContext, NoteWithTemplate } from '../note/context.ts'
import type { Marker } from '../note/marker.ts'
import { r01 } from './r01-fk-utfor-insats.ts'
import { r02Document, r02Words } from './r02-plan-och-planering.ts'
import { r03 } from './r03-behovet-klarlagt.ts'
import { r04 } from './r04-samtycke.ts'
import { r05 } from './r05-inkommen-plan.ts'
import { r06 } from './r06-plan-efter-dag-30.ts'
import { r07 } from './r07-foljbar-plan.ts'
import { r08 } from './r08-undantag.ts'
import { r09 } from './r09-undantag-med-grund.ts'
import { r10Planering, r10Words } from './r10-sociala-faktorer.ts'
import { r11 } from './r11-olika-mal.ts'
import { r12 } from './r12-uppehall-och-krock.ts'
import { r13Defect, r13Words } from './r13-tips.ts'
import { r14 } from './r14-fragor-till-varden.ts'
import { r15 } from './r15-uppgifter-till-arbetsgivaren.ts'
import { r16 } from './r16-avstamningsmote.ts'
import { r17 } from './r17-rehabiliteringsstod.ts'
import { r18 } from './r18-plan-via-den-forsakrade.ts'
import { r19 } from './r19-uppfoljning-och-tystnad.ts'
import { r20 } from './r20-fore-rehabilitering.ts'
import { r21 } from './r21-arbetstraning.ts'
import { r22 } from './r22-verksamhetsomrade.ts'
import { r23 } from './r23-omplacering.ts'
import { r24 } from './r24-ansokan.ts'
import { r25 } from './r25-yrkesgrupp.ts'
import { r26 } from './r26-aldre-ord.ts'
import { r27 } from './r27-samrad.ts'

export type { Analysis } from '../note/check/analyse.ts'

/** Every rule that looks across fields and notes, in number order. A new rule is added here and nowhere else. */
export const rules: readonly Rule[] = [
  r01,
  r02Document,
  r02Words,
  r03,
  r04,
  r05,
  r06,
  r07,
  r08,
  r09,
  r10Planering,
  r10Words,
  r11,
  r12,
  r13Defect,
  r13Words,
  r14,
  r15,
  r16,
  r17,
  r18,
  r19,
  r20,
  r21,
  r22,
  r23,
  r24,
  r25,
  r26,
  r27,
]

/** The sources that a marker's rule rests on, as references; a check of a field rests on its template's own. */
export function sourcesOf(rule: string): readonly string[] {
  return rules.find(({ id }) => id === rule)?.sources ?? []
}

/** Whether a rule's errors protect the record, so that the agency cannot turn them off. */
export const protectsRecord = (rule: string): boolean =>
  rules.some(({ id, protects }) => id === rule && protects)

/**
 * What comes of the rules that the agency has turned off: those that are not run, and those whose errors are found still
 * because they protect the record.
 */
export function turnedOff(rulesOff: readonly string[] = []): {
  off: readonly string[]
  kept: readonly string[]
} {
  return {
    off: rulesOff.filter((rule) => !protectsRecord(rule)),
    kept: rulesOff.filter(protectsRecord),
  }
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
  return rules.flatMap((rule) =>
    rule.scope === 'case' ? findingsOf(rule, context, () => rule.check(context)) : [],
  )
}
