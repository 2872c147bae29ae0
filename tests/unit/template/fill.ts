import type { Condition, FieldCondition } from '../../../shared/fields/condition.ts'
import { type AnswerField, holdsAnswer } from '../../../shared/fields/index.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteContext } from '../../../shared/note/context.ts'
import { type ReadNote, readNote } from '../../../shared/note/read-note.ts'
import { type Section, type Template, templateIndex } from '../../../shared/template/template.ts'
import { draft } from '../check/sample.ts'
import { samples } from '../fields/samples.ts'

type Json = Answers[string]

/** What the filled notes stand in. */
export interface Around {
  readonly context: NoteContext
  /** A note of one of these kinds, for a reference to refer to. */
  readonly referred: (kinds: readonly string[]) => string
}

/** A note in which all that it shows is answered, but for what something else is shown only without: that is null. */
export interface Filling {
  readonly answers: Answers
  readonly read: ReadNote
}

/** The own words that are written in a field, to be looked for where it is printed. */
export const wordsIn = (field: string) => `Ord i ${field}.`

/** An answer with nothing wrong in it: own words where the field takes them, the first that is offered where it offers. */
function answerTo(field: AnswerField, { context, referred }: Around): Json {
  switch (field.type) {
    case 'text':
      return wordsIn(field.id)
    case 'rich-text':
      return { blocks: [{ type: 'paragraph', runs: [{ text: wordsIn(field.id) }] }] }
    case 'date':
      return context.today
    case 'period':
      return { from: context.today, to: context.today }
    case 'choice': {
      const [first] = field.options
      return { value: first?.value ?? '', ...(first?.other === true ? { other: wordsIn(field.id) } : {}) }
    }
    case 'choices': {
      const apart = field.options.filter(({ exclusive }) => exclusive !== true)
      const own = apart.some(({ other }) => other === true) ? { other: wordsIn(field.id) } : {}
      return { values: apart.map(({ value }) => value), ...own }
    }
    case 'note-reference':
      return { note: referred(field.kinds) }
    case 'person':
      return { name: `Alma ${field.id}`, role: 'den-forsakrade' }
    case 'group': {
      const cells = field.fields.map((column): [string, Json] => [
        column.id,
        answerTo(column, { context, referred }),
      ])
      return [{ id: 'rad-1', answers: Object.fromEntries(cells) }]
    }
    case 'insatser':
      return [
        { id: 'rad-1', what: wordsIn(field.id), performer: { actor: 'arbetsgivare' }, status: 'planerad' },
      ]
    case 'aktiviteter':
      return [{ id: 'rad-1', what: wordsIn(field.id), counterpart: 'den-forsakrade', status: 'planerad' }]
    case 'actor':
    case 'consents':
    case 'number':
    case 'yes-no':
      return samples[field.type].answer
  }
}

/** An answer for which a condition on a field holds, or does not. */
function answerFor(field: AnswerField, { op, value }: FieldCondition, holds: boolean, around: Around): Json {
  const wanted = op === 'is-not' || op === 'unanswered' ? !holds : holds
  if (op === 'answered' || op === 'unanswered') return wanted ? answerTo(field, around) : null
  if (field.type === 'choice') {
    const other = field.options.find((option) => option.value !== value)?.value
    return { value: (wanted ? value?.toString() : other) ?? '' }
  }
  if (field.type === 'choices') {
    const rest = field.options.filter((option) => option.value !== value && option.exclusive !== true)
    return { values: wanted ? [value?.toString() ?? ''] : rest.map((option) => option.value) }
  }
  if (field.type === 'yes-no') return wanted === (value === 'ja') ? 'ja' : 'nej'
  throw new Error(`Nobody has said how a ${field.type} is answered so that ${field.id} ${op} ${value} holds.`)
}

/** Answers for which the condition holds or does not, with all that has to be shown for it. */
function answersFor(
  template: Template,
  condition: Condition | undefined,
  holds: boolean,
  around: Around,
): Answers {
  if (condition === undefined) return {}
  const each = (part: Condition, wanted = holds) => answersFor(template, part, wanted, around)
  if ('not' in condition) return each(condition.not, !holds)
  if ('fact' in condition) return {}
  if ('field' in condition) {
    const found = templateIndex(template).byId.get(condition.field)
    if (!found || !holdsAnswer(found.field)) return {}
    const answer = answerFor(found.field, condition, holds, around)
    return { ...answersToShow(template, found.field, found.section, around), [found.field.id]: answer }
  }
  const parts = 'all' in condition ? condition.all : condition.any
  const needed = 'all' in condition === holds ? parts : parts.slice(0, 1)
  return Object.fromEntries(needed.flatMap((part) => Object.entries(each(part))))
}

type Shown = Pick<AnswerField, 'visibleWhen'>

/** Answers with which a field is shown. */
function answersToShow(template: Template, field: Shown, section: Section, around: Around): Answers {
  return {
    ...answersFor(template, section.visibleWhen, true, around),
    ...answersFor(template, field.visibleWhen, true, around),
  }
}

/** Answers everything that is shown and not answered yet, and what that brings with it. */
function filled(template: Template, begun: Answers, around: Around): Filling {
  let answers = begun
  for (;;) {
    const read = readNote(draft(template, answers), around.context)
    const open = read
      .shown()
      .flatMap(({ field }) => (holdsAnswer(field) && answers[field.id] === undefined ? [field] : []))
    if (open.length === 0) return { answers, read }
    answers = { ...answers, ...Object.fromEntries(open.map((field) => [field.id, answerTo(field, around)])) }
  }
}

/** Notes of a template which together show every field that can be shown. */
export function fillings(template: Template, around: Around): Filling[] {
  const found: Filling[] = []
  for (const { field, section } of templateIndex(template).entries) {
    if (found.some(({ read }) => read.visible(field.id))) continue
    const one = filled(template, answersToShow(template, field, section, around), around)
    if (one.read.visible(field.id)) found.push(one)
  }
  return found
}
