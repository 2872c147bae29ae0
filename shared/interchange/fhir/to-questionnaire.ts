import type { Condition } from '../../fields/condition.ts'
import { type AnswerField, type Field, holdsAnswer, opsOf } from '../../fields/index.ts'
import type { Section, Template } from '../../template/template.ts'
import { type Localized, localized } from '../../text/index.ts'
import { demandOf } from './demand.ts'
import { type Asks, enableWhenOf, type Lookup } from './enable-when.ts'
import { FACTS, factParts } from './facts.ts'
import { expressionOf, fhirPath, knownExpression } from './fhirpath.ts'
import { boundExtensions, fhirKind } from './kinds.ts'
import { helpLink, partLink, sectionLink, textLink, wordsLink } from './link-ids.ts'
import { ownExtensions } from './own.ts'
import { type AnswerPart, answerParts, hasRows } from './parts.ts'
import type { AnswerOption, Extension, Item, Questionnaire } from './questionnaire.ts'
import { translated } from './texts.ts'
import {
  codeSystem,
  ENABLE_WHEN_EXPRESSION,
  HIDDEN,
  ITEM_CONTROL,
  ITEM_CONTROL_CODES,
  OPTION_EXCLUSIVE,
  questionnaireUrl,
  UNIT,
} from './urls.ts'

/** Where a field is written: whose codes its options are, what its conditions can name, and whether it stands in a row. */
interface Place {
  systemOf: (linkId: string) => string
  lookup: Lookup
  inRow: boolean
}

const labelled = (label: Localized) => ({ text: label.sv, _text: translated(label) })

const display = (linkId: string, text: Localized, extension?: Extension[]): Item => ({
  linkId,
  ...labelled(text),
  type: 'display',
  ...(extension === undefined ? {} : { extension }),
})

function helpOf(linkId: string, help: Localized | undefined): Item[] {
  if (help === undefined) return []
  const valueCodeableConcept = { coding: [{ system: ITEM_CONTROL_CODES, code: 'help' }] }
  return [display(helpLink(linkId), help, [{ url: ITEM_CONTROL, valueCodeableConcept }])]
}

/** When an item is shown: by FHIR's own conditions, or by an expression of SDC's; neither where no expression says it. */
function shown(
  condition: Condition | undefined,
  { lookup, inRow }: Place,
): Partial<Item> & { extension?: Extension[] } {
  if (condition === undefined) return {}
  const native = enableWhenOf(condition, lookup)
  if (native !== undefined) return native
  // An expression looks for answers in the whole form, and would find those of other rows.
  const expression = inRow ? undefined : expressionOf(condition, lookup)
  if (expression === undefined) return {}
  // Where nobody has filled in the facts, it is shown rather than kept from whoever has to write.
  const known = knownExpression(condition)
  const whole = known === undefined ? expression : `(${known}).not() or (${expression})`
  return { extension: [{ url: ENABLE_WHEN_EXPRESSION, valueExpression: fhirPath(whole) }] }
}

/** The questions that hold facts of the case: nobody is asked them, and whoever sends the form fills them in. */
function factItems(template: Template, systemOf: Place['systemOf']): Item[] {
  const parts = factParts(template)
  if (parts.length === 0) return []
  const item = parts.map((part) => partItem(FACTS, part, systemOf))
  const hidden: Extension = { url: HIDDEN, valueBoolean: true }
  return [
    { extension: [hidden], linkId: FACTS, ...labelled(localized('interchange.facts')), type: 'group', item },
  ]
}

const option = (system: string, code: string, label: Localized, extension?: Extension[]): AnswerOption => ({
  ...(extension === undefined ? {} : { extension }),
  valueCoding: { system, code, display: label.sv, _display: translated(label) },
})

function partItem(
  linkId: string,
  { path, label, type, options }: AnswerPart,
  systemOf: Place['systemOf'],
): Item {
  const own = partLink(linkId, path)
  const answerOption = options?.map(({ code, label: name }) => option(systemOf(own), code, name))
  return { linkId: own, ...labelled(label), type, ...(answerOption === undefined ? {} : { answerOption }) }
}

/** Both days of a period are held within its bounds. */
function boundedPart(field: AnswerField, item: Item): Item {
  const extension = field.type === 'period' && item.type === 'date' ? boundExtensions(field) : []
  return extension.length > 0 ? { extension, ...item } : item
}

/** What the type of a field is in FHIR. */
function shape(field: AnswerField, linkId: string, place: Place): Pick<Item, 'type'> & Partial<Item> {
  switch (field.type) {
    case 'text': {
      const { multiline, maxLength } = field
      return {
        type: multiline === true ? 'text' : 'string',
        ...(maxLength === undefined ? {} : { maxLength }),
      }
    }
    case 'rich-text':
      return { type: 'text' }
    case 'note-reference':
      return { type: 'reference' }
    case 'number': {
      const { unit } = field
      const named: Extension[] =
        unit === undefined
          ? []
          : [{ url: UNIT, valueCoding: { display: unit.sv, _display: translated(unit) } }]
      return { type: 'decimal', extension: [...boundExtensions(field), ...named] }
    }
    case 'date':
      return { type: 'date', extension: boundExtensions(field) }
    case 'yes-no':
      return { type: 'boolean' }
    case 'choice':
    case 'choices': {
      const answerOption = field.options.map(({ value, label, exclusive }) =>
        option(
          place.systemOf(linkId),
          value,
          label,
          exclusive === true ? [{ url: OPTION_EXCLUSIVE, valueBoolean: true }] : undefined,
        ),
      )
      return { type: 'coding', ...(field.type === 'choices' ? { repeats: true } : {}), answerOption }
    }
    case 'group': {
      const columns = new Map(field.fields.map((column) => [column.id.toString(), column]))
      const lookup: Lookup = (id) => {
        const column = columns.get(id)
        if (column === undefined) return place.lookup(id)
        return { field: column, linkId: partLink(linkId, [id]), systemOf: place.systemOf }
      }
      const item = field.fields.flatMap((column) =>
        questionItems(column, partLink(linkId, [column.id]), { ...place, lookup, inRow: true }),
      )
      return { type: 'group', repeats: true, item }
    }
    case 'period':
    case 'actor':
    case 'person':
    case 'consents':
    case 'insatser':
    case 'aktiviteter': {
      const item = answerParts(field).map((part) =>
        boundedPart(field, partItem(linkId, part, place.systemOf)),
      )
      return { type: 'group', ...(hasRows(field) ? { repeats: true } : {}), item }
    }
  }
}

/** Own words beside a choice: a question of its own, asked where an option that wants them is chosen. */
function ownWords(field: AnswerField, linkId: string, { systemOf }: Place): Item[] {
  const asking = opsOf(field).options.filter(({ other }) => other === true)
  if (asking.length === 0) return []
  const enableWhen = asking.map(({ value }) => ({
    question: linkId,
    operator: '=' as const,
    answerCoding: { system: systemOf(linkId), code: value },
  }))
  return [
    {
      linkId: wordsLink(linkId),
      ...labelled(localized('interchange.ownWords')),
      type: 'string',
      enableWhen,
      ...(enableWhen.length > 1 ? { enableBehavior: 'any' as const } : {}),
    },
  ]
}

/** A field that holds an answer as an item, and what is asked with it. */
function questionItems(field: AnswerField, linkId: string, place: Place): Item[] {
  const { extension: when = [], ...condition } = shown(field.visibleWhen, place)
  const { extension: own = [], item = [], ...typed } = shape(field, linkId, place)
  const bare: Item = { linkId, ...labelled(field.label), ...typed, item }
  const natural = fhirKind(bare, false)
  const extension = [...(natural === field.type ? [] : ownExtensions({ type: field.type })), ...own, ...when]
  const inner = [...helpOf(linkId, field.help), ...item]
  return [
    {
      ...(extension.length > 0 ? { extension } : {}),
      linkId,
      ...labelled(field.label),
      ...typed,
      ...condition,
      ...(field.obligation === 'obligatorisk' ? { required: true } : {}),
      ...(inner.length > 0 ? { item: inner } : {}),
    },
    ...ownWords(field, linkId, place),
  ]
}

function fieldItems(field: Field, place: Place): Item[] {
  if (holdsAnswer(field)) return questionItems(field, field.id, place)
  const { id, label, text, visibleWhen } = field
  const condition = shown(visibleWhen, place)
  if (text === undefined) return [{ ...display(id, label), ...condition }]
  return [
    { linkId: id, ...labelled(label), type: 'group', ...condition, item: [display(textLink(id), text)] },
  ]
}

function sectionItem({ id, title, help, visibleWhen, fields }: Section, place: Place): Item {
  const linkId = sectionLink(id)
  const item = [...helpOf(linkId, help), ...fields.flatMap((field) => fieldItems(field, place))]
  return { linkId, ...labelled(title), type: 'group', ...shown(visibleWhen, place), item }
}

/** What FHIR itself can say of a template, and of our own no more than what the types are. */
export function plainQuestionnaire(template: Template): Questionnaire {
  const { id, version, title, summary, whenToUse, sections } = template
  const systemOf = (linkId: string) => codeSystem(id, linkId)
  const answers = new Map<string, Asks>(
    sections.flatMap(({ fields }) =>
      fields.flatMap((field): [string, Asks][] =>
        holdsAnswer(field) ? [[field.id, { field, linkId: field.id, systemOf }]] : [],
      ),
    ),
  )
  const place: Place = { systemOf, lookup: (asked) => answers.get(asked), inRow: false }
  const constraints = sections.flatMap((section) =>
    section.fields.flatMap((field) => demandOf(field, section, place.lookup) ?? []),
  )
  return {
    resourceType: 'Questionnaire',
    id,
    language: 'sv',
    url: questionnaireUrl(id),
    version: String(version),
    name: id,
    title: title.sv,
    _title: translated(title),
    ...(constraints.length > 0 ? { extension: constraints } : {}),
    status: 'active',
    description: summary.sv,
    _description: translated(summary),
    purpose: whenToUse.sv,
    _purpose: translated(whenToUse),
    item: [...sections.map((section) => sectionItem(section, place)), ...factItems(template, systemOf)],
  }
}
