import type { Condition } from '../../fields/condition.ts'
import { type Field, holdsAnswer } from '../../fields/index.ts'
import type { Section } from '../../template/template.ts'
import { localized } from '../../text/index.ts'
import type { Lookup } from './enable-when.ts'
import { answeredExpression, expressionOf, fhirPath, knownExpression } from './fhirpath.ts'
import type { Extension } from './questionnaire.ts'
import { translated } from './texts.ts'
import { TARGET_CONSTRAINT } from './urls.ts'

/**
 * That a field is to be answered while a condition holds, as SDC has it: a constraint on the whole response, since an item
 * that is not answered is not there to be held against one. Undefined where there is no such condition, or where it or what
 * the field is shown by is nothing that an expression says.
 */
export function demandOf(field: Field, section: Section, lookup: Lookup): Extension | undefined {
  if (!holdsAnswer(field) || field.obligation === 'obligatorisk' || field.obligatoryWhen === undefined)
    return undefined
  const asks = lookup(field.id)
  const given = [section.visibleWhen, field.visibleWhen, field.obligatoryWhen].filter(
    (condition): condition is Condition => condition !== undefined,
  )
  const written = given.flatMap((condition) => expressionOf(condition, lookup) ?? [])
  if (asks === undefined || written.length < given.length) return undefined
  // Where nobody has filled in the facts of the case, nothing is demanded by them.
  const known = given.flatMap((condition) => knownExpression(condition) ?? [])
  const when = [...new Set([...known, ...written])].map((part) => `(${part})`).join(' and ')
  const human = localized('interchange.out.demand', { label: field.label })
  return {
    url: TARGET_CONSTRAINT,
    extension: [
      { url: 'key', valueId: field.id },
      { url: 'severity', valueCode: 'error' },
      { url: 'expression', valueExpression: fhirPath(`(${when}) implies ${answeredExpression(asks)}`) },
      { url: 'human', valueString: human.sv, _valueString: translated(human) },
    ],
  }
}
