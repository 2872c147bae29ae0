import type { RowId } from '../../case/ids.ts'
import type { Answers } from '../../note/answers.ts'
import { type Json, storedRows, withMember } from '../../note/check/place.ts'
import { cachedAnswer } from '../../note/check/read.ts'
import { type ListItem, plainText, type RichBlock, type RichList, type Run } from '../../note/rich-text.ts'
import type { AnswerField } from '../../template/field.ts'
import { readable } from './words.ts'

/** A piece of a text to be replaced; positions are in the readable (NFC) text. */
export interface Replacement {
  start: number
  end: number
  insert: string
}
type Find = (text: string) => readonly Replacement[]

/** Where in an answer somebody has written in own words. */
export interface OwnWords {
  text: string
  row?: RowId
  column?: string
}

const insatsTexts = ['what', 'purpose', 'missingComment'] as const
const aktivitetTexts = ['what', 'outcome'] as const

/** All that an answer holds in own words: texts, own words beside a choice, texts in rows. */
export function ownWordsOf(field: AnswerField, answers: Answers): OwnWords[] {
  switch (field.type) {
    case 'text': {
      const text = cachedAnswer(answers, field.id, 'text')
      return text === undefined ? [] : [{ text }]
    }
    case 'rich-text': {
      const rich = cachedAnswer(answers, field.id, 'rich-text')
      return rich === undefined ? [] : [{ text: plainText(rich) }]
    }
    case 'choice':
    case 'choices': {
      const other = cachedAnswer(answers, field.id, field.type)?.other
      return other === undefined ? [] : [{ text: other }]
    }
    case 'insatser':
      return (cachedAnswer(answers, field.id, 'insatser') ?? []).flatMap((row) =>
        insatsTexts.flatMap((column) => wordsIn(row[column], row.id, column)),
      )
    case 'aktiviteter':
      return (cachedAnswer(answers, field.id, 'aktiviteter') ?? []).flatMap((row) =>
        aktivitetTexts.flatMap((column) => wordsIn(row[column], row.id, column)),
      )
    case 'group':
      return (cachedAnswer(answers, field.id, 'group') ?? []).flatMap((row) =>
        field.fields.flatMap((column) =>
          ownWordsOf(column, row.answers).map(({ text }) => ({ text, row: row.id, column: column.id })),
        ),
      )
    case 'date':
    case 'number':
    case 'yes-no':
    case 'actor':
    case 'person':
    case 'note-reference':
    case 'consents':
      return []
  }
}

function wordsIn(text: string | undefined, row: RowId, column: string): OwnWords[] {
  return text === undefined ? [] : [{ text, row, column }]
}

function replaced(text: string, find: Find): string {
  const whole = readable(text)
  return find(whole)
    .toReversed()
    .reduce((done, { start, end, insert }) => done.slice(0, start) + insert + done.slice(end), whole)
}

/** Runs with the replacements made; a replacement takes the looks of the run it begins in. */
function replacedRuns(runs: readonly Run[], find: Find): Run[] {
  const composed = runs.map((run) => ({ ...run, text: readable(run.text) }))
  const changes = find(composed.map((run) => run.text).join(''))
  let from = 0
  const result: Run[] = composed.map((run) => {
    const to = from + run.text.length
    const inRun = changes.filter((change) => change.start < to && change.end > from).toReversed()
    const text = inRun.reduce((done, change) => {
      const start = Math.max(change.start, from) - from
      const insert = change.start >= from ? change.insert : ''
      return done.slice(0, start) + insert + done.slice(Math.min(change.end, to) - from)
    }, run.text)
    from = to
    return { ...run, text }
  })
  return result.filter((run) => run.text !== '')
}

function replacedList(list: RichList, find: Find): RichList {
  const item = ({ runs, items }: ListItem): ListItem => {
    const own = { runs: replacedRuns(runs, find) }
    return items ? { ...own, items: replacedList(items, find) } : own
  }
  return { ...list, items: list.items.map(item) }
}

function replacedBlock(block: RichBlock, find: Find): RichBlock {
  return block.type === 'list'
    ? replacedList(block, find)
    : { ...block, runs: replacedRuns(block.runs, find) }
}

/** JSON of a formatted text; JSON knows no member without a value. */
function listJson(list: RichList): Json {
  return {
    ...list,
    items: list.items.map(({ runs, items }) =>
      items ? { runs: runsJson(runs), items: listJson(items) } : { runs: runsJson(runs) },
    ),
  }
}
function runsJson(runs: readonly Run[]): Json[] {
  return runs.map(({ text, bold, italic }) => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
  }))
}
function blockJson(block: RichBlock): Json {
  return block.type === 'list' ? listJson(block) : { ...block, runs: runsJson(block.runs) }
}

function replacedMembers(value: Json | undefined, members: readonly string[], find: Find): Json {
  return storedRows(value).map((row) =>
    members.reduce((done, member) => {
      const text = done[member]
      return typeof text === 'string' ? withMember(done, member, replaced(text, find)) : done
    }, row),
  )
}

function isRecord(value: Json | undefined): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The answer as stored, with what `find` finds in its own words replaced; all else as it was. */
export function rewritten(field: AnswerField, answers: Answers, find: Find): Json | undefined {
  const value = answers[field.id]
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? replaced(value, find) : value
    case 'rich-text': {
      const rich = cachedAnswer(answers, field.id, 'rich-text')
      return rich ? { blocks: rich.blocks.map((block) => blockJson(replacedBlock(block, find))) } : value
    }
    case 'choice':
    case 'choices':
      return isRecord(value) && typeof value.other === 'string'
        ? { ...value, other: replaced(value.other, find) }
        : value
    case 'insatser':
      return replacedMembers(value, insatsTexts, find)
    case 'aktiviteter':
      return replacedMembers(value, aktivitetTexts, find)
    case 'group':
      return storedRows(value).map((row) => {
        const inner = row.answers
        if (!isRecord(inner)) return row
        const changed = field.fields.flatMap((column): [string, Json][] => {
          const answer = rewritten(column, inner, find)
          return answer === undefined ? [] : [[column.id, answer]]
        })
        return { ...row, answers: { ...inner, ...Object.fromEntries(changed) } }
      })
    case 'date':
    case 'number':
    case 'yes-no':
    case 'actor':
    case 'person':
    case 'note-reference':
    case 'consents':
      return value
  }
}
