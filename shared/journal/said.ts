import type { PersonRole } from '../case/actors.ts'
import { type Answers, readAnswer } from '../note/answers.ts'
import { plainText, type RichBlock, type RichList, type Run } from '../note/rich-text.ts'
import type { Option, SimpleField } from '../template/field.ts'
import { isAnswered } from '../template/fields.ts'
import { inLanguage, type Language, translate } from '../text/index.ts'
import { paragraphsOf, printable, printableLine } from './printable.ts'

/** What an answer says, before it gets a label or a cell. */
export type Said =
  | { as: 'line'; text: string }
  | { as: 'paragraphs'; paragraphs: string[] }
  | { as: 'items'; items: string[] }
  | { as: 'rich'; blocks: RichBlock[] }
  /** An answer that is not of its field's form, as it is stored: printed, so that nothing is lost in silence. */
  | { as: 'stored'; json: string }

const line = (text: string): Said => ({ as: 'line', text })
const stored = (value: unknown): Said => ({ as: 'stored', json: printable(JSON.stringify(value)) })

/** Whether a said thing has any words. */
function hasWords(said: Said): boolean {
  switch (said.as) {
    case 'line':
      return said.text !== ''
    case 'paragraphs':
      return said.paragraphs.length > 0
    case 'items':
      return said.items.length > 0
    case 'rich':
      return said.blocks.length > 0
    case 'stored':
      return true
  }
}

const printableRuns = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, text: printable(run.text) })).filter((run) => run.text !== '')

function printableList(list: RichList): RichList {
  return {
    ...list,
    items: list.items.map((item) => ({
      runs: printableRuns(item.runs),
      ...(item.items ? { items: printableList(item.items) } : {}),
    })),
  }
}

function printableBlocks(blocks: readonly RichBlock[]): RichBlock[] {
  return blocks
    .map((block) =>
      block.type === 'list' ? printableList(block) : { ...block, runs: printableRuns(block.runs) },
    )
    .filter((block) => plainText({ blocks: [block] }).trim() !== '')
}

/** The label of a chosen option, with the person's own words where the option asks for them. */
function optionText(
  language: Language,
  options: readonly Option[],
  value: string,
  other: string | undefined,
): string {
  const option = options.find((one) => one.value === value)
  if (!option) return translate(language, 'journal.okant-val', { value: printableLine(value) })
  const label = printableLine(inLanguage(language, option.label))
  const words = option.other === true ? printable(other ?? '').trim() : ''
  return words === '' ? label : translate(language, 'journal.egna-ord', { option: label, words })
}

const roleText = (language: Language, role: PersonRole) => translate(language, `lists.actor.${role}`)

/** "Kim Berg, enhetschef (Arbetsgivaren)". */
function personText(
  language: Language,
  { name, title, role }: { name: string; title?: string | undefined; role?: PersonRole | undefined },
): string {
  const named = [name, title ?? '']
    .map(printableLine)
    .filter((part) => part !== '')
    .join(', ')
  if (role === undefined) return named
  return named === '' ? roleText(language, role) : `${named} (${roleText(language, role)})`
}

/** "Arbetsgivaren, Berg & Dal AB". */
export function actorText(
  language: Language,
  { actor, name }: { actor?: PersonRole | undefined; name?: string | undefined },
): string {
  return [actor === undefined ? '' : roleText(language, actor), printableLine(name ?? '')]
    .filter((part) => part !== '')
    .join(', ')
}

function textSaid(text: string): Said {
  const paragraphs = paragraphsOf(text)
  const [only = ''] = paragraphs
  return paragraphs.length > 1 || only.includes('\n') ? { as: 'paragraphs', paragraphs } : line(only)
}

function readSimple(language: Language, field: SimpleField, answers: Answers): Said | undefined {
  switch (field.type) {
    case 'text': {
      const text = readAnswer(answers, field.id, 'text')
      if (text === undefined) return undefined
      return field.multiline === true ? { as: 'paragraphs', paragraphs: paragraphsOf(text) } : textSaid(text)
    }
    case 'rich-text': {
      const rich = readAnswer(answers, field.id, 'rich-text')
      return rich && { as: 'rich', blocks: printableBlocks(rich.blocks) }
    }
    case 'date': {
      const date = readAnswer(answers, field.id, 'date')
      return date === undefined ? undefined : line(printableLine(date))
    }
    case 'number': {
      const number = readAnswer(answers, field.id, 'number')
      if (number === undefined) return undefined
      const unit = field.unit === undefined ? '' : ` ${printableLine(inLanguage(language, field.unit))}`
      return line(`${printableLine(number)}${unit}`)
    }
    case 'yes-no': {
      const answer = readAnswer(answers, field.id, 'yes-no')
      return answer && line(translate(language, `lists.yesNo.${answer}`))
    }
    case 'choice': {
      const choice = readAnswer(answers, field.id, 'choice')
      return choice && line(optionText(language, field.options, choice.value, choice.other))
    }
    case 'choices': {
      const choices = readAnswer(answers, field.id, 'choices')
      if (!choices) return undefined
      const items = choices.values.map((value) => optionText(language, field.options, value, choices.other))
      return { as: 'items', items }
    }
    case 'actor': {
      const actor = readAnswer(answers, field.id, 'actor')
      return actor && line(actorText(language, actor))
    }
    case 'person': {
      const person = readAnswer(answers, field.id, 'person')
      return person && line(personText(language, person))
    }
  }
}

/**
 * What the answer to a simple field says, or undefined where there is none: an empty field leaves no trace.
 * An answer of another form is given as stored.
 */
export function simpleSaid(language: Language, field: SimpleField, answers: Answers): Said | undefined {
  const value = answers[field.id]
  if (!isAnswered(field.type, value)) return undefined
  const said = readSimple(language, field, answers) ?? stored(value)
  return hasWords(said) ? said : undefined
}

/** The answer to a field that holds rows or a reference, as stored, where it is not of the field's form. */
export function storedSaid(value: unknown): Said {
  return stored(value)
}

/** What an answer says in the cell of a table. */
export function cellText(said: Said | undefined): string {
  switch (said?.as) {
    case undefined:
      return ''
    case 'line':
      return said.text
    case 'paragraphs':
      return said.paragraphs.join('\n')
    case 'items':
      return said.items.join('; ')
    case 'rich':
      return plainText({ blocks: said.blocks })
        .replace(/\n\s*\n/g, '\n')
        .trim()
    case 'stored':
      return said.json
  }
}
