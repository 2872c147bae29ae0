// What expressions of ours claim, to be held against what our own conditions say of the same note.
import { addDays } from '../../../shared/case/dates.ts'
import type { DateBound } from '../../../shared/fields/date.ts'
import { holdsAnswer, opsOf } from '../../../shared/fields/index.ts'
import { type QuestionnaireResponse, responseOf } from '../../../shared/interchange/fhir/note-as-response.ts'
import type { Extension, Item } from '../../../shared/interchange/fhir/questionnaire.ts'
import { plainQuestionnaire } from '../../../shared/interchange/fhir/to-questionnaire.ts'
import {
  ENABLE_WHEN_EXPRESSION,
  MAX_VALUE,
  MIN_VALUE,
  TARGET_CONSTRAINT,
} from '../../../shared/interchange/fhir/urls.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { conditionsOf } from '../../../shared/note/conditions.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import type { Template } from '../../../shared/template/template.ts'
import { context, draft } from '../check/sample.ts'

export interface Claim {
  about: string
  expression: string
  expected: boolean | string
}

const expressionIn = (extensions: readonly Extension[] | undefined, url: string) =>
  extensions?.find((extension) => extension.url === url)?.valueExpression?.expression

const itemsIn = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...itemsIn(item.item ?? [])])

function dayOf(bound: DateBound | undefined): string {
  if (bound === undefined || 'date' in bound) return ''
  const first = bound.relativeTo === 'today' ? context.today : context.case.firstSickDay
  return addDays(first, bound.days)
}

/** A note with these answers as a response, and what each expression of its form gives by our own reading of the note. */
export function claimsOf(
  template: Template,
  answers: Answers,
): { response: QuestionnaireResponse; claims: Claim[] } {
  const form = plainQuestionnaire(template)
  const items = new Map(itemsIn(form.item).map((item) => [item.linkId, item]))
  const { holds, obligatory, visible } = conditionsOf(template, answers, context)
  const constraints = (form.extension ?? []).filter(({ url }) => url === TARGET_CONSTRAINT)
  const claims = template.sections.flatMap(({ fields }) =>
    fields.flatMap((field): Claim[] => {
      const shown = expressionIn(items.get(field.id)?.extension, ENABLE_WHEN_EXPRESSION)
      const ofShown =
        shown === undefined || field.visibleWhen === undefined
          ? []
          : [{ about: `${field.id} shown`, expression: shown, expected: holds(field.visibleWhen) }]
      if (!holdsAnswer(field)) return ofShown
      const own = constraints.find((each) => each.extension?.some(({ valueId }) => valueId === field.id))
      const demand = expressionIn(own?.extension, 'expression')
      const isAnswered = visible(field.id) && opsOf(field).isAnswered(answers[field.id])
      const ofDemand =
        demand === undefined
          ? []
          : [
              {
                about: `${field.id} demanded`,
                expression: demand,
                expected: !obligatory(field.id) || isAnswered,
              },
            ]
      const bounds = field.type === 'date' ? ([MIN_VALUE, MAX_VALUE] as const) : []
      const ofBounds = bounds.flatMap((url): Claim[] => {
        const bound = items.get(field.id)?.extension?.find((extension) => extension.url === url)
        const expression = bound?._valueDate?.extension?.[0]?.valueExpression?.expression
        if (expression === undefined || field.type !== 'date') return []
        const expected = dayOf(url === MIN_VALUE ? field.min : field.max)
        return [{ about: `${field.id} ${url}`, expression, expected }]
      })
      return [...ofShown, ...ofDemand, ...ofBounds]
    }),
  )
  return { response: responseOf(readNote(draft(template, answers), context)).value, claims }
}
