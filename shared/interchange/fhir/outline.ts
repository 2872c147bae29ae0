import {
  type Bilingual,
  MOST_OPTIONS,
  type Outline,
  type OutlineItem,
  type OutlineOption,
} from '../outline.ts'
import { type Converted, nearest, type ReportEntry } from '../report.ts'
import { askedBy } from './enable-when.ts'
import { FACTS } from './facts.ts'
import { boundIsLost, fhirKind, membersOf, ownKind, saysLess } from './kinds.ts'
import { idIn, partLink, wordsLink } from './link-ids.ts'
import { lostOfForm, lostOfItem } from './lost-extensions.ts'
import { ownMembers } from './own.ts'
import {
  type AnswerOption,
  type Item,
  type Questionnaire,
  type ValueSet,
  valueSets,
} from './questionnaire.ts'
import { bilingualText } from './texts.ts'
import { ENABLE_WHEN_EXPRESSION, HIDDEN, ITEM_CONTROL, OPTION_EXCLUSIVE } from './urls.ts'

interface Form {
  language: string | undefined
  sets: ReadonlyMap<string, ValueSet>
  report: ReportEntry[]
  /** How many options have been read: one set may be offered by any number of questions. */
  options: number
}

const isHelp = (item: Item) =>
  item.type === 'display' &&
  item.extension?.some(
    ({ url, valueCodeableConcept }) =>
      url === ITEM_CONTROL && valueCodeableConcept?.coding?.some(({ code }) => code === 'help'),
  ) === true

const isHidden = ({ extension }: Item) =>
  extension?.some(({ url, valueBoolean }) => url === HIDDEN && valueBoolean === true) === true

/** The texts of several displays as one, in each language. */
function joined(items: readonly Item[], { language }: Form): Bilingual | undefined {
  const words = items.map(({ text, _text }) => bilingualText(text, _text, language))
  const all = (language: keyof Bilingual) =>
    words.flatMap((each) => each[language] ?? []).join('\n\n') || undefined
  const [sv, en] = [all('sv'), all('en')]
  return sv === undefined && en === undefined ? undefined : { sv, en }
}

/** What is offered: options of the item, or codes of a set that came with the form. */
function offered(item: Item, form: Form): AnswerOption[] {
  const all = offeredBy(item, form)
  form.options += all.length
  if (form.options <= MOST_OPTIONS) return all
  form.report.push({ key: 'interchange.in.options', params: { most: MOST_OPTIONS }, path: item.linkId })
  return []
}

function offeredBy(item: Item, { sets, report }: Form): AnswerOption[] {
  if (item.answerOption !== undefined) return item.answerOption
  if (item.answerValueSet === undefined) return []
  const set = sets.get(item.answerValueSet.replace(/^#/, ''))
  const codes =
    set?.expansion?.contains ?? set?.compose?.include?.flatMap(({ concept = [] }) => concept) ?? []
  if (codes.length === 0)
    report.push({ key: 'interchange.in.valueSet', params: { what: item.answerValueSet }, path: item.linkId })
  return codes.map((valueCoding) => ({ valueCoding }))
}

function optionOf(
  option: AnswerOption,
  asksWords: ReadonlySet<string>,
  item: Item,
  form: Form,
): OutlineOption {
  const { valueCoding: coding, valueString, valueInteger, valueDate, extension } = option
  const plain = valueString ?? valueInteger?.toString() ?? valueDate
  const code = coding?.code ?? coding?.display ?? plain ?? ''
  return {
    code,
    label: bilingualText(coding?.display ?? plain ?? code, coding?._display, form.language),
    exclusive:
      extension?.some(({ url, valueBoolean }) => url === OPTION_EXCLUSIVE && valueBoolean === true) === true,
    other: asksWords.has(code),
    own: ownMembers(extension, item.linkId, form.report),
  }
}

/** The options that the question after a choice asks own words for; undefined where it is another question. */
function askingWords(item: Item, next: Item | undefined): Set<string> | undefined {
  if (next?.linkId !== wordsLink(item.linkId)) return undefined
  return new Set((next.enableWhen ?? []).flatMap(({ answerCoding }) => answerCoding?.code ?? []))
}

/** An option for own words, where the form takes other answers than those it offers. */
const openOption = (item: Item): OutlineOption[] =>
  item.type === 'open-choice' ||
  item.answerConstraint === 'optionsOrString' ||
  item.answerConstraint === 'optionsOrType'
    ? [{ code: 'annat', label: { sv: 'Annat', en: 'Other' }, other: true, own: {} }]
    : []

/** What an item asks or does that no template can say. */
function reportLosses(
  item: Item,
  kind: OutlineItem['kind'],
  options: readonly AnswerOption[],
  { report }: Form,
): void {
  const path = item.linkId
  if (saysLess(item)) report.push(nearest(item.type, kind, path))
  if (item.repeats === true && kind !== 'choices' && kind !== 'group' && item.type !== 'group')
    report.push({ key: 'interchange.in.oneAnswer', path })
  if (item.initial !== undefined || options.some(({ initialSelected }) => initialSelected === true))
    report.push({ key: 'interchange.in.initial', path })
  if (boundIsLost(item, kind)) report.push({ key: 'interchange.in.bound', path })
  if (item.readOnly === true) report.push({ key: 'interchange.in.readOnly', path })
  report.push(...lostOfItem(item, options))
}

function itemOf(item: Item, next: Item | undefined, parent: Item | undefined, form: Form): OutlineItem {
  const { linkId, prefix, text, _text, required } = item
  const own = ownMembers(item.extension, linkId, form.report)
  const { type: _, ...rest } = own
  const said = ownKind(own)
  const natural = fhirKind(item, parent === undefined)
  const options = natural === 'choice' || natural === 'choices' ? offered(item, form) : []
  const asksWords = askingWords(item, next) ?? new Set<string>()
  const offers = [...options.map((option) => optionOf(option, asksWords, item, form)), ...openOption(item)]
  const kind = said ?? (offers.length === 0 && natural.startsWith('choice') ? 'text' : natural)
  if (said === undefined) reportLosses(item, kind, options, form)
  const { asked, unread } = askedBy(item)
  const isExpression = item.extension?.some(({ url }) => url === ENABLE_WHEN_EXPRESSION) === true
  if ((unread || isExpression) && !('visibleWhen' in own))
    form.report.push({ key: 'interchange.in.condition', path: linkId })

  const children = item.item ?? []
  const help = joined(
    children.filter((child) => isHelp(child) || (item.type !== 'group' && child.type === 'display')),
    form,
  )
  const below =
    kind === 'info'
      ? joined(
          children.filter((child) => !isHelp(child)),
          form,
        )
      : undefined
  const label = bilingualText(text, _text, form.language)
  const keepsItems = kind === 'group' || kind === 'part' || (said === undefined && kind !== 'info')
  return {
    name: linkId,
    // Of an answer of several parts, the one that is compared bears the field's name.
    aliases:
      kind === 'period'
        ? [partLink(linkId, ['from'])]
        : kind === 'actor'
          ? [partLink(linkId, ['actor'])]
          : [],
    id: idIn(linkId, parent?.linkId),
    kind,
    label: prefix === undefined ? label : prefixed(prefix, label),
    help,
    text: below,
    required: required === true,
    when: asked,
    members: membersOf(item, kind, form.language),
    options: kind === 'choice' || kind === 'choices' ? offers : [],
    items: keepsItems ? itemsOf(children, item, form) : [],
    own: rest,
  }
}

const prefixed = (prefix: string, { sv, en }: Bilingual): Bilingual => ({
  sv: sv && `${prefix} ${sv}`,
  en: en && `${prefix} ${en}`,
})

/** Items as the outline has them: without help texts and questions for own words, which belong to others. */
function itemsOf(items: readonly Item[], parent: Item | undefined, form: Form): OutlineItem[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1]
    const isWords = before !== undefined && askingWords(before, item) !== undefined
    const isOfQuestion = parent !== undefined && parent.type !== 'group' && item.type === 'display'
    if (isHidden(item)) {
      // The facts of the case are ours, and are asked of the case.
      if (item.linkId !== FACTS) form.report.push({ key: 'interchange.in.hidden', path: item.linkId })
      return []
    }
    return isWords || isHelp(item) || isOfQuestion ? [] : [itemOf(item, items[index + 1], parent, form)]
  })
}

/** A Questionnaire as an outline, its conditions still in link ids. */
export function outlineOf(form: Questionnaire): Converted<Outline> {
  const report: ReportEntry[] = []
  const { language } = form
  if (language !== undefined && !/^(sv|en)\b/i.test(language))
    report.push({ key: 'interchange.in.language', params: { what: language }, path: '' })
  const own = ownMembers(form.extension, '', report)
  // What a form of ours says beside is in extensions of ours too.
  if (Object.keys(own).length === 0) report.push(...lostOfForm(form))
  const title = bilingualText(form.title ?? form.name, form._title, language)
  const version = /^[1-9]\d{0,8}$/.test(form.version ?? '') ? Number(form.version) : 1
  const value: Outline = {
    id: form.id ?? form.name ?? '',
    version,
    title,
    summary: bilingualText(form.description, form._description, language),
    whenToUse: bilingualText(form.purpose, form._purpose, language),
    items: itemsOf(form.item, undefined, { language, sets: valueSets(form), report, options: 0 }),
    own,
  }
  return { value, report }
}
