import type { FieldOps, FieldScope } from '../fields/define.ts'
import { saysSomething, type Value } from '../fields/json.ts'
import { type Said, shortText, stored } from '../fields/said.ts'
import { type Answers, differingFields } from '../note/answers.ts'
import { sameFields } from '../note/move.ts'
import type { ReadNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { type Localized, localized } from '../text/index.ts'
import { formattingDiffers, wordsIn } from './formatting.ts'
import { diffRows, type RowDiff } from './rows.ts'
import { diffWhole, diffWords, type WordPiece } from './words.ts'

/** What an answer says on both sides: its words, or its rows. */
export type SaidDiff =
  | { readonly as: 'words'; readonly pieces: readonly WordPiece[] }
  | { readonly as: 'rows'; readonly rows: readonly RowDiff[] }

/** One field of two revisions. */
export interface FieldDiff {
  /** The field's id; of the earlier template where the later has no such field. */
  readonly id: string
  readonly label: Localized
  readonly section: Localized | undefined
  /** `formatting` where the words are the same and only look otherwise. */
  readonly change: 'same' | 'added' | 'removed' | 'changed' | 'formatting'
  /** Whether words that both have look otherwise, whatever else has changed. */
  readonly formatting: boolean
  readonly said: SaidDiff
}

/** An answer with the field that it belongs to; no field where its template has none. */
interface Side {
  readonly value: Value
  readonly ops: FieldOps | undefined
  readonly scope: FieldScope
}

const sayOf = ({ value, ops, scope }: Side): Said | undefined =>
  ops === undefined ? (value === undefined ? undefined : stored(value)) : ops.say(value, scope)

/** The rows of an answer; none where there is no such field, and undefined where it is not rows. */
const rowsIn = ({ value, ops, scope }: Side) =>
  ops === undefined && value === undefined ? [] : ops?.rows(value, scope)

const blocksOf = (said: Said | undefined) => (said?.as === 'rich' ? said.blocks : [])

/** The words of what is said; of a formatted text each block as it stands, so that its looks can be told. */
const textOf = (said: Said | undefined) => (said?.as === 'rich' ? wordsIn(said.blocks) : shortText(said))

/** What a field's two answers in the same note say, one beside the other. */
export function diffAnswers(
  ops: FieldOps | undefined,
  scope: FieldScope,
  one: Value,
  other: Value,
): SaidDiff {
  return saidDiff({ value: one, ops, scope }, { value: other, ops, scope }).said
}

function saidDiff(before: Side, after: Side): { said: SaidDiff; formatting: boolean } {
  const [wasRows, isRows] = [rowsIn(before), rowsIn(after)]
  if (wasRows && isRows) return { said: { as: 'rows', rows: diffRows(wasRows, isRows) }, formatting: false }
  const [was, is] = [sayOf(before), sayOf(after)]
  const words = (after.ops ?? before.ops)?.hasOwnWords ?? false
  const pieces = (words ? diffWords : diffWhole)(textOf(was), textOf(is))
  const formatting = formattingDiffers(blocksOf(was), blocksOf(is), pieces)
  return { said: { as: 'words', pieces }, formatting }
}

function changeOf(said: SaidDiff, formatting: boolean): FieldDiff['change'] {
  const kinds =
    said.as === 'words'
      ? said.pieces.map(({ kind }) => kind)
      : said.rows.map(({ change, moved }) =>
          change === 'inserted' ? 'added' : change === 'same' && moved ? 'changed' : change,
        )
  if (kinds.every((kind) => kind === 'same')) return formatting ? 'formatting' : 'same'
  if (kinds.every((kind) => kind === 'added')) return 'added'
  return kinds.every((kind) => kind === 'removed') ? 'removed' : 'changed'
}

const saysNothing = (said: SaidDiff) =>
  said.as === 'words' ? said.pieces.length === 0 : said.rows.length === 0

function fieldDiff(
  name: Pick<FieldDiff, 'id' | 'label' | 'section'>,
  before: Side,
  after: Side,
): FieldDiff[] {
  const { said, formatting } = saidDiff(before, after)
  return saysNothing(said) ? [] : [{ ...name, change: changeOf(said, formatting), formatting, said }]
}

/** The answers of a note that no field of its template takes. */
function unplaced({ note, template }: ReadNote): [string, Value][] {
  const { byId } = templateIndex(template)
  return Object.entries(note.answers).filter(([id]) => byId.get(id)?.ops === undefined)
}

const sentencesOf = ({ note }: ReadNote) =>
  (note.objections ?? []).map(({ sentence, by, at }) => ({
    id: JSON.stringify([sentence, by, at]),
    cells: [{ heading: '', text: sentence, ownWords: true }],
  }))

/** What each side objects to how rules read. */
function objectionsDiff(before: ReadNote, after: ReadNote): FieldDiff[] {
  const rows = diffRows(sentencesOf(before), sentencesOf(after))
  if (rows.length === 0) return []
  const said: SaidDiff = { as: 'rows', rows }
  const label = localized('history.objections')
  return [{ id: '', label, section: undefined, change: changeOf(said, false), formatting: false, said }]
}

/**
 * Two revisions of a note, field by field, in the order and words of the later one's template. Fields that ask the same in
 * two templates are one; what only the earlier one has a place for comes last, and so does what neither has. A field that
 * says nothing on either side is left out.
 */
export function diffNotes(before: ReadNote, after: ReadNote): FieldDiff[] {
  const earlier = templateIndex(before.template)
  const later = templateIndex(after.template)
  const sameTemplate = before.template === after.template
  const theirs = sameTemplate ? undefined : sameFields(after.template, before.template)
  const placed = new Set<string>()
  const side = (read: ReadNote, ops: FieldOps | undefined): Side => ({
    value: ops === undefined ? undefined : read.note.answers[ops.field.id],
    ops,
    scope: read.scope,
  })

  const fields = later.entries.flatMap(({ ops, section }) => {
    if (ops === undefined) return []
    const { id, label } = ops.field
    const old = sameTemplate ? ops : theirs?.get(id)
    if (old !== undefined) placed.add(old.field.id)
    return fieldDiff({ id, label, section: section.title }, side(before, old), side(after, ops))
  })
  const gone = earlier.entries.flatMap(({ ops, section }) => {
    if (ops === undefined || placed.has(ops.field.id)) return []
    const { id, label } = ops.field
    return fieldDiff({ id, label, section: section.title }, side(before, ops), side(after, undefined))
  })
  const ids = new Set([...unplaced(before), ...unplaced(after)].map(([id]) => id))
  const [wasUnplaced, isUnplaced] = [new Map(unplaced(before)), new Map(unplaced(after))]
  const strays = [...ids].flatMap((id) =>
    fieldDiff(
      { id, label: { sv: id, en: id }, section: undefined },
      { value: wasUnplaced.get(id), ops: undefined, scope: before.scope },
      { value: isUnplaced.get(id), ops: undefined, scope: after.scope },
    ),
  )
  return [...fields, ...gone, ...strays, ...objectionsDiff(before, after)]
}

/** The ids of the fields whose answers differ and say something on either side: quick enough for a list of many revisions. */
export function changedFields(before: Answers, after: Answers): string[] {
  return differingFields(before, after).filter((id) => saysSomething(before[id]) || saysSomething(after[id]))
}
