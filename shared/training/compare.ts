import { dequal } from 'dequal/lite'
import type { FieldId } from '../fields/base.ts'
import type { FieldOps, FieldScope, SaidRow } from '../fields/define.ts'
import type { Value } from '../fields/json.ts'
import { shortText } from '../fields/said.ts'
import { diffAnswers, type SaidDiff } from '../history/diff.ts'
import { diffRows, type RowDiff } from '../history/rows.ts'
import type { Answers } from '../note/answers.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import type { Localized } from '../text/index.ts'

/**
 * How an answer stands to the pack's. What is written in own words can be said in many ways: where all else is the same it
 * is `own-words`, to be read beside the pack's, and never a difference.
 */
export type Verdict = 'same' | 'own-words' | 'missing' | 'not-asked' | 'different'

/** One field of a learner's note beside the pack's answer. */
export interface ComparedField {
  readonly id: FieldId
  readonly label: Localized
  readonly verdict: Verdict
  /** What the learner wrote (before) and what the pack says (after). */
  readonly said: SaidDiff
}

/** Whether it is something to look at again. */
export const isDifference = ({ verdict }: ComparedField): boolean =>
  verdict !== 'same' && verdict !== 'own-words'

/** An answer without what is written in own words. */
const withoutOwnWords = (ops: FieldOps, value: Value): Value =>
  ops.rewrite(value, (text) => (text === '' ? [] : [{ start: 0, end: text.length, insert: '' }]))

/** What of an answer can be the same or not, as one text. The order of several choices says nothing. */
function judged(ops: FieldOps, value: Value, scope: FieldScope): string {
  const rest = withoutOwnWords(ops, value)
  const comparable = ops.comparable(rest)
  if (comparable === undefined) return shortText(ops.say(rest, scope))
  return typeof comparable === 'object' ? comparable.toSorted().join('\n') : String(comparable)
}

const likeness = (one: SaidRow, other: SaidRow) =>
  one.cells.filter(({ heading, text }) =>
    other.cells.some((cell) => cell.heading === heading && cell.text === text),
  ).length

/** The learner's rows, each by the id of the row of the answer that it is most like: whose ids are others, since they made them. */
function pairedRows(written: readonly SaidRow[], answer: readonly SaidRow[]): SaidRow[] {
  const pairs = written
    .flatMap((mine) => answer.map((theirs) => ({ mine, theirs, likeness: likeness(mine, theirs) })))
    .toSorted((a, b) => b.likeness - a.likeness)
  const idOf = new Map<SaidRow, string>()
  const taken = new Set<SaidRow>()
  for (const { mine, theirs } of pairs) {
    if (idOf.has(mine) || taken.has(theirs)) continue
    idOf.set(mine, theirs.id)
    taken.add(theirs)
  }
  return written.map((row) => ({ ...row, id: idOf.get(row) ?? `written ${row.id}` }))
}

/** Whether a row is the same but for what is written in own words. Its place among the rows says nothing. */
const isSameRow = ({ change, cells }: RowDiff) =>
  change === 'same' ||
  (change === 'changed' &&
    cells.every(({ ownWords, pieces }) => ownWords || pieces.every(({ kind }) => kind === 'same')))

const saysAnything = ({ cells }: SaidRow) => cells.length > 0

function compareRows(written: readonly SaidRow[], answer: readonly SaidRow[]) {
  const [mine, theirs] = [written.filter(saysAnything), answer.filter(saysAnything)]
  const rows = diffRows(pairedRows(mine, theirs), theirs)
  const verdict: Verdict = rows.every(({ change }) => change === 'same')
    ? 'same'
    : rows.every(isSameRow)
      ? 'own-words'
      : 'different'
  return { verdict, said: { as: 'rows', rows } } as const
}

function compareAnswers(ops: FieldOps, written: Value, answer: Value, scope: FieldScope) {
  const [mine, theirs] = [ops.rows(written, scope), ops.rows(answer, scope)]
  const compared =
    mine && theirs
      ? compareRows(mine, theirs)
      : { verdict: wordsVerdict(ops, written, answer, scope), said: diffAnswers(ops, scope, written, answer) }
  if (!ops.isAnswered(answer)) return { ...compared, verdict: 'not-asked' as const }
  return ops.isAnswered(written) ? compared : { ...compared, verdict: 'missing' as const }
}

function wordsVerdict(ops: FieldOps, written: Value, answer: Value, scope: FieldScope): Verdict {
  if (ops.equal(written, answer)) return 'same'
  if (judged(ops, written, scope) !== judged(ops, answer, scope)) return 'different'
  const own = (value: Value) => ops.ownWords(value).map(({ text }) => text.trim())
  return dequal(own(written), own(answer)) ? 'same' : 'own-words'
}

/** The answers to a note's template as if they stood in the note: among the same notes, on the same day. */
export const withAnswers = ({ note, template, context }: ReadNote, answers: Answers): ReadNote =>
  readNote({ note: { ...note, answers }, template }, context)

/**
 * A learner's note beside the pack's answer, field by field in the template's order. What is hidden on a side is not
 * answered there, and a field that neither answers is left out.
 */
export function compareNote(written: ReadNote, answers: Answers): ComparedField[] {
  const expected = withAnswers(written, answers)
  const valueIn = ({ note, visible }: ReadNote, id: FieldId) => (visible(id) ? note.answers[id] : undefined)
  return templateIndex(written.template).entries.flatMap(({ ops }) => {
    if (ops === undefined) return []
    const { id, label } = ops.field
    const [mine, theirs] = [valueIn(written, id), valueIn(expected, id)]
    if (!ops.isAnswered(mine) && !ops.isAnswered(theirs)) return []
    return [{ id, label, ...compareAnswers(ops, mine, theirs, written.scope) }]
  })
}
