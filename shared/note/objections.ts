import { dequal } from 'dequal/lite'
import type { Note, Objection, ReadSentence } from './note.ts'

/** Which sentence an objection is about, without who made it and when. */
export function sentenceOf({ by: _by, at: _at, ...sentence }: Objection): ReadSentence {
  return sentence
}

/** The one of these objections that is to a reading of this sentence. */
export function objectionTo(
  objections: readonly Objection[] | undefined,
  sentence: ReadSentence,
): Objection | undefined {
  return objections?.find((objection) => dequal(sentenceOf(objection), sentence))
}

/** A list as a member of a note: left out where it is empty. */
export function objectionsMember(objections: readonly Objection[]): Pick<Note, 'objections'> {
  return objections.length === 0 ? {} : { objections: [...objections] }
}

/**
 * The objections that a note holds after a save of these sentences, each once. One that it held already keeps who
 * made it and when; a new one is by the one who saves, whoever it is said to be by.
 */
export function stampedObjections(
  before: Note['objections'],
  sentences: readonly ReadSentence[],
  { by, at }: Pick<Objection, 'by' | 'at'>,
): Objection[] {
  const objections: Objection[] = []
  for (const sentence of sentences) {
    if (objectionTo(objections, sentence)) continue
    objections.push(objectionTo(before, sentence) ?? { ...sentence, by, at })
  }
  return objections
}
