import type { FieldOps } from '../../fields/define.ts'
import { type AnswerField, holdsAnswer, opsOf } from '../../fields/index.ts'
import { isObject, type Json, type JsonObject, storedRows, type Value } from '../../fields/json.ts'
import { shortText } from '../../fields/said.ts'
import { asSigned } from '../../note/context.ts'
import type { ReadNote } from '../../note/read-note.ts'
import { inLanguage, type Localized, localized } from '../../text/index.ts'
import type { Converted, ReportEntry } from '../report.ts'
import { type FhirAnswer, type SaidInFhir, type Saying, saidOf, saidOfPart } from './answers.ts'
import { FACTS, factParts, knownFacts } from './facts.ts'
import { partLink, sectionLink, wordsLink } from './link-ids.ts'
import { type AnswerPart, answerParts, hasRows } from './parts.ts'
import type { Extension } from './questionnaire.ts'
import { codeSystem, noteSystem, OWN_ANSWER, OWN_MEMBER, PERSONNUMMER, questionnaireUrl } from './urls.ts'

interface ResponseItem {
  /** Of a row, its own id. */
  id?: string
  linkId: string
  text: string
  extension?: Extension[]
  answer?: FhirAnswer[]
  item?: ResponseItem[]
}

export interface QuestionnaireResponse {
  resourceType: 'QuestionnaireResponse'
  id: string
  language: string
  extension?: Extension[]
  identifier: { system: string; value: string }[]
  questionnaire: string
  status: 'in-progress' | 'completed' | 'entered-in-error'
  subject: { type: 'Patient'; identifier: { system: string; value: string }; display: string }
  authored: string
  author: { type: 'Practitioner'; display: string }
  item?: ResponseItem[]
}

const asStored = (value: Json): Extension => ({ url: OWN_ANSWER, valueString: JSON.stringify(value) })

/** Writes the answers of one note. */
function writer(read: ReadNote, report: ReportEntry[]) {
  const { language } = read.context
  const system = (linkId: string) => codeSystem(read.template.id, linkId)
  const words = (label: Localized) => inLanguage(language, label)

  /** What is said of one question, and what is stored beside it where that is more. */
  const item = (
    linkId: string,
    label: Localized,
    { answers, whole }: SaidInFhir,
    stored: Json,
  ): ResponseItem => {
    if (!whole) report.push({ key: 'interchange.out.answer', path: linkId })
    return {
      linkId,
      text: words(label),
      ...(whole ? {} : { extension: [asStored(stored)] }),
      ...(answers.length > 0 ? { answer: answers } : {}),
    }
  }

  const simple = (field: AnswerField, linkId: string, value: Json): ResponseItem[] => {
    const at: Saying = {
      system: system(linkId),
      language,
      words: () => shortText(opsOf(field).say(value, read.scope)),
    }
    const said = saidOf(field, value, at)
    const own = item(linkId, field.label, said, value)
    if (said.words === undefined) return [own]
    const text = words(localized('interchange.ownWords'))
    return [own, { linkId: wordsLink(linkId), text, answer: [{ valueString: said.words }] }]
  }

  const ofPart = (part: AnswerPart, linkId: string, answer: JsonObject): ResponseItem[] => {
    const link = partLink(linkId, part.path)
    const said = saidOfPart(part, answer, { system: system(link), language, words: () => '' })
    return said === undefined ? [] : [item(link, part.label, said, answer)]
  }

  const ofParts = (field: AnswerField, linkId: string, answer: JsonObject): ResponseItem => ({
    ...rowId(answer),
    linkId,
    text: words(field.label),
    item: answerParts(field).flatMap((part) => ofPart(part, linkId, answer)),
  })

  const ofRow = (field: AnswerField, columns: readonly AnswerField[], row: JsonObject): ResponseItem => {
    const answers = storedAnswers(row)
    const ops = columns.map(opsOf)
    const { visible } = read.scope.row(ops, answers)
    return {
      ...rowId(row),
      linkId: field.id,
      text: words(field.label),
      item: columns
        .filter(visible)
        .flatMap((column) => answered(column, partLink(field.id, [column.id]), answers[column.id])),
    }
  }

  /** The items of a field that says something; those of an answer of another form than its type's hold it as it is stored. */
  const answered = (field: AnswerField, linkId: string, value: Value): ResponseItem[] => {
    const ops: FieldOps = opsOf(field)
    if (value === undefined || !ops.isAnswered(value)) return []
    if (!ops.fits(value)) return [item(linkId, field.label, { answers: [], whole: false }, value)]
    if (field.type === 'group') return storedRows(value).map((row) => ofRow(field, field.fields, row))
    if (hasRows(field)) return storedRows(value).map((row) => ofParts(field, linkId, row))
    return isObject(value) && answerParts(field).length > 0
      ? [ofParts(field, linkId, value)]
      : simple(field, linkId, value)
  }

  /** The facts of the case that the form goes by, as they were when the note was signed. */
  const facts = (): ResponseItem[] => {
    const asked = factParts(read.template)
    const known = knownFacts(asSigned(read.note, read.context))
    const inner = asked.flatMap((part) => ofPart(part, FACTS, known))
    return inner.length > 0
      ? [{ linkId: FACTS, text: words(localized('interchange.facts')), item: inner }]
      : []
  }

  return {
    field: (field: AnswerField) => answered(field, field.id, read.note.answers[field.id]),
    facts,
  }
}

const rowId = ({ id }: JsonObject) => (typeof id === 'string' && id !== '' ? { id } : {})

function storedAnswers({ answers = null }: JsonObject): JsonObject {
  return isObject(answers) ? answers : {}
}

/**
 * A note as a FHIR R5 QuestionnaireResponse to the Questionnaire of its template. Hidden fields are left out, as in every
 * export; an answer that FHIR has no form for is carried as it is stored, and told of.
 */
export function responseOf(read: ReadNote): Converted<QuestionnaireResponse> {
  const { note, template, context } = read
  const report: ReportEntry[] = []
  const write = writer(read, report)
  const item = template.sections.flatMap(({ id, title, fields }): ResponseItem[] => {
    const inner = fields.flatMap((field) =>
      holdsAnswer(field) && read.visible(field.id) ? write.field(field) : [],
    )
    return inner.length > 0
      ? [{ linkId: sectionLink(id), text: inLanguage(context.language, title), item: inner }]
      : []
  })
  item.push(...write.facts())
  const signed = note.status === 'journalford'
  const { insured } = asSigned(note, context).case
  const value: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    id: note.id,
    language: context.language,
    ...(note.amends === undefined
      ? {}
      : { extension: [{ url: `${OWN_MEMBER}amends`, valueString: JSON.stringify(note.amends) }] }),
    identifier: [{ system: noteSystem, value: note.id }],
    questionnaire: `${questionnaireUrl(template.id)}|${template.version}`,
    status: !signed ? 'in-progress' : note.annulled === undefined ? 'completed' : 'entered-in-error',
    subject: {
      type: 'Patient',
      identifier: { system: PERSONNUMMER, value: insured.personnummer },
      display: insured.name,
    },
    authored: signed ? note.signature.at : note.updatedAt,
    author: { type: 'Practitioner', display: note.author.name },
    ...(item.length > 0 ? { item } : {}),
  }
  return { value, report }
}
