import { timeText } from '../../case/dates.ts'
import type { Severity } from '../../fields/place.ts'
import { type Localized, message, type TextKey } from '../../text/index.ts'
import type { MessageParams } from '../../text/message.ts'
import { cleanText } from '../answers.ts'
import { type Fix, type Marker, type MarkerReading, marker, type WhereInField } from '../marker.ts'
import type { Note, Objection, ReadSentence } from '../note.ts'
import { objectionTo, sentenceOf } from '../objections.ts'

/** The sentence that words of a reading stand in, at its place, as an objection names it. */
export function readSentence(
  rule: string,
  { field, row, column }: Omit<WhereInField, 'note'>,
  sentence: string,
): ReadSentence {
  return {
    rule,
    field,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    sentence: cleanText(sentence),
  }
}

/** A marker of a rule that has read Swedish: says which words it read so, and lets the user answer that it is not so. */
export function readingMarker(
  rule: string,
  severity: Severity,
  text: readonly [TextKey, MessageParams],
  where: WhereInField,
  { words, sentence, fixes }: MarkerReading & { fixes: readonly Fix[] },
): Marker {
  const to = readSentence(rule, where, sentence)
  return {
    ...marker(rule, severity, text, where),
    reading: { words: words.map(cleanText), sentence: to.sentence },
    fixes: [...fixes, { kind: 'object', title: message('rules.objection.object'), to }],
  }
}

function whoAndWhen({ by, at }: Objection): MessageParams {
  const [sv, en] = [timeText('sv', at), timeText('en', at)]
  return { name: by.name, at: { sv, en } }
}

/** What stands in the place of a problem whose reading somebody has objected to. */
function objected(found: Marker, objection: Objection): Marker {
  const to = sentenceOf(objection)
  return {
    ...found,
    severity: 'info',
    message: message('rules.objection.made', whoAndWhen(objection)),
    related: [],
    fixes: [{ kind: 'withdraw', title: message('rules.objection.withdraw'), to }],
  }
}

/** An objection to a sentence that is not read so any more: kept, and told, until somebody takes it away. */
function withoutSentence(note: Note['id'], objection: Objection, label: Localized | string): Marker {
  const to = sentenceOf(objection)
  const { rule, sentence, ...place } = to
  const text = ['rules.objection.stale', { ...whoAndWhen(objection), label }] as const
  return {
    ...marker(rule, 'info', text, { note, ...place }),
    reading: { words: [sentence], sentence },
    fixes: [{ kind: 'withdraw', title: message('rules.objection.remove'), to }],
  }
}

/**
 * The markers of one field with the objections to their readings: what is objected to is told instead of the problem,
 * and so is an objection whose sentence is not there.
 */
export function withObjections(
  found: readonly Marker[],
  note: Note['id'],
  objections: readonly Objection[] | undefined,
  { label }: { label: Localized | string },
): readonly Marker[] {
  if (!objections) return found
  const met = new Set<Objection>()
  const answered = found.map((one) => {
    const fix = one.fixes.find(({ kind }) => kind === 'object')
    const objection = fix?.kind === 'object' ? objectionTo(objections, fix.to) : undefined
    if (!objection) return one
    met.add(objection)
    return objected(one, objection)
  })
  const left = objections.filter((objection) => !met.has(objection))
  return [...answered, ...left.map((objection) => withoutSentence(note, objection, label))]
}
